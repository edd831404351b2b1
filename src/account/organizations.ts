/** /account/organizations: see where I am, and see myself out. */
import { roleNamed, roles } from '../access/roles.ts'
import { leave } from '../directory/users/leave.ts'
import { listEndings, type Ending } from '../directory/links/preview.sql.ts'
import { listMyOrganizations, type MyOrganization } from '../people/my-organizations.sql.ts'
import { isShutTo } from '../directory/proved-account.sql.ts'
import { erasedBy, restorableUntil } from '../directory/users/retention.rule.ts'
import { pathId } from '../edge/path-id.ts'
import type { TenantId } from '../kernel/ids.ts'
import { openTenantSession } from '../people/tenant-sessions.ts'
import type { Blocker, LeavePreview } from '../wire/account.ts'
import { endings } from '../wire/ties.ts'
import { wordsOf } from '../pages/reader.ts'
import type { RoleNames } from '../words/en/role-names.ts'
import { roleNameIn } from '../words/role-name.ts'
import type { BlockersWords } from '../words/en/blockers.ts'
import { blockersFor } from './leave-words.ts'
import { departureShape, organizationShape } from './organization-shape.ts'
import type { Exchange, Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'

export const notThere = ({ words }: Exchange): SpokenRefusal =>
  new SpokenRefusal('organizationNotFound', words.refusal.organizationNotFound)

export const tenantIdOf = (x: Exchange): TenantId => {
  const id = pathId<TenantId>(x.c)
  if (id === undefined) throw notThere(x)
  return id
}

export const listOrganizations: Handler = async (x) => {
  const organizations = await listMyOrganizations(x.db, x.session.personId, x.now)
  const homeName = organizations.find(({ isHome }) => isHome)?.displayName
  return x.c.json({
    value: organizations.map((organization) => organizationShape(organization, homeName, x.words)),
  })
}

// Home comes with it, for the words of a blocker that lies at home.
const readOrganization = async (
  x: Exchange,
  tenantId: TenantId,
): Promise<{ organization: MyOrganization; homeName: string | undefined }> => {
  const [organization] = await listMyOrganizations(x.db, x.session.personId, x.now, tenantId)
  if (organization === undefined) throw notThere(x)
  if (organization.isHome || organization.homeAccountEnabled || x.session.homeTenantId === null)
    return { organization, homeName: undefined }
  const [home] = await listMyOrganizations(x.db, x.session.personId, x.now, x.session.homeTenantId)
  return { organization, homeName: home?.displayName }
}

/** What keeps the person in an organization of theirs just now. */
export const blockersAt = async (x: Exchange, tenantId: TenantId): Promise<readonly Blocker[]> => {
  const { organization, homeName } = await readOrganization(x, tenantId)
  return organizationShape(organization, homeName, x.words).blockers
}

export const previewLeaving: Handler = async (x) => {
  const { organization, homeName } = await readOrganization(x, tenantIdOf(x))
  const endings = await listEndings(x.db, organization.tenantId, organization.userId)
  const until = restorableUntil(x.now, organization.retentionDays)
  const preview: LeavePreview = {
    organization: organizationShape(organization, homeName, x.words),
    ends: endsOf(endings, wordsOf(x.c).roleNames),
    retentionDays: organization.retentionDays,
    restorableUntil: until.toISOString(),
    erasedBy: erasedBy(until).toISOString(),
  }
  return x.c.json(preview)
}

type Ends = LeavePreview['ends']

type Counted = Ends['groups']

const nothing: Counted = { count: 0, items: [] }

const endsOf = (found: readonly Ending[], names: RoleNames): Ends => {
  const ends = Object.fromEntries(Object.values(endings).map(({ all }) => [all, nothing])) as Ends
  for (const { kind, count, items } of found) ends[endings[kind].all] = { count, items: [...items] }
  return { ...ends, roles: namedRoles(ends.roles, names) }
}

const namedRoles = ({ count, items }: Counted, names: RoleNames): Counted => ({
  count,
  items: items.map((item) => {
    const name = roleNamed(item.id)
    if (name === undefined) return item
    return { ...item, displayName: roleNameIn(names, roles[name].displayName) }
  }),
})

export const leaveOrganization: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const result = await leave(x.db, { personId: x.session.personId, tenantId }, x)
  if (result.outcome === 'left') return x.c.json(departureShape(result.departure))
  if (result.outcome === 'notFound') throw notThere(x)
  if (result.outcome === 'removed') {
    throw new SpokenRefusal('alreadyRemoved', x.words.refusal.alreadyRemoved)
  }
  const { organization, homeName } = await readOrganization(x, tenantId)
  const blockers = blockersFor(result.reasons, organization, homeName, x.words)
  const why = blockers.map(({ message }) => message).join(' ')
  throw new SpokenRefusal(
    'leaveBlocked',
    x.words.refusal.leaveBlocked(organization.displayName, why),
    { details: { blockers } },
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
  if (!x.session.homeActive) throw new SpokenRefusal('noAccess', x.words.refusal.homeClosed)
  const isShut = await isShutTo(x.db, tenantId, x.session.sessionId)
  throw new SpokenRefusal('noAccess', whyClosed(organization, isShut, x.words.refusal))
}

const whyClosed = (
  organization: MyOrganization,
  isShut: boolean,
  words: BlockersWords['refusal'],
): string => {
  if (organization.deletedAt !== null) return words.noLongerThere(organization.displayName)
  if (organization.organizationClosed) return words.organizationClosed(organization.displayName)
  if (organization.invited) return words.notAccepted(organization.displayName)
  if (organization.accountEnabled && isShut)
    return words.providerNotTrusted(organization.displayName)
  return words.disabledThere(organization.displayName)
}
