/**
 * The secret that a request shows, so that it is judged in the statement that reads its
 * application. The library finds it by itself: what it compares is what counts.
 */

const basic = /^basic ([a-z0-9+/]+={0,2})$/i

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'))
  } catch {
    return undefined
  }
}

/** From the header Authorization, or a form; undefined where there is none that can be read. */
export const secretIn = (
  authorization: string | undefined,
  form: URLSearchParams,
): string | undefined => {
  const inForm = form.get('client_secret')
  if (inForm !== null) return inForm
  const text = Buffer.from(basic.exec(authorization ?? '')?.[1] ?? '', 'base64').toString()
  const end = text.indexOf(':')
  return end === -1 ? undefined : decoded(text.slice(end + 1))
}
