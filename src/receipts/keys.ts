/**
 * The keys that sign receipts: of the installation, and of nothing else. The public halves are
 * published for good, so that a receipt is verified however old it is; the private half of one that
 * was replaced is destroyed.
 */
import { generateKeyPairSync } from 'node:crypto'
import { calculateJwkThumbprint, type JWK } from 'jose'
import { seal, unseal } from '../kernel/sealing.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { select } from '../store/columns.ts'
import { rows, sql, type Database } from '../store/database.ts'
import type { Installation } from '../store/installation.ts'

/** The one algorithm of receipts. */
export const receiptAlgorithm = 'EdDSA'
/** A key signs for this long; then the next one is made. */
const signingPeriodMs = 365 * dayMs
/** The most keys that are tried, newest first: a copy of the store may hold some of another one. */
const mostTried = 5

type With = Pick<Installation, 'db' | 'sealKey'>
export type ReceiptKey = { readonly kid: string; readonly privateJwk: JWK }
type Row = { kid: string; sealed: Uint8Array; madeAt: Date }

const purposeOf = (kid: string): string => `receipt key ${kid}`

/** The published keys: whatever signed a receipt of ours is among them. */
export const readReceiptKeys = async (db: Database): Promise<{ keys: JWK[] }> => {
  const found = await rows(
    db,
    select<{ jwk: JWK }>({ jwk: 'public_key' })`from receipt_keys order by made_at desc, kid`,
  )
  return { keys: found.map(({ jwk }) => jwk) }
}

const opened = (sealKey: Buffer, { kid, sealed }: Row): ReceiptKey | undefined => {
  try {
    return { kid, privateJwk: JSON.parse(unseal(sealKey, purposeOf(kid), sealed)) as JWK }
  } catch {
    return undefined
  }
}

/**
 * The key that signs at `now`. Makes one where there is none that this installation can open, or
 * where it has signed for a year; the one before can then sign no more.
 */
export const signingReceiptKey = async ({ db, sealKey }: With, now: Date): Promise<ReceiptKey> => {
  const found = await rows(
    db,
    select<Row>({
      kid: 'kid',
      sealed: 'sealed',
      madeAt: 'made_at',
    })`from receipt_keys where sealed is not null and made_at > ${plus(now, -signingPeriodMs)}
      order by made_at desc, kid limit ${mostTried}`,
  )
  for (const row of found) {
    const key = opened(sealKey, row)
    if (key !== undefined) return key
  }
  return makeKey({ db, sealKey }, now)
}

const makeKey = async ({ db, sealKey }: With, now: Date): Promise<ReceiptKey> => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const jwk = publicKey.export({ format: 'jwk' }) as JWK
  const kid = await calculateJwkThumbprint(jwk)
  const published = { ...jwk, kid, alg: receiptAlgorithm, use: 'sig' }
  const privateJwk = privateKey.export({ format: 'jwk' }) as JWK
  const sealed = seal(sealKey, purposeOf(kid), JSON.stringify(privateJwk))
  await sql`insert into receipt_keys (kid, public_key, sealed, made_at)
    values (${kid}, ${JSON.stringify(published)}::jsonb, ${sealed}, ${now})`.execute(db)
  await sql`update receipt_keys set sealed = null where made_at <= ${plus(now, -signingPeriodMs)}`.execute(
    db,
  )
  return { kid, privateJwk }
}
