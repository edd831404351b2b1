/**
 * A token of our own web app for a test person, without the ten requests of signing on: the
 * organization is opened as signing on opens it, the grant kept and the token signed as the
 * provider does it. `token-for.test.ts` compares it with one that was signed on for.
 */
import { createPrivateKey, randomBytes, sign, type JsonWebKey, type KeyObject } from 'node:crypto'
import type { Services } from '../src/edge/routes.ts'
import { newId, type TenantId } from '../src/kernel/ids.ts'
import { seal } from '../src/kernel/sealing.ts'
import { plus, secondMs, systemClock } from '../src/kernel/time.ts'
import { standingClaims } from '../src/oidc/claims.ts'
import { accessTokenSeconds } from '../src/oidc/resources.ts'
import { findSession, type Session } from '../src/people/sessions.ts'
import { openTenantSession } from '../src/people/tenant-sessions.ts'
import { sql } from '../src/store/database.ts'
import { issuerOf } from '../src/kernel/page-address.ts'
import { graphAudience, recordHash } from '../src/tokens/access-token.ts'
import { readAccount } from '../src/tokens/account.sql.ts'
import { accountAudience } from '../src/tokens/scopes.ts'
import { readOrMakeSigningKeys, signingAlgorithm } from '../src/tokens/signing-keys.ts'
import { pairwiseSubject } from '../src/tokens/pairwise-subject.ts'
import { heldStanding } from '../src/tokens/standing.sql.ts'
import { ownApps, peopleIssuerId } from '../src/wire/sign-on.ts'

const { appId } = ownApps.admin
const people = peopleIssuerId as TenantId

type Granted = {
  readonly issuer: TenantId
  readonly session: Session
  readonly audience: string
  readonly scope: string
  /** Who it is there, and what the token says of them. */
  readonly accountId: string
  readonly claims: Record<string, unknown>
}

const read = new Map<string, KeyObject>()
const keyOf = (kid: string, jwk: object): KeyObject => {
  const known = read.get(kid) ?? createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' })
  read.set(kid, known)
  return known
}

const base64url = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

const keepGrant = async (services: Services, grantId: string, granted: Granted): Promise<void> => {
  const { issuer, session, accountId, audience, scope } = granted
  const { db, sealKey } = services
  const now = systemClock()
  const ofPeople = issuer === people
  const payload = {
    accountId,
    clientId: appId,
    kind: 'Grant',
    jti: grantId,
    openid: { scope: 'openid' },
    resources: { [audience]: scope },
  }
  await sql`with held as (${heldStanding(issuer, session.sessionId)})
    insert into oidc_records (tenant_id, kind, id_hash, sealed, grant_hash, user_id, session_id, person_session_id, scope, standing, provider_id, created_at, expires_at)
    values (${issuer}, 'Grant', ${recordHash(grantId)}, ${seal(sealKey, `oidc ${issuer} Grant`, JSON.stringify(payload))}, ${recordHash(grantId)},
      ${ofPeople ? null : accountId}::uuid, ${ofPeople ? null : session.sessionId}::uuid, ${ofPeople ? session.sessionId : null}::uuid,
      ${scope}, (select standing from held), (select provider_id from held), ${now}, ${plus(now, accessTokenSeconds * secondMs)})`.execute(
    db,
  )
}

const signed = async (services: Services, granted: Granted): Promise<string | undefined> => {
  const { issuer, audience, scope, claims } = granted
  const [key] = await readOrMakeSigningKeys(services, issuer, services.clock())
  if (key === undefined) return undefined
  const grantId = randomBytes(32).toString('base64url')
  await keepGrant(services, grantId, granted)
  const iat = Math.floor(systemClock().getTime() / secondMs)
  const payload = {
    jti: randomBytes(32).toString('base64url'),
    sub: await pairwiseSubject(services.db, issuer, appId, granted.accountId),
    iat,
    exp: iat + accessTokenSeconds,
    scope,
    client_id: appId,
    iss: issuerOf(services.publicUrl, issuer),
    aud: audience,
    tid: issuer,
    appid: appId,
    azp: appId,
    nbf: iat,
    ver: '2.0',
    ...claims,
    idtyp: 'user',
    scp: scope,
    gid: grantId,
  }
  const head = base64url({ alg: signingAlgorithm, typ: 'at+jwt', kid: key.kid })
  const text = `${head}.${base64url(payload)}`
  const signature = sign('sha256', Buffer.from(text), keyOf(key.kid, key.privateJwk))
  return `${text}.${signature.toString('base64url')}`
}

const inOrganization = async (
  services: Services,
  session: Session,
  tenantId: TenantId,
): Promise<Granted | undefined> => {
  const { db, publicUrl } = services
  if (!session.homeEnabled) return undefined
  const around = { now: services.clock(), correlationId: newId(), address: null }
  const door = await openTenantSession(db, session, tenantId, around)
  const account = door && (await readAccount(db, tenantId, door.userId))
  if (account === undefined) return undefined
  const claims = standingClaims({ publicUrl, tenantId, account })
  const scope = 'openid Directory.AccessAsUser.All'
  const accountId = account.userId
  return {
    issuer: tenantId,
    session,
    audience: graphAudience,
    scope,
    accountId,
    claims,
  }
}

/**
 * A token for the account API, or for the directory API of an organization, for whoever has the
 * session of `cookie`; undefined when nobody has, or they are not let in there.
 */
export const tokenFor = async (
  services: Services,
  cookie: string,
  organization?: TenantId,
): Promise<string | undefined> => {
  const session = await findSession(services.db, cookie, services.clock())
  if (session === undefined) return undefined
  if (organization !== undefined) {
    const granted = await inOrganization(services, session, organization)
    return granted && signed(services, granted)
  }
  const accountId = session.personId
  return signed(services, {
    issuer: people,
    session,
    audience: accountAudience(services.publicUrl),
    scope: 'openid Account.ReadWrite',
    accountId,
    claims: { oid: accountId },
  })
}
