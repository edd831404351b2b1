/** /account/me and /account/sessions: who I am, and where I am signed in. */
import { pathId } from '../edge/path-id.ts'
import { guestIssuerStart, homeIssuerStart } from '../directory/identity-issuer.ts'
import { localIssuer } from '../directory/users/create.ts'
import type { SessionId, TenantId } from '../kernel/ids.ts'
import { readFactors } from '../credentials/held.sql.ts'
import { listSessions } from '../people/sessions.ts'
import { signOut } from '../people/sign-out.ts'
import { readMe, type MeRow } from '../people/me.sql.ts'
import type { Me } from '../wire/account.ts'
import type { AccountSession } from '../wire/account-access.ts'
import type { Exchange, Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'

/** Who I am, and how I sign in. */
export const meOf = async (x: Exchange): Promise<Me> => {
  const me = await readMe(x.db, x.session.personId)
  return {
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
}

export const showMe: Handler = async (x) => x.c.json(await meOf(x))

const organizationIssuer = localIssuer('' as TenantId)
const providerIssuer = new RegExp(`^(${homeIssuerStart}|${guestIssuerStart})[^:]+:`)

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

/** Where I am signed in. */
export const mySessions = async (x: Exchange): Promise<AccountSession[]> => {
  const sessions = await listSessions(x.db, x.session.personId, x.now)
  return sessions.map(({ createdAt, lastSeenAt, ...session }) => ({
    ...session,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    current: session.id === x.session.sessionId,
  }))
}

export const listMySessions: Handler = async (x) => x.c.json({ value: await mySessions(x) })

/** Ends one of my sessions; refuses where there is none. */
export const endSessionAt = async (x: Exchange, id: SessionId | undefined): Promise<void> => {
  const ended = id !== undefined && (await signOut(x.db, x.session, id, x))
  if (!ended) throw new SpokenRefusal('sessionNotFound', x.words.refusal.sessionNotFound)
}

export const endMySession: Handler = async (x) => {
  await endSessionAt(x, pathId<SessionId>(x.c))
  return x.c.body(null, 204)
}
