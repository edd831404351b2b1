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
import { kindOf, readWithDomains, type WithDomains } from './domain-shape.ts'
import { externalIdentitiesPolicy, organization } from '../wire/graph/organization.ts'
import { shaped } from './shape.ts'
import { badProperty, notFound } from './refusals.ts'

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
        isInitial: one.isInitial,
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
