/** The access token that a request carries in its header (RFC 6750, 2.1). */
import type { EdgeContext } from './routes.ts'

/** Why a token is refused that only the holder of a key may use, at whichever edge. */
export const boundToKeyWords =
  'The access token is bound to a key (DPoP), which is not taken here. Ask for one that is not.'

/** None of ours is nearly as long; what is longer is not read. */
const maxTokenLength = 16_384

/** The token, or undefined where there is none, or none that could be ours. */
export const bearerToken = (c: EdgeContext): string | undefined => {
  const token = /^bearer +([!-~]+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
  return token === undefined || token.length > maxTokenLength ? undefined : token
}
