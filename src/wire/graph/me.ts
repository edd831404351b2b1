/** What I may here, and the numbers that an administrator sees first. */
import { blockerCodes, organizationStates } from '../account.ts'
import { actions, type Action } from '../actions.ts'
import type { Properties, Property } from './definition/definition.ts'
import { operation, type AnsweredBy } from './definition/operation.ts'

const ofEach = <P extends Property>(property: P) =>
  Object.fromEntries(actions.map((action) => [action, property])) as Readonly<Record<Action, P>>

export const capabilities = operation({
  called: 'Capabilities',
  means: 'What I may, by a role or wholly without one.',
  answered: {
    roles: {
      is: 'object',
      type: 'guesthouse.roleHeld',
      many: true,
      means: 'The roles that I hold.',
      properties: {
        id: { is: 'id', means: 'The published id.' },
        displayName: { is: 'name', means: 'Its published name.' },
      },
    },
    may: {
      is: 'object',
      type: 'guesthouse.mayDo',
      means: 'Whether I may, by action.',
      properties: ofEach({ is: 'boolean', means: 'Whether I may.' } as const),
    },
    rolesThatMay: {
      is: 'object',
      type: 'guesthouse.rolesThatMay',
      means: 'Which roles would, by action.',
      properties: ofEach({ is: 'name', many: true, means: 'Names of roles.' } as const),
    },
    mayInvite: {
      is: 'boolean',
      means: 'Whether the settings of the organization let me invite guests.',
    },
  },
})

const number = (means: string) => ({ is: 'integer', means }) as const

const done = (means: string) => ({ is: 'boolean', means }) as const

/** Each count is that of a list with a filter. */
const counts = {
  members: number('Members.'),
  guests: number('Guests.'),
  invited: number('Who has not accepted yet.'),
  disabled: number('Who cannot sign in here.'),
  deleted: number('Deleted users who can still be restored.'),
  openRequests: number('Requests that nobody has answered.'),
  guestsWithoutSponsor: number('Guests for whom nobody answers.'),
  groupsWithoutOwner: number('Groups for which nobody answers.'),
  applicationsWithoutOwner: number('Applications for which nobody answers.'),
} as const satisfies Properties

export const overview = operation({
  called: 'Overview',
  means: 'The numbers of the organization.',
  answered: {
    ...counts,
    firstHour: {
      is: 'object',
      type: 'guesthouse.firstHour',
      means: 'What is done of what each organization should do in its first hour.',
      properties: {
        mail: done('A mail server is set for this installation.'),
        backup: done('A backup of this installation has been written.'),
        secondAdministrator: done('Two people can act as Global Administrator.'),
        verifiedDomain: done('A domain is verified.'),
        privacyContact: done('There is a privacy contact.'),
        invitedGuest: done('A guest has been invited.'),
      },
    },
    months: {
      is: 'object',
      type: 'guesthouse.month',
      many: true,
      means: 'The last twelve months, in UTC.',
      properties: {
        month: { is: 'text', means: 'Such as 2026-05.' },
        joined: number('Who came.'),
        departed: number('Who went.'),
      },
    },
  },
})

export const myOrganizations = operation({
  called: 'MyOrganizations',
  means: 'Where I belong, home first: all of it from home, elsewhere that organization alone.',
  answered: {
    value: {
      is: 'object',
      type: 'guesthouse.myOrganization',
      many: true,
      means: 'Organizations.',
      properties: {
        tenantId: { is: 'id', means: 'The organization.' },
        displayName: { is: 'name', means: 'Its name.' },
        defaultDomainName: { is: 'domain', nullable: true, means: 'Its default domain.' },
        isHome: { is: 'boolean', means: 'Whether I am at home there.' },
        userId: { is: 'id', means: 'Who I am there.' },
        userType: { is: 'text', words: ['Member', 'Guest'], means: 'As what I am there.' },
        externalUserState: {
          is: 'text',
          nullable: true,
          words: ['PendingAcceptance', 'Accepted'],
          means: 'Whether I have accepted the invitation; null at home.',
        },
        state: { is: 'text', words: organizationStates, means: 'How I stand with it.' },
        canLeave: { is: 'boolean', means: 'Whether nothing keeps me there.' },
        reasons: {
          is: 'text',
          many: true,
          words: blockerCodes,
          means: 'All that keeps me there (R25).',
        },
      },
    },
  },
})

export const leaveOrganization = operation({
  called: 'User',
  means:
    'I leave this organization (R1); Location is the address of the receipt. Asks nobody; administrators can restore me.',
})

export type Capabilities = AnsweredBy<typeof capabilities>
export type Overview = AnsweredBy<typeof overview>
export type Month = Overview['months'][number]
