/**
 * Which application a signed statement proves (RFC 7521, 7523): its own, with the key of one of its
 * certificates, good once; or a token that an issuer elsewhere has given to what runs there, where
 * the application trusts just that.
 */
import { createPublicKey } from 'node:crypto'
import {
  decodeJwt,
  decodeProtectedHeader,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyOptions,
  type ProtectedHeaderParameters,
} from 'jose'
import { isUuid, type TenantId } from '../../kernel/ids.ts'
import { dayMs, secondMs, systemClock } from '../../kernel/time.ts'
import type { Installation } from '../../store/installation.ts'
import { clockSkewSeconds } from '../access-token.ts'
import { keysOfIssuer } from './issuer-keys.ts'
import { readKeys, readTrusted, useAssertion, type KnownKey } from './proofs.sql.ts'

/** What statements are signed with: always a key of which we have the public half. */
export const assertionAlgorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
]
const longestText = 16_384
/** A statement is made to be used at once; a longer one would have to be remembered longer. */
const longestLifeMs = dayMs

export type Statement = {
  readonly tenantId: TenantId
  readonly assertion: string
  /** As the request says it beside; undefined where it does not. */
  readonly clientId: string | undefined
  /** What a statement of the application itself may be meant for: addresses of this issuer. */
  readonly audiences: readonly string[]
}

export type Proof =
  | { readonly outcome: 'proved'; readonly appId: string }
  /** `because`: what is told to who runs the installation alone. */
  | { readonly outcome: 'refused'; readonly why: string; readonly because?: Because }

/** What a token of another issuer lacks. */
export type Because = 'notTrusted' | 'noKeys' | 'notVerified'

const refused = (why: string): Proof => ({ outcome: 'refused', why })

// One sentence for all: whom an application trusts is not told to who tries names.
const notBy = (because: Because): Proof => ({
  outcome: 'refused',
  why: 'The client_assertion proves no application here. Its issuer, subject and audience have to be those of a federated credential of the application, to the letter, its issuer has to answer, and it must not be over. The log of the installation says which of these it is.',
  because,
})

type Read = { readonly header: ProtectedHeaderParameters; readonly claims: JWTPayload }

const read = (text: string): Read | undefined => {
  if (text.length > longestText) return undefined
  try {
    return { header: decodeProtectedHeader(text), claims: decodeJwt(text) }
  } catch {
    return undefined
  }
}

// Claims are what the token says: of whatever type, and with signs that no column takes.
const isText = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0')

const named = ({ header }: Read, keys: readonly KnownKey[]): readonly KnownKey[] => {
  const { x5t } = header
  const s256 = (header as { 'x5t#S256'?: unknown })['x5t#S256']
  if (x5t === undefined && s256 === undefined) return keys
  return keys.filter((key) => key.x5t === x5t || key.x5tS256 === s256)
}

const verified = async (
  text: string,
  keys: readonly KnownKey[],
  options: JWTVerifyOptions,
): Promise<KnownKey | undefined> => {
  for (const key of keys) {
    const isGood = await jwtVerify(text, createPublicKey(key.publicKey), options).then(
      () => true,
      () => false,
    )
    if (isGood) return key
  }
  return undefined
}

// The times of tokens are the machine's.
const timely = (): JWTVerifyOptions => ({
  algorithms: assertionAlgorithms,
  clockTolerance: clockSkewSeconds,
  currentDate: systemClock(),
})

const byOwnKey = async (
  { db, clock }: Installation,
  { tenantId, assertion, clientId, audiences }: Statement,
  it: Read,
): Promise<Proof> => {
  const { sub: appId = '', jti, exp } = it.claims
  if (clientId !== undefined && clientId.toLowerCase() !== appId.toLowerCase())
    return refused('The client_assertion is of another application than client_id.')
  const known = await readKeys(db, { tenantId, appId }, clock())
  const by = await verified(assertion, named(it, known), {
    ...timely(),
    audience: [...audiences],
    requiredClaims: ['exp', 'jti', 'aud'],
  })
  if (by === undefined || typeof exp !== 'number' || typeof jti !== 'string')
    return refused(
      'The client_assertion is not signed with a certificate of the application that is good now, is meant for another address, is over, or lacks exp or jti, a number and a text.',
    )
  // As numbers: there are ends that no date can say.
  const untilMs = exp * secondMs
  if (untilMs > systemClock().getTime() + longestLifeMs)
    return refused('The client_assertion is good for more than a day. Make one for some minutes.')
  const end = new Date(untilMs + clockSkewSeconds * secondMs)
  const isFirst = await useAssertion(
    db,
    { tenantId: by.homeTenantId, registrationId: by.registrationId },
    jti,
    end,
  )
  return isFirst
    ? { outcome: 'proved', appId: appId.toLowerCase() }
    : refused('The client_assertion was used before. Make a new one for each request.')
}

const byIssuer = async (
  services: Installation,
  { tenantId, assertion, clientId: appId }: Statement,
  { claims: { iss: issuer = '', sub: subject = '' } }: Read,
): Promise<Proof> => {
  if (appId === undefined || !isUuid(appId))
    return refused('A token of another issuer needs client_id beside it.')
  // Nobody is asked for their keys who was not named for this application, with this subject.
  const audience = await readTrusted(services.db, { tenantId, appId }, { issuer, subject })
  if (audience === undefined) return notBy('notTrusted')
  for (const fresh of [false, true]) {
    const keys = await keysOfIssuer(services, issuer, { fresh })
    if (keys === undefined) return notBy('noKeys')
    const options = { ...timely(), issuer, subject, audience }
    const isGood = await jwtVerify(assertion, keys, { ...options, requiredClaims: ['exp'] }).then(
      () => true,
      () => false,
    )
    if (isGood) return { outcome: 'proved', appId: appId.toLowerCase() }
  }
  return notBy('notVerified')
}

/** Which application of an organization a statement proves, or why it proves none. */
export const proveByAssertion = async (
  services: Installation,
  statement: Statement,
): Promise<Proof> => {
  const it = read(statement.assertion)
  if (it === undefined) return refused('The client_assertion is no signed JWT.')
  const { iss, sub } = it.claims
  if (!isText(iss) || !isText(sub)) return refused('The client_assertion says no iss or no sub.')
  return iss === sub && isUuid(sub)
    ? byOwnKey(services, statement, it)
    : byIssuer(services, statement, it)
}
