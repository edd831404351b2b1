/** The organization of the directory API, and its policies. */
import { protections, waitingHours } from './purge-protection.ts'
import { domain, domainKinds } from './domain.ts'
import { answerDays } from '../../kernel/answer-days.ts'
import { longestDomain } from '../../kernel/domain.ts'
import { undoHours } from '../undo-hours.ts'
import { keptDays, keptWithoutHomeDays, type KeptName } from '../../kernel/kept-days.ts'
import { longestRequestMessage } from '../../kernel/text.ts'
import { organizationNone } from './organization-none.ts'
import { objectName } from './named.ts'
import type { Answer } from './definition/answer.ts'
import { optionalText, resource } from './definition/definition.ts'
import type { Change } from './definition/sent.ts'

const days = <const N extends KeptName>(name: N, means: string) =>
  ({ is: 'integer', ...keptDays[name], write: 'update', means }) as const

export const organization = resource({
  type: 'organization',
  called: 'Organization',
  set: 'organization',
  key: 'id',
  means: 'The organization that the access token is for.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the organization.' },
    displayName: { ...objectName, write: 'update', required: undefined },
    createdDateTime: { is: 'instant', byDefault: true, means: 'When it was made.' },
    technicalNotificationMails: {
      is: 'address',
      many: true,
      mostItems: 1,
      byDefault: true,
      write: 'update',
      means: 'Whom people turn to when something does not work.',
    },
    privacyProfile: {
      is: 'object',
      type: 'privacyProfile',
      nullable: true,
      byDefault: true,
      write: 'update',
      means: 'Whom guests turn to about what is held of them.',
      properties: {
        contactEmail: { is: 'address', nullable: true, means: 'The privacy contact.' },
        statementUrl: {
          is: 'webAddress',
          nullable: true,
          most: 255,
          means: 'The privacy statement.',
        },
      },
    },
    preferredLanguage: {
      ...optionalText,
      write: 'update',
      most: 35,
      byDefault: true,
      means:
        'The language of those who have chosen none and whose home says none, as a tag such as de-AT.',
    },
    verifiedDomains: {
      is: 'object',
      type: 'verifiedDomain',
      many: true,
      byDefault: true,
      means: 'The domains that are proved to be its own.',
      properties: {
        name: { is: 'text', means: domain.properties.id.means },
        isDefault: { is: 'boolean', means: 'Whether new users get it.' },
        isInitial: { is: 'boolean', means: 'Whether the organization was made with it.' },
        capabilities: { is: 'text', nullable: true, means: 'Null: there is no mail here.' },
        type: {
          is: 'text',
          words: domainKinds,
          means: domain.properties.authenticationType.means,
        },
      },
    },
    ...organizationNone,
    'guesthouse.deletedRetentionDays': days(
      'deletedRetentionDays',
      'For how many days a deleted user can be restored (R55).',
    ),
    'guesthouse.signInRecordsDays': days(
      'signInRecordsDays',
      'For how many days records of signing in are kept (R143).',
    ),
    'guesthouse.auditRecordsDays': days(
      'auditRecordsDays',
      'For how many days the audit log is kept (R143).',
    ),
    'guesthouse.unacceptedGuestsDays': days(
      'unacceptedGuestsDays',
      'For how many days who never accepted stays (R144).',
    ),
    'guesthouse.purgeProtection': {
      is: 'text',
      words: protections,
      means: 'What is asked for before a permanent deletion (R137).',
    },
    'guesthouse.purgeWaitingHours': {
      is: 'integer',
      ...waitingHours,
      means: 'How long a permanent deletion waits, where that is asked for.',
    },
  },
})

export const externalIdentitiesPolicy = resource({
  type: 'externalIdentitiesPolicy',
  called: 'ExternalIdentitiesPolicy',
  set: 'policies/externalIdentitiesPolicy',
  key: 'id',
  means: 'Whether guests leave by themselves, and what becomes of those without a home.',
  properties: {
    id: { is: 'text', byDefault: true, means: 'externalIdentitiesPolicy.' },
    displayName: { is: 'name', byDefault: true, means: 'Its name.' },
    allowExternalIdentitiesToLeave: {
      is: 'boolean',
      byDefault: true,
      write: 'update',
      means: 'Whether guests leave by themselves; not turned off without a privacy contact (R23).',
    },
    allowDeletedIdentitiesDataRemoval: {
      is: 'boolean',
      byDefault: true,
      write: 'update',
      means: `Whether guests are deleted ${keptWithoutHomeDays} days after their account at home was permanently deleted (R44).`,
    },
    'guesthouse.undoLeavingHours': {
      is: 'integer',
      ...undoHours,
      byDefault: true,
      write: 'update',
      means: 'For how many hours who left can undo it by themselves; 0 for not at all (R142).',
    },
    'guesthouse.answerDays': {
      is: 'integer',
      ...answerDays,
      byDefault: true,
      write: 'update',
      means: 'By how many days a request to be removed is answered; for later ones only (R32).',
    },
    'guesthouse.removesUnanswered': {
      is: 'boolean',
      byDefault: true,
      write: 'update',
      means: 'Whether whom nobody answers is removed then; not turned off without a reason.',
    },
    'guesthouse.unansweredReason': {
      is: 'message',
      nullable: true,
      most: longestRequestMessage,
      byDefault: true,
      write: 'update',
      means: 'That reason, as whoever asks reads it.',
    },
    'guesthouse.guestsAttest': {
      is: 'boolean',
      byDefault: true,
      write: 'update',
      means: 'Whether guests say by themselves that they still need their account (R136).',
    },
    'guesthouse.namesGuestsToHomes': {
      is: 'boolean',
      byDefault: true,
      write: 'update',
      means: 'Whether the home of a guest who agrees sees that they are one here (R141).',
    },
    'guesthouse.tellsOfDisabling': {
      is: 'boolean',
      byDefault: true,
      write: 'update',
      means:
        'Whether organizations that name our people to us see whose account is disabled here (R141).',
    },
  },
})

/** Who may invite (R94). */
export const invitersAllowed = [
  'none',
  'adminsAndGuestInviters',
  'adminsGuestInvitersAndAllMembers',
  'everyone',
] as const

/** What guests see of an organization: its three levels, by their published ids (R102). */
export const guestLevels = {
  asMembers: 'a0b1b346-4d3e-4e8b-98f8-753987be4970',
  limited: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
  restricted: '2af84b1e-32c8-42b7-82bc-daa82404023b',
} as const

/** Graph's name of what lets people agree by themselves. */
export const usersConsentPolicy = 'ManagePermissionGrantsForSelf.microsoft-user-default-legacy'

// What is so for every organization: a body may say it, and nothing else.
const never = (means: string) =>
  ({ is: 'boolean', only: false, byDefault: true, write: 'update', means }) as const
const unroled = { is: 'boolean', only: false, means: 'False: it takes a role.' } as const

export const authorizationPolicy = resource({
  type: 'authorizationPolicy',
  called: 'AuthorizationPolicy',
  set: 'policies/authorizationPolicy',
  key: 'id',
  means: 'Who invites whom, and what guests see.',
  properties: {
    id: { is: 'text', byDefault: true, means: 'authorizationPolicy.' },
    displayName: { is: 'name', byDefault: true, means: 'Its name.' },
    description: { is: 'text', byDefault: true, means: 'What it says.' },
    allowEmailVerifiedUsersToJoinOrganization: never('Nobody joins by having an address.'),
    allowedToSignUpEmailBasedSubscriptions: never('There are no subscriptions.'),
    allowedToUseSSPR: never('Administrators do not reset what they sign in with by themselves.'),
    blockMsolPowerShell: never('There is no older interface to block.'),
    allowInvitesFrom: {
      is: 'text',
      words: invitersAllowed,
      byDefault: true,
      write: 'update',
      means: 'Who may invite (R94).',
    },
    guestUserRoleId: {
      is: 'id',
      words: [guestLevels.asMembers, guestLevels.limited, guestLevels.restricted],
      byDefault: true,
      write: 'update',
      means: 'What guests see: as members, limited, or restricted (R102).',
    },
    defaultUserRolePermissions: {
      is: 'object',
      type: 'defaultUserRolePermissions',
      byDefault: true,
      write: 'update',
      means: 'What people may without a role.',
      properties: {
        allowedToReadOtherUsers: { is: 'boolean', means: 'Whether they read others (R102).' },
        allowedToCreateApps: unroled,
        allowedToCreateSecurityGroups: unroled,
        allowedToCreateTenants: unroled,
        permissionGrantPoliciesAssigned: {
          is: 'text',
          many: true,
          words: [usersConsentPolicy],
          mostItems: 1,
          means:
            'Whether people agree by themselves that an application acts for them at another one, to scopes that are for that. Empty: administrators alone.',
        },
      },
    },
    'guesthouse.domainRule': {
      is: 'text',
      words: ['none', 'allow', 'block'],
      write: 'update',
      means: 'Whether the list of domains is of those that may be invited, or may not.',
    },
    'guesthouse.domains': {
      is: 'text',
      many: true,
      most: longestDomain,
      mostItems: 500,
      write: 'update',
      means: 'That list.',
    },
    'guesthouse.invitationLifetimeDays': {
      is: 'integer',
      least: 1,
      most: 90,
      write: 'update',
      means: 'How long an invitation can be accepted.',
    },
    'guesthouse.restoringNeedsConsent': {
      is: 'boolean',
      write: 'update',
      means: 'Whether who left, or refuses invitations, and is restored says yes first.',
    },
    'guesthouse.rolesThatMayInvite': {
      is: 'name',
      many: true,
      means: 'The roles that may invite.',
    },
  },
})

export type Organization = Answer<typeof organization>
export type OrganizationProperties = Change<typeof organization>
export type ExternalIdentitiesPolicy = Answer<typeof externalIdentitiesPolicy>
export type ExternalIdentitiesPolicyChanges = Change<typeof externalIdentitiesPolicy>
export type InvitationPolicy = Answer<typeof authorizationPolicy>
export type InvitationPolicyChanges = Change<typeof authorizationPolicy>
