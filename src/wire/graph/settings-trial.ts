/** What other settings of collaboration would do to whom, before they are saved. */
import { authorizationPolicy, externalIdentitiesPolicy } from './organization.ts'
import { operation, type AnsweredBy, type SentTo } from './definition/operation.ts'

/** How settings affect somebody, in the order in which it is told. */
export const settingEffects = [
  'leavingTaken',
  'leavingGiven',
  'keptAnyway',
  'invitationRefused',
  'invitationLetIn',
  'domainRefused',
  'seesLess',
  'seesMore',
  'invitingTaken',
  'invitingGiven',
] as const

const {
  allowInvitesFrom,
  guestUserRoleId,
  defaultUserRolePermissions,
  'guesthouse.domainRule': domainRule,
  'guesthouse.domains': domains,
} = authorizationPolicy.properties
const { allowExternalIdentitiesToLeave } = externalIdentitiesPolicy.properties

const effect = (means: string) => ({ is: 'text', words: settingEffects, means }) as const
const count = (means: string) => ({ is: 'integer', means }) as const

export const tryingSettings = operation({
  called: 'SettingsTrial',
  means: 'Whom other settings of collaboration would affect, were they saved. Saves nothing.',
  sent: {
    allowExternalIdentitiesToLeave,
    allowInvitesFrom,
    guestUserRoleId,
    defaultUserRolePermissions,
    'guesthouse.domainRule': domainRule,
    'guesthouse.domains': domains,
    effect: effect('Names only whom it affects so.'),
    after: { is: 'id', means: 'Where the next page begins.' },
  },
  answered: {
    counts: {
      is: 'object',
      type: 'guesthouse.settingsCount',
      many: true,
      means: 'How many are affected, and how; what affects nobody is left out.',
      properties: { effect: effect('How.'), count: count('How many.') },
    },
    domains: {
      is: 'object',
      type: 'guesthouse.settingsDomain',
      many: true,
      means:
        'The domains that would not be let in any more, the ones with the most first; 50 at most.',
      properties: {
        domain: { is: 'text', means: 'The domain.' },
        guests: count('Guests of it, who stay.'),
        invitations: count('Invitations that wait, and could not be accepted.'),
      },
    },
    value: {
      is: 'object',
      type: 'guesthouse.settingsConcerned',
      many: true,
      means: 'Who is affected, 50 a page.',
      properties: {
        id: { is: 'id', means: 'The object id.' },
        displayName: {
          is: 'name',
          nullable: true,
          means: 'The name; null to who reads no users.',
        },
        userPrincipalName: {
          is: 'principalName',
          nullable: true,
          means: 'The name to sign in with; null to who reads no users.',
        },
        effects: { ...effect('How.'), many: true },
      },
    },
    next: {
      is: 'id',
      nullable: true,
      means: 'Send it as after for the next page; null at the end.',
    },
  },
})

export type SettingsTrial = AnsweredBy<typeof tryingSettings>
export type TriedSettings = SentTo<typeof tryingSettings>
