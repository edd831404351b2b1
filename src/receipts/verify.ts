/** Whether a file is a receipt that one of some published keys has signed. Asks nobody. */
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { z } from 'zod'
import { receiptAlgorithm } from './keys.ts'
import { receiptKinds } from './receipt.ts'
import { receiptType } from './sign.ts'
import { receiptStates } from './state.rule.ts'

const instant = z.iso.datetime()

const said = z.object({
  jti: z.uuid(),
  tid: z.uuid(),
  organization: z.string(),
  sub: z.uuid(),
  kind: z.enum(receiptKinds),
  endedAt: instant,
  restorableUntil: instant.nullable(),
  erasedBy: instant.nullable(),
  state: z.enum(receiptStates),
  restoredAt: instant.nullable(),
  erasedAt: instant.nullable(),
  // Files that were signed before say nothing of it, and newer ones may know more states.
  mail: z.object({ state: z.string(), at: instant.nullable() }).nullable().optional(),
  systems: z.array(
    z.object({ id: z.string(), name: z.string().nullable(), acknowledgedAt: instant.nullable() }),
  ),
})
const signature = z.object({ iss: z.string(), iat: z.number() })
const single = said.extend(signature.shape)
const together = signature.extend({ jti: z.uuid(), receipts: z.array(said).min(1) })
const claims = z.union([single, together])

/** What a receipt says of one account. */
export type ReceiptSaid = z.infer<typeof said>
/** A receipt of one account, or of several that ended at once. */
export type ReceiptClaims = z.infer<typeof claims>

/** The claims of a receipt that this is; undefined of anything else. */
export const receiptClaimsIn = (value: unknown): ReceiptClaims | undefined =>
  claims.safeParse(value).data

/**
 * `noReceipt`: something else. `unsigned`: it says itself that nobody has signed it.
 * `otherAlgorithm`: signed in a way in which no receipt is. `unknownKey`: none of the keys given.
 * `changed`: not what was signed.
 */
export type Forgery = 'noReceipt' | 'unsigned' | 'otherAlgorithm' | 'unknownKey' | 'changed'

export type Verified =
  | { readonly genuine: true; readonly claims: ReceiptClaims; readonly kid: string }
  | { readonly genuine: false; readonly why: Forgery; readonly kid?: string | undefined }

const headerOf = (text: string) => {
  try {
    return decodeProtectedHeader(text)
  } catch {
    return undefined
  }
}

// A secret under the name of a published key, or a key for something else, is no key of a receipt.
const isReceiptKey = ({ kty, crv, use = 'sig' }: JWK): boolean =>
  kty === 'OKP' && crv === 'Ed25519' && use === 'sig'

const judgeHeader = (
  header: ReturnType<typeof headerOf>,
): { why: Forgery } | { kid: string | undefined } => {
  if (header === undefined) return { why: 'noReceipt' }
  if (typeof header.alg === 'string' && header.alg.toLowerCase() === 'none')
    return { why: 'unsigned' }
  if (header.typ !== receiptType || header.crit !== undefined) return { why: 'noReceipt' }
  return header.alg === receiptAlgorithm ? { kid: header.kid } : { why: 'otherAlgorithm' }
}

/** Verifies the signed file `text` with the keys of a JWKS. */
export const verifyReceipt = async (text: string, keys: readonly JWK[]): Promise<Verified> => {
  const jws = text.trim()
  const judged = judgeHeader(headerOf(jws))
  if ('why' in judged) return { genuine: false, why: judged.why }
  const { kid } = judged
  const key = keys.find((one) => kid !== undefined && one.kid === kid && isReceiptKey(one))
  if (kid === undefined || key === undefined) return { genuine: false, why: 'unknownKey', kid }
  try {
    const { payload } = await compactVerify(jws, await importJWK(key, receiptAlgorithm), {
      algorithms: [receiptAlgorithm],
    })
    const read = receiptClaimsIn(JSON.parse(new TextDecoder().decode(payload)))
    return read === undefined
      ? { genuine: false, why: 'noReceipt', kid }
      : { genuine: true, claims: read, kid }
  } catch {
    return { genuine: false, why: 'changed', kid }
  }
}
