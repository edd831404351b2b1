/** /organization, and the policy whether guests may leave by themselves. */
import { asks, sees } from '../access/permission.ts'
import { readOrganization, type OrganizationRow } from '../directory/organization.sql.ts'
import { updateOrganization, type OrganizationChanges } from '../directory/organizations/update.ts'
import { isLanguageTag } from '../kernel/language-tag.ts'
import { keptNames } from '../kernel/kept-days.ts'
import type { TenantId } from '../kernel/ids.ts'
import { readChange } from './body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from './exchange.ts'
import { collection, entity, noContent } from './query/answers.ts'
import { listProviders } from '../credentials/provider/provider.sql.ts'
import { domain } from '../wire/graph/domain.ts'
import { externalIdentitiesPolicy, organization } from '../wire/graph/organization.ts'
import { shaped } from './shape.ts'
import { badProperty, notFound } from './refusals.ts'

type DomainRow = OrganizationRow['domains'][number] & { readonly isFederated: boolean }
type WithDomains = Omit<OrganizationRow, 'domains'> & { readonly domains: readonly DomainRow[] }

const kindOf = ({ isFederated }: DomainRow) => (isFederated ? 'Federated' : 'Managed')

/** A domain is federated while its people sign in at a provider of the organization. */
const readWithDomains = async (x: Exchange): Promise<WithDomains> => {
  const [found, providers] = await Promise.all([
    readOrganization(x.db, x.tenantId),
    listProviders(x.db, x.tenantId),
  ])
  const federated = new Set(
    providers.flatMap((one) => (one.disabledAt === null ? (one.domains ?? []) : [])),
  )
  return {
    ...found,
    domains: found.domains.map((one) => ({ ...one, isFederated: federated.has(one.name) })),
  }
}

const organizationShape = shaped<typeof organization, WithDomains>(organization, {
  createdDateTime: ({ createdAt }) => createdAt.toISOString(),
  technicalNotificationMails: ({ technicalContact }) =>
    technicalContact === null ? [] : [technicalContact],
  privacyProfile: ({ privacyContact, privacyStatementUrl }) => ({
    contactEmail: privacyContact,
    statementUrl: privacyStatementUrl,
  }),
  verifiedDomains: ({ domains }) =>
    domains
      .filter(({ isVerified }) => isVerified)
      .map((one) => ({
        name: one.name,
        isDefault: one.isDefault,
        // The first one stays the default.
        isInitial: one.isDefault,
        capabilities: null,
        type: kindOf(one),
      })),
  'guesthouse.deletedRetentionDays': ({ deletedRetentionDays }) => deletedRetentionDays,
  'guesthouse.signInRecordsDays': ({ signInRecordsDays }) => signInRecordsDays,
  'guesthouse.auditRecordsDays': ({ auditRecordsDays }) => auditRecordsDays,
  'guesthouse.unacceptedGuestsDays': ({ unacceptedGuestsDays }) => unacceptedGuestsDays,
  'guesthouse.purgeProtection': ({ purgeProtection }) => purgeProtection,
  'guesthouse.purgeWaitingHours': ({ purgeWaitingHours }) => purgeWaitingHours,
})

const show: Handler = async (x) =>
  collection(x, 'organization', [await readWithDomains(x)], organizationShape)

// The only organization that a token reaches is its own.
const refuseOthers = (x: Exchange): void => {
  const id = idParam<TenantId>(x, 'id')
  if (id !== x.tenantId) throw notFound(id)
}

const showOne: Handler = async (x) => {
  refuseOthers(x)
  return entity(x, 'organization', organizationShape, await readWithDomains(x))
}

const change = async (x: Exchange, changes: OrganizationChanges): Promise<Response> => {
  const { outcome } = await updateOrganization(x.db, x.tenantId, changes, x.context)
  if (outcome === 'privacyContactNeeded')
    throw badProperty('privacyProfile.contactEmail', 'privacyContactNeeded')
  if (outcome === 'reasonNeeded')
    throw badProperty('guesthouse.unansweredReason', 'unansweredReasonNeeded')
  return noContent(x)
}

const displayOf = (address: { readonly display: string } | null | undefined): string | null =>
  address?.display ?? null

const update: Handler = async (x) => {
  refuseOthers(x)
  const body = await readChange(x, organization)
  const { preferredLanguage } = body
  if (typeof preferredLanguage === 'string' && !isLanguageTag(preferredLanguage))
    throw badProperty('preferredLanguage', 'notALanguage')
  const privacy =
    body.privacyProfile === null ? { contactEmail: null, statementUrl: null } : body.privacyProfile
  const mails = body.technicalNotificationMails
  return change(x, {
    displayName: body.displayName,
    technicalContact: mails && displayOf(mails[0]),
    privacyContact:
      privacy?.contactEmail === undefined ? undefined : displayOf(privacy.contactEmail),
    privacyStatementUrl: privacy?.statementUrl,
    preferredLanguage,
    ...Object.fromEntries(keptNames.map((name) => [name, body[`guesthouse.${name}`]])),
  })
}

const domainShape = shaped<typeof domain, DomainRow>(domain, {
  id: ({ name }) => name,
  authenticationType: kindOf,
  isAdminManaged: () => true,
  supportedServices: () => [],
})

const listDomains: Handler = async (x) =>
  collection(x, 'domains', (await readWithDomains(x)).domains, domainShape)

const showDomain: Handler = async (x) => {
  const name = x.param('id').toLowerCase()
  const found = (await readWithDomains(x)).domains.find((one) => one.name === name)
  if (found === undefined) throw notFound(name.slice(0, 253))
  return entity(x, 'domains', domainShape, found)
}

const policyShape = shaped<typeof externalIdentitiesPolicy, OrganizationRow>(
  externalIdentitiesPolicy,
  {
    id: () => 'externalIdentitiesPolicy',
    displayName: () => 'External Identities Policy',
    allowExternalIdentitiesToLeave: ({ externalUsersMayLeave }) => externalUsersMayLeave,
    allowDeletedIdentitiesDataRemoval: ({ deletesGuestsWithoutHome }) => deletesGuestsWithoutHome,
    'guesthouse.undoLeavingHours': ({ undoLeavingHours }) => undoLeavingHours,
    'guesthouse.answerDays': ({ answerDays }) => answerDays,
    'guesthouse.removesUnanswered': ({ removesUnanswered }) => removesUnanswered,
    'guesthouse.unansweredReason': ({ unansweredReason }) => unansweredReason,
    'guesthouse.guestsAttest': ({ guestsAttest }) => guestsAttest,
    'guesthouse.namesGuestsToHomes': ({ namesGuestsToHomes }) => namesGuestsToHomes,
    'guesthouse.tellsOfDisabling': ({ tellsOfDisabling }) => tellsOfDisabling,
  },
)

const showPolicy: Handler = async (x) =>
  entity(
    x,
    'policies/externalIdentitiesPolicy',
    policyShape,
    await readOrganization(x.db, x.tenantId),
  )

const updatePolicy: Handler = async (x) => {
  const body = await readChange(x, externalIdentitiesPolicy)
  return change(x, {
    externalUsersMayLeave: body.allowExternalIdentitiesToLeave,
    deletesGuestsWithoutHome: body.allowDeletedIdentitiesDataRemoval,
    undoLeavingHours: body['guesthouse.undoLeavingHours'],
    answerDays: body['guesthouse.answerDays'],
    removesUnanswered: body['guesthouse.removesUnanswered'],
    unansweredReason: body['guesthouse.unansweredReason'],
    guestsAttest: body['guesthouse.guestsAttest'],
    namesGuestsToHomes: body['guesthouse.namesGuestsToHomes'],
    tellsOfDisabling: body['guesthouse.tellsOfDisabling'],
  })
}

export const organizationRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/organization',
    permission: sees('organization', 'GET /organization'),
    takes: { list: true, select: organizationShape },
    handler: show,
  },
  {
    method: 'GET',
    path: '/organization/:id',
    permission: sees('organization', 'GET /organization'),
    takes: { select: organizationShape },
    handler: showOne,
  },
  {
    method: 'PATCH',
    path: '/organization/:id',
    permission: asks('organization.write', 'PATCH /organization/{id}'),
    handler: update,
  },
  {
    method: 'GET',
    path: '/domains',
    permission: sees('organization', 'GET /domains'),
    takes: { list: true, select: domainShape },
    handler: listDomains,
  },
  {
    method: 'GET',
    path: '/domains/:id',
    permission: sees('organization', 'GET /domains/{id}'),
    takes: { select: domainShape },
    handler: showDomain,
  },
  {
    method: 'GET',
    path: '/policies/externalIdentitiesPolicy',
    permission: asks('policies.read', 'GET /policies/externalIdentitiesPolicy'),
    takes: { select: policyShape },
    handler: showPolicy,
  },
  {
    method: 'PATCH',
    path: '/policies/externalIdentitiesPolicy',
    permission: asks('organization.write', 'PATCH /policies/externalIdentitiesPolicy'),
    handler: updatePolicy,
  },
]
