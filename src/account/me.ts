/** /account/me and /account/sessions: who I am, and where I am signed in. */
import { pathId } from '../edge/path-id.ts'
import type { SessionId } from '../kernel/ids.ts'
import { readFactors } from '../credentials/held.sql.ts'
import { listSessions } from '../people/sessions.ts'
import { signOut } from '../people/sign-out.ts'
import { readMe, type MeRow } from '../people/me.sql.ts'
import type { Me } from '../wire/account.ts'
import type { Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'

export const showMe: Handler = async (x) => {
  const me = await readMe(x.db, x.session.personId)
  const body: Me = {
    personId: x.session.personId,
    displayName: me.displayName,
    userPrincipalName: me.userPrincipalName,
    mail: me.mail,
    homeOrganization:
      me.homeTenantId === null
        ? null
        : { id: me.homeTenantId, displayName: me.homeName ?? '', domain: me.homeDomain },
    accountEnabled: x.session.homeEnabled,
    signIn: signInOf(me),
    factors: await readFactors(x.db, x.session.personId),
    sessionId: x.session.sessionId,
  }
  return x.c.json(body)
}

const organizationIssuer = 'urn:guesthouse:organization:'
const providerIssuer = /^urn:guesthouse:(home|guests):[^:]+:/

// A password first; without one, whatever else the person comes in with.
const signInOf = ({ issuer, emailAddress, homeName, passwordChangedAt }: MeRow): Me['signIn'] => {
  if (passwordChangedAt !== null)
    return {
      kind: 'password',
      issuer: homeName ?? '',
      passwordChangedAt: passwordChangedAt.toISOString(),
    }
  if (issuer !== null && !issuer.startsWith(organizationIssuer))
    return { kind: 'provider', issuer: issuer.replace(providerIssuer, ''), passwordChangedAt: null }
  if (emailAddress !== null)
    return { kind: 'emailCode', issuer: emailAddress, passwordChangedAt: null }
  return issuer === null
    ? null
    : { kind: 'password', issuer: homeName ?? '', passwordChangedAt: null }
}

export const listMySessions: Handler = async (x) => {
  const sessions = await listSessions(x.db, x.session.personId, x.now)
  const value = sessions.map(({ createdAt, lastSeenAt, ...session }) => ({
    ...session,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    current: session.id === x.session.sessionId,
  }))
  return x.c.json({ value })
}

export const endMySession: Handler = async (x) => {
  const id = pathId<SessionId>(x.c)
  const ended = id !== undefined && (await signOut(x.db, x.session, id, x))
  if (!ended) throw new SpokenRefusal('sessionNotFound', x.words.refusal.sessionNotFound)
  return x.c.body(null, 204)
}
