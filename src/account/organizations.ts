/** /account/organizations: see where I am, and see myself out. */
import { z } from 'zod'
import { roleNamed, roles } from '../access/roles.ts'
import { Refusal } from '../edge/refusal.ts'
import { readJson } from '../edge/body.ts'
import { leave } from '../directory/users/leave.ts'
import { listEndings, type Ending, type EndingKind } from '../directory/links/preview.sql.ts'
import { listMyApplications, type MyApplication } from '../directory/applications/mine.sql.ts'
import { listMyOrganizations, type MyOrganization } from '../people/my-organizations.sql.ts'
import { isShutTo } from '../directory/proved-account.sql.ts'
import { ask, withdrawRequest, type AskResult } from '../directory/requests/ask.ts'
import { erasedBy, restorableUntil } from '../directory/users/retention.rule.ts'
import { isUuid, type RequestId, type TenantId } from '../kernel/ids.ts'
import { parseMessage } from '../kernel/text.ts'
import { findTenantSessionOf, openTenantSession } from '../people/sessions.ts'
import { newRequest, type AccountApplications, type LeavePreview } from '../wire/account.ts'
import { blockersFor } from './leave-words.ts'
import { departureShape, organizationShape } from './organization-shape.ts'
import type { Exchange, Handler } from './exchange.ts'

const notThere = (): Refusal =>
  new Refusal(
    404,
    'organizationNotFound',
    'You do not belong to an organization with this id. Your organizations are listed at /account/organizations.',
  )

const tenantIdOf = (x: Exchange): TenantId => {
  const id = x.c.req.param('id') ?? ''
  if (!isUuid(id)) throw notThere()
  return id.toLowerCase() as TenantId
}

export const listOrganizations: Handler = async (x) => {
  const organizations = await listMyOrganizations(x.db, x.session.personId, x.now)
  const homeName = organizations.find(({ isHome }) => isHome)?.displayName
  return x.c.json({
    value: organizations.map((organization) => organizationShape(organization, homeName)),
  })
}

// Home comes with it, for the words of a blocker that lies at home.
const readOrganization = async (
  x: Exchange,
  tenantId: TenantId,
): Promise<{ organization: MyOrganization; homeName: string | undefined }> => {
  const [organization] = await listMyOrganizations(x.db, x.session.personId, x.now, tenantId)
  if (organization === undefined) throw notThere()
  if (organization.isHome || organization.homeAccountEnabled || x.session.homeTenantId === null)
    return { organization, homeName: undefined }
  const [home] = await listMyOrganizations(x.db, x.session.personId, x.now, x.session.homeTenantId)
  return { organization, homeName: home?.displayName }
}

export const previewLeaving: Handler = async (x) => {
  const { organization, homeName } = await readOrganization(x, tenantIdOf(x))
  const endings = await listEndings(x.db, organization.tenantId, organization.userId)
  const until = restorableUntil(x.now, organization.retentionDays)
  const preview: LeavePreview = {
    organization: organizationShape(organization, homeName),
    ends: endsOf(endings),
    retentionDays: organization.retentionDays,
    restorableUntil: until.toISOString(),
    erasedBy: erasedBy(until).toISOString(),
  }
  return x.c.json(preview)
}

type Ends = LeavePreview['ends']
type Counted = Ends['groups']

/** What each tie is called on the wire. */
const endNames: Readonly<Record<EndingKind, keyof Ends>> = {
  group: 'groups',
  application: 'applications',
  throughGroup: 'applicationsThroughGroups',
  role: 'roles',
  ownedGroup: 'ownedGroups',
  ownedApplication: 'ownedApplications',
  sponsorOf: 'sponsoredGuests',
  directReport: 'directReports',
  sponsor: 'sponsors',
  manager: 'manager',
}
const nothing: Counted = { count: 0, items: [] }

const endsOf = (endings: readonly Ending[]): Ends => {
  const ends = Object.fromEntries(Object.values(endNames).map((name) => [name, nothing])) as Ends
  for (const { kind, count, items } of endings) ends[endNames[kind]] = { count, items: [...items] }
  return { ...ends, roles: namedRoles(ends.roles) }
}

const namedRoles = ({ count, items }: Counted): Counted => ({
  count,
  items: items.map((item) => {
    const name = roleNamed(item.id)
    return name === undefined ? item : { ...item, displayName: roles[name].displayName }
  }),
})

export const leaveOrganization: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const result = await leave(x.db, { personId: x.session.personId, tenantId }, x)
  if (result.outcome === 'left') return x.c.json(departureShape(result.departure))
  if (result.outcome === 'notFound') throw notThere()
  if (result.outcome === 'removed') {
    throw new Refusal(
      404,
      'alreadyRemoved',
      'Your user in this organization has been removed already; there is nothing left to leave.',
    )
  }
  const { organization, homeName } = await readOrganization(x, tenantId)
  const blockers = blockersFor(result.reasons, organization, homeName)
  const why = blockers.map(({ message }) => message).join(' ')
  throw new Refusal(
    409,
    'leaveBlocked',
    `You cannot leave ${organization.displayName} just now. ${why}`,
    { blockers },
  )
}

export const openOrganization: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const opened = await openTenantSession(x.db, x.session, tenantId, x)
  if (opened !== undefined)
    return x.c.json({
      organizationId: tenantId,
      userId: opened.userId,
      openedAt: opened.openedAt.toISOString(),
    })
  const { organization } = await readOrganization(x, tenantId)
  if (!x.session.homeActive)
    throw new Refusal(
      403,
      'noAccess',
      'Your home organization is closed, so you cannot use others by it. You can still leave them.',
    )
  const isShut = await isShutTo(x.db, tenantId, x.session.sessionId)
  throw new Refusal(403, 'noAccess', whyClosed(organization, isShut))
}

const whyClosed = (organization: MyOrganization, isShut: boolean): string => {
  if (organization.deletedAt !== null)
    return `You are no longer in ${organization.displayName}. Ask to be restored, or for a new invitation.`
  if (organization.organizationClosed)
    return `${organization.displayName} is closed. You can still leave it.`
  if (organization.invited)
    return `You have not accepted the invitation of ${organization.displayName} yet. Accept it first.`
  if (organization.accountEnabled && isShut)
    return `${organization.displayName} no longer trusts the provider by which you have signed in. Sign in another way, or ask its administrators.`
  return `Your account is disabled at ${organization.displayName}. Ask its administrators.`
}

const maxTiles = 60

const afterSchema = z.tuple([z.string().max(256), z.uuid()])

export const listApplications: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const session = await findTenantSessionOf(x.db, x.session, tenantId, x.now)
  if (session === undefined)
    throw new Refusal(
      403,
      'organizationSessionNeeded',
      `Open a session for the organization first: POST /account/organizations/${tenantId}/session.`,
    )
  const search = x.c.req.query('search')?.trim().slice(0, 256)
  const found = await listMyApplications(x.db, tenantId, session.userId, {
    limit: maxTiles + 1,
    search: search === '' ? undefined : search,
    after: readAfter(x),
  })
  const value = found.slice(0, maxTiles)
  const last = value.at(-1)
  const next =
    found.length > maxTiles && last !== undefined
      ? Buffer.from(JSON.stringify([last.sortName, last.id])).toString('base64url')
      : null
  const body: AccountApplications = {
    value: value.map(tileShape),
    next,
  }
  return x.c.json(body)
}

const tileShape = ({ id, displayName, description, homepage, roles: held }: MyApplication) => ({
  id,
  displayName,
  description,
  homepage,
  roles: [...held],
})

const readAfter = (x: Exchange): { sortName: string; id: string } | undefined => {
  const text = x.c.req.query('after')
  if (text === undefined) return undefined
  try {
    const [sortName, id] = afterSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { sortName, id }
  } catch {
    throw new Refusal(
      400,
      'invalidRequest',
      'The value of `after` is not one of ours. Start again from the first page.',
    )
  }
}

const askRefusals = {
  canLeave: [409, 'Nothing stands in the way: you can leave this organization by yourself.'],
  homeOrganization: [
    409,
    'This is your home organization. Ask its administrators if your account there should end.',
  ],
  lastAdministrator: [
    409,
    'You are the only Global Administrator of this organization who could still act, so nobody there could answer. Make somebody else one first, then leave.',
  ],
  nothingToRestore: [
    409,
    'There is nothing to restore here: your user is there, or the time in which it could be restored is over.',
  ],
} as const satisfies Partial<Record<AskResult['outcome'], readonly [number, string]>>

export const askAdministrators: Handler = async (x) => {
  const wish = await readJson(x.c, newRequest)
  const result = await ask(
    x.db,
    {
      personId: x.session.personId,
      tenantId: tenantIdOf(x),
      kind: wish.kind,
      message: wish.message === undefined ? undefined : parseMessage(wish.message),
    },
    x,
  )
  if (result.outcome === 'notFound') throw notThere()
  if (result.outcome !== 'asked')
    throw new Refusal(
      askRefusals[result.outcome][0],
      result.outcome,
      askRefusals[result.outcome][1],
    )
  const body = {
    id: result.requestId,
    kind: wish.kind,
    state: 'open',
    createdAt: result.createdAt.toISOString(),
    answeredAt: null,
    answer: null,
  }
  return x.c.json(body, result.again ? 200 : 201)
}

export const withdrawMyRequest: Handler = async (x) => {
  const requestId = x.c.req.param('requestId') ?? ''
  const who = { personId: x.session.personId, tenantId: tenantIdOf(x) }
  const { outcome } = isUuid(requestId)
    ? await withdrawRequest(x.db, { ...who, requestId: requestId.toLowerCase() as RequestId }, x)
    : ({ outcome: 'notFound' } as const)
  if (outcome === 'notFound')
    throw new Refusal(
      404,
      'requestNotFound',
      'You have no request with this id in this organization.',
    )
  if (outcome === 'answered')
    throw new Refusal(
      409,
      'alreadyAnswered',
      'This request is answered or withdrawn already; there is nothing to take back.',
    )
  return x.c.body(null, 204)
}
