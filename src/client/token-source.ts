/** The token of a web app, kept in memory and renewed before it is over. */
import type { Fetch } from './problem.ts'
import { minuteMs } from '../kernel/time.ts'
import type { Token } from './sign-on.ts'

/** How long before its end a token is no longer used. */
const marginMs = minuteMs

export type TokenSource = {
  /** A token that is good for a while. Asked for at the same moment, one is got for all. */
  readonly token: () => Promise<string>
  /** Puts a token there that was got elsewhere. */
  readonly keep: (token: Token) => void
  /** Does not use this token any more: it was refused. */
  readonly forget: (text: string) => void
}

/**
 * Keeps one token. `get` brings the next one; it may never resolve, when the page is left to sign
 * in. When that is another person's, who has signed in in another window meanwhile, `becomeAnother`
 * is asked instead: nothing that one person began is done as another.
 */
export const tokenSource = (
  get: () => Promise<Token>,
  becomeAnother: () => Promise<never>,
): TokenSource => {
  let kept: Token | undefined
  let owner: string | undefined
  let coming: Promise<Token> | undefined
  const next = async (): Promise<Token> => {
    try {
      const token = await get()
      if (owner !== undefined && owner !== token.owner) return await becomeAnother()
      owner = token.owner
      kept = token
      return token
    } finally {
      coming = undefined
    }
  }
  return {
    token: async () => {
      if (kept !== undefined && kept.expiresAt - marginMs > Date.now()) return kept.text
      coming ??= next()
      return (await coming).text
    },
    keep: (token) => {
      kept = token
      owner = token.owner
    },
    forget: (text) => {
      if (kept?.text === text) kept = undefined
    },
  }
}

/** `fetch` with a token of `source`; with another one, once, when the first is refused. */
export const withToken =
  (fetch: Fetch, source: TokenSource): Fetch =>
  async (input, init) => {
    const send = (token: string): Promise<Response> =>
      fetch(input, {
        ...init,
        headers: {
          ...(init?.headers as Record<string, string> | undefined),
          authorization: `Bearer ${token}`,
        },
      })
    const first = await source.token()
    const response = await send(first)
    if (response.status !== 401) return response
    source.forget(first)
    return send(await source.token())
  }
