/** A receipt as a file that anybody can verify: a JSON Web Signature over what is true now. */
import { CompactSign, importJWK } from 'jose'
import { secondMs } from '../kernel/time.ts'
import type { Installation } from '../store/installation.ts'
import { receiptAlgorithm, signingReceiptKey } from './keys.ts'
import type { Receipt, Together } from './receipt.ts'
import { receiptState } from './state.rule.ts'

/** What a signed receipt calls itself, so that nothing else that we sign passes for one. */
export const receiptType = 'guesthouse-receipt+jws'

const instant = (date: Date | null): string | null => date?.toISOString() ?? null

/** What is said of one receipt at `now`: opaque ids, dates and codes. */
const saidOf = (receipt: Receipt, now: Date): Record<string, unknown> => {
  const state = receiptState(receipt, now)
  return {
    jti: receipt.reference,
    tid: receipt.tenantId,
    organization: receipt.organization,
    sub: receipt.userId,
    kind: receipt.kind,
    endedAt: instant(receipt.endedAt),
    restorableUntil: instant(receipt.restorableUntil),
    erasedBy: state === 'held' ? null : instant(receipt.erasedBy),
    state,
    restoredAt: instant(receipt.restoredAt),
    erasedAt: instant(receipt.erasedAt),
    // What is known of the mail about it now; of endings of before nothing is (R21).
    mail:
      receipt.mailState === null ? null : { state: receipt.mailState, at: instant(receipt.mailAt) },
    // What stays, and why: the log by opaque ids (R85), everything for as long as a hold lasts.
    kept: [...(state === 'held' ? ['everythingOnHold'] : []), 'auditEntriesByOpaqueId'],
    systems: receipt.systems.map(({ id, name, acknowledgedAt }) => ({
      id,
      name,
      acknowledgedAt: instant(acknowledgedAt),
    })),
  }
}

const signature = (issuer: string, now: Date) => ({
  iss: issuer,
  iat: Math.floor(now.getTime() / secondMs),
})

/** What is said under the signature of one receipt. */
export const claimsOf = (receipt: Receipt, issuer: string, now: Date): Record<string, unknown> => ({
  ...signature(issuer, now),
  ...saidOf(receipt, now),
})

type With = Pick<Installation, 'db' | 'sealKey' | 'publicUrl'>

const signed = async (services: With, claims: object, now: Date): Promise<string> => {
  const { kid, privateJwk } = await signingReceiptKey(services, now)
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: receiptAlgorithm, kid, typ: receiptType })
    .sign(await importJWK(privateJwk, receiptAlgorithm))
}

/** The signed file: a compact JWS. */
export const signReceipt = (services: With, receipt: Receipt, now: Date): Promise<string> =>
  signed(services, claimsOf(receipt, services.publicUrl, now), now)

/** One signed file of several receipts, under the reference that they have together. */
export const signTogether = (
  services: With,
  { reference, receipts }: Together,
  now: Date,
): Promise<string> => {
  const said = { jti: reference, receipts: receipts.map((one) => saidOf(one, now)) }
  return signed(services, { ...signature(services.publicUrl, now), ...said }, now)
}
