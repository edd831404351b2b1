/** The cookies of the synthetic guest, as a browser keeps them: by name, and sent by path. */

type Kept = { readonly name: string; readonly value: string; readonly path: string }

const cookieOf = (line: string): Kept | undefined => {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const at = pair.indexOf('=')
  const path = attributes.find((one) => /^path=/i.test(one))?.slice('path='.length) ?? '/'
  return at < 1 ? undefined : { name: pair.slice(0, at), value: pair.slice(at + 1), path }
}

const isUnder = (path: string, pathname: string): boolean =>
  path === '/' || pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)

/** A jar in which this stands already, for every path. */
export const jarWith = (first: Omit<Kept, 'path'>) => {
  const jar = new Map<string, Kept>()
  const keep = (one: Kept): unknown => jar.set(`${one.name} ${one.path}`, one)
  keep({ ...first, path: '/' })
  return {
    /** What is sent to this address. */
    for: ({ pathname }: URL): string =>
      [...jar.values()]
        .filter(({ path }) => isUnder(path, pathname))
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    /** Keeps what an answer sets. */
    take: ({ headers }: Response): void => {
      for (const one of headers.getSetCookie().map(cookieOf)) if (one !== undefined) keep(one)
    },
  }
}
