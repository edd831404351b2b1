/** /account/organizations: see where I am, and see myself out. */
import { roleNamed, roles } from '../access/roles.ts'
import { Refusal } from '../edge/refusal.ts'
import { leave } from '../directory/users/leave.ts'
import { listEndings, type Ending, type EndingKind } from '../directory/links/preview.sql.ts'
import { listMyOrganizations, type MyOrganization } from '../people/my-organizations.sql.ts'
import { isShutTo } from '../directory/proved-account.sql.ts'
import { erasedBy, restorableUntil } from '../directory/users/retention.rule.ts'
import { isUuid, type TenantId } from '../kernel/ids.ts'
import { openTenantSession } from '../people/tenant-sessions.ts'
import type { LeavePreview } from '../wire/account.ts'
import { blockersFor } from './leave-words.ts'
import { departureShape, organizationShape } from './organization-shape.ts'
import type { Exchange, Handler } from './exchange.ts'

export const notThere = (): Refusal =>
  new Refusal(
    404,
    'organizationNotFound',
    'You do not belong to an organization with this id. Your organizations are listed at /account/organizations.',
  )

export const tenantIdOf = (x: Exchange): TenantId => {
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
