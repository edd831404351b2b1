/** A receipt is verified with nothing but the published keys: forgeries, and what is none. */
import assert from 'node:assert/strict'
import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { CompactSign, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { sql } from 'kysely'
import { guesthouse } from '../../test/machines/command-line.ts'
import { store } from '../../test/store.ts'
import { newId, type EventId, type TenantId, type UserId } from '../kernel/ids.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { rows } from '../store/database.ts'
import { readReceiptKeys } from './keys.ts'
import type { Receipt } from './receipt.ts'
import { claimsOf, receiptType, signReceipt } from './sign.ts'
import { verifyReceipt } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-receipts-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const now = new Date('2026-05-01T12:00:00Z')
const publicUrl = 'https://guests.example'
/** Keys that nobody else can open, whichever others the store holds. */
const services = { db: store.db, sealKey: randomBytes(32), publicUrl }

const receipt: Receipt = {
  reference: newId<EventId>(),
  tenantId: newId<TenantId>(),
  organization: 'Fabrikam',
  organizationClosed: false,
  userId: newId<UserId>(),
  personId: null,
  kind: 'left',
  endedAt: now,
  restorableUntil: plus(now, 30 * dayMs),
  erasedBy: plus(now, 60 * dayMs),
  restoredAt: null,
  erasedAt: null,
  held: false,
  codeHash: null,
  mailState: 'taken',
  mailAt: now,
  mailTries: 1,
  systems: [{ id: newId(), name: 'Payroll', acknowledgedAt: now, givenUpAt: null }],
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const why = async (jws: string, keys: readonly JWK[]) => {
  const verified = await verifyReceipt(jws, keys)
  return verified.genuine ? 'genuine' : verified.why
}

test('R20: a receipt says what has ended and what has become of it, by opaque ids, and verifies with the published keys alone', async () => {
  const jws = await signReceipt(services, receipt, now)
  const { keys } = await readReceiptKeys(services.db)
  const verified = await verifyReceipt(`${jws}\n`, keys)
  assert.ok(verified.genuine && 'sub' in verified.claims)
  assert.equal(verified.claims.jti, receipt.reference)
  assert.equal(verified.claims.iss, publicUrl)
  assert.equal(verified.claims.state, 'restorable')
  assert.equal(verified.claims.erasedBy, receipt.erasedBy.toISOString())
  assert.deepEqual(verified.claims.mail, { state: 'taken', at: now.toISOString() })
  const before = claimsOf({ ...receipt, mailState: null, mailAt: null }, publicUrl, now)
  assert.equal(before['mail'], null, 'what is not known is not said')
  assert.ok(keys.every((key) => !('d' in key)))
  const held = { ...claimsOf({ ...receipt, held: true }, publicUrl, now) }
  assert.deepEqual([held['state'], held['erasedBy']], ['held', null])
})

test('R20: no forgery passes: a changed claim, no signature, another key, another algorithm, another kind of token', async () => {
  const jws = await signReceipt(services, receipt, now)
  const { keys } = await readReceiptKeys(services.db)
  const [head = '', body = '', signature = ''] = jws.split('.')
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
  const key = keys.find(({ kid }) => kid === header['kid'])
  assert.ok(key)
  const changed = encoded({ ...claims, state: 'erased' })
  const pair = generateKeyPairSync('ed25519')
  const signedBy = async (jwk: JWK, protectedHeader: object) =>
    new CompactSign(Buffer.from(JSON.stringify(claims)))
      .setProtectedHeader(protectedHeader as { alg: string })
      .sign(await importJWK(jwk, 'EdDSA'))
  const theirs = pair.privateKey.export({ format: 'jwk' }) as JWK
  // What takes the public key for a secret: a signature that anybody can make.
  const confused = (head2: string) =>
    createHmac('sha256', String(key['x'])).update(`${head2}.${body}`).digest('base64url')
  const hmacHead = encoded({ ...header, alg: 'HS256' })
  const table: readonly (readonly [string, string])[] = [
    [jws, 'genuine'],
    [`${head}.${changed}.${signature}`, 'changed'],
    [`${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`, 'changed'],
    [`${head}.${body}.`, 'changed'],
    [`${encoded({ ...header, alg: 'none' })}.${body}.`, 'unsigned'],
    [`${encoded({ ...header, alg: 'NONE' })}.${changed}.`, 'unsigned'],
    [`${hmacHead}.${body}.${confused(hmacHead)}`, 'otherAlgorithm'],
    [await signedBy(theirs, header), 'changed'],
    [await signedBy(theirs, { ...header, kid: 'theirs' }), 'unknownKey'],
    [await signedBy(theirs, { ...header, kid: undefined }), 'unknownKey'],
    [await signedBy(theirs, { ...header, typ: 'at+jwt' }), 'noReceipt'],
    ['{"reference": "none"}', 'noReceipt'],
    ['', 'noReceipt'],
  ]
  for (const [forged, expected] of table) assert.equal(await why(forged, keys), expected, forged)
  const secret: JWK = { kty: 'oct', k: String(key['x']), kid: String(header['kid']) }
  assert.equal(await why(jws, [secret]), 'unknownKey', 'a secret is no published key')
  assert.equal(await why(jws, []), 'unknownKey')
})

test('R20: a key signs for a year; what it signed verifies for good, and it can sign no more', async () => {
  const old = await signReceipt(services, receipt, now)
  const later = plus(now, 366 * dayMs)
  const fresh = await signReceipt(services, receipt, later)
  const { keys } = await readReceiptKeys(services.db)
  assert.notEqual(old.split('.')[0], fresh.split('.')[0])
  for (const jws of [old, fresh]) assert.equal(await why(jws, keys), 'genuine')
  const kids = [old, fresh].map((jws) => String(decodeProtectedHeader(jws).kid))
  const left = await rows(
    services.db,
    sql<{
      kid: string
    }>`select kid from receipt_keys where sealed is not null and kid = any(${kids}::text[])`,
  )
  assert.deepEqual(left, [{ kid: kids[1] }])
})

test('R20: the command says in a sentence whether a receipt is genuine, and exits with 1 where it is not', async () => {
  const jws = await signReceipt(services, receipt, now)
  const [file, forged, keysFile] = ['receipt.jws', 'forged.jws', 'keys.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  writeFileSync(file, `${jws}\n`)
  const [head, body, signature] = jws.split('.')
  const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as object
  writeFileSync(forged, [head, encoded({ ...claims, kind: 'erased' }), signature].join('.'))
  writeFileSync(keysFile, JSON.stringify(await readReceiptKeys(services.db)))
  const said = await guesthouse(['verify-receipt', file, '--keys', keysFile])
  assert.equal(said.code, 0, said.err)
  assert.match(
    said.out,
    /^This receipt is genuine: https:\/\/guests\.example signed it with the key /,
  )
  assert.match(said.out, /Its person left\./)
  assert.match(said.out, /It could be restored until 2026-05-31T12:00:00\.000Z\./)
  assert.match(said.out, /Payroll acknowledged it on /)
  const wrong = await guesthouse(['verify-receipt', forged, '--keys', keysFile])
  assert.equal(wrong.code, 1)
  assert.match(wrong.err, /does not count as a receipt\. It was changed after it was signed/)
  const noKeys = await guesthouse(['verify-receipt', file, '--keys', file])
  assert.equal(noKeys.code, 1)
  assert.match(noKeys.err, /holds no keys\. Take them from \/receipts\/keys/)
  const none = await guesthouse(['verify-receipt', join(folder, 'none.jws'), '--keys', keysFile])
  assert.match(none.err, /there is no such file/)
  // Without a file of keys those of this store count.
  const here = await guesthouse(['verify-receipt', file])
  assert.equal(here.code, 0, here.err)
  const strange = generateKeyPairSync('ed25519').privateKey
  const theirs = new CompactSign(Buffer.from(JSON.stringify(claims)))
  const header = { alg: 'EdDSA', kid: 'theirs', typ: receiptType }
  writeFileSync(forged, await theirs.setProtectedHeader(header).sign(strange))
  const elsewhere = await guesthouse(['verify-receipt', forged])
  assert.equal(elsewhere.code, 1)
  assert.match(elsewhere.err, /names a key that is not among the given ones/)
})
