/** What ends guests by itself: lifecycle policies, their simulation, what ends one guest next. */
import {
  comingReasons,
  comingSteps,
  leastGraceDays,
  lifecycleReasons,
  mostResultDays,
  simulatedDays,
} from '../lifecycle.ts'
import type { Answer } from './definition/answer.ts'
import { resource } from './definition/definition.ts'
import type { Change, Creation } from './definition/sent.ts'
import { objectName } from './named.ts'
import { operation, type AnsweredBy, type SentTo } from './definition/operation.ts'

/** What a policy does when the grace is over. */
export const policyActions = ['disable', 'delete', 'disableThenDelete'] as const

const days = (least: number, most: number, means: string) =>
  ({ is: 'integer', least, most, byDefault: true, write: 'always', means }) as const

const settings = {
  displayName: objectName,
  description: {
    is: 'text',
    nullable: true,
    most: 1_024,
    byDefault: true,
    write: 'always',
    means: 'What it is for.',
  },
  isEnabled: {
    is: 'boolean',
    byDefault: true,
    write: 'always',
    required: true,
    means: 'Whether it does anything.',
  },
  priority: {
    ...days(1, 100, 'The policy with the lowest number that a guest falls under decides, alone.'),
    required: true,
  },
  gracePeriodInDays: {
    ...days(
      0,
      90,
      `How long a guest who does not keep its rules is told before anything is done; at least ${leastGraceDays.delete} where that is delete. Who was told of something milder or later, before the policy was changed or by another one, is told anew and has all of it.`,
    ),
    required: true,
  },
  'guesthouse.groupId': {
    is: 'id',
    nullable: true,
    byDefault: true,
    write: 'always',
    means: 'It is for members of this group alone; null for all guests.',
  },
  'guesthouse.exceptGroupId': {
    is: 'id',
    nullable: true,
    byDefault: true,
    write: 'always',
    means: 'Members of this group do not fall under it; null for no exception.',
  },
  'guesthouse.inactiveDays': {
    ...days(30, 730, 'Rule: active within so many days (R116); null for no such rule.'),
    nullable: true,
  },
  'guesthouse.needsSponsor': {
    is: 'boolean',
    byDefault: true,
    write: 'always',
    means: 'Rule: somebody answers for the guest.',
  },
  'guesthouse.attestationDays': {
    ...days(
      30,
      730,
      'Rule: somebody has said within so many days that the guest is needed (R136).',
    ),
    nullable: true,
  },
  'guesthouse.redemptionDays': {
    ...days(1, 365, 'Rule: the invitation is accepted within so many days.'),
    nullable: true,
  },
  'guesthouse.action': {
    is: 'text',
    words: policyActions,
    byDefault: true,
    write: 'always',
    required: true,
    means: 'What is done when the grace is over.',
  },
  'guesthouse.deletionDays': {
    ...days(1, 90, 'How many days later whom it has disabled is deleted; of disableThenDelete.'),
    nullable: true,
  },
} as const

export const lifecyclePolicy = resource({
  type: 'guesthouse.lifecyclePolicy',
  called: 'LifecyclePolicy',
  set: 'identityGovernance/lifecycleWorkflows/lifecyclePolicies',
  key: 'id',
  means: 'Rules that guests keep, and what becomes of those who do not (R134).',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the policy.' },
    ...settings,
    'guesthouse.groupGoneDateTime': {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means:
        'Since when the group it was for is permanently deleted. It is off since, and cannot be turned on without a guesthouse.groupId.',
    },
    createdDateTime: { is: 'instant', byDefault: true, means: 'When it was made.' },
    lastModifiedDateTime: { is: 'instant', byDefault: true, means: 'When it was last changed.' },
    'guesthouse.lastRunDateTime': {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means: 'When it last looked at all its guests.',
    },
  },
})

const when = (means: string) => ({ is: 'instant', nullable: true, means }) as const

const already = {
  is: 'boolean',
  means: 'Whether that is so already; false where it only comes to be so if nothing happens.',
} as const

const coming = {
  reason: { is: 'text', words: lifecycleReasons, means: 'Which rule is not kept.' },
  already,
  toldDateTime: { is: 'instant', means: 'When the guest and the sponsors are told first.' },
  disableDateTime: when('When the guest is disabled.'),
  deleteDateTime: when('When the guest is deleted.'),
} as const

export const simulatePolicy = operation({
  called: 'Simulation',
  means: `What a policy would do to whom within ${simulatedDays} days, were it saved and on. Saves nothing.`,
  sent: {
    id: { is: 'id', means: 'The policy that it would take the place of.' },
    ...settings,
    after: { is: 'id', means: 'Where the next page begins.' },
  },
  answered: {
    value: {
      is: 'object',
      type: 'guesthouse.concerned',
      many: true,
      means: 'Who is concerned.',
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
        ...coming,
      },
    },
    next: {
      is: 'id',
      nullable: true,
      means: 'Send it as after for the next page; null at the end.',
    },
    counts: {
      is: 'object',
      type: 'guesthouse.concernedCounts',
      nullable: true,
      means: 'How many on all pages; with the first page alone.',
      properties: {
        told: { is: 'integer', means: `Who is told within ${simulatedDays} days, or has been.` },
        disabled: { is: 'integer', means: 'Who of them is disabled after that.' },
        deleted: { is: 'integer', means: 'Who of them is deleted after that.' },
        isWhole: { is: 'boolean', means: 'False where there are more guests than are looked at.' },
      },
    },
    seen: {
      is: 'text',
      nullable: true,
      means: 'What guesthouse.save asks for; with the first page alone.',
    },
  },
})

export const savePolicy = operation({
  called: 'SimulatedPolicy',
  means: 'Saves a policy as it was simulated; 409 where it would concern others by now.',
  sent: {
    id: { is: 'id', means: 'The policy to change; without it a new one is made.' },
    ...settings,
    seen: { is: 'text', required: true, most: 100, means: 'What the simulation answered.' },
  },
  answered: { id: { is: 'id', means: 'The id of the policy.' } },
})

export const policyResults = operation({
  called: 'PolicyResults',
  means: `What a policy did, the newest day first, at most ${mostResultDays} days.`,
  answered: {
    value: {
      is: 'object',
      type: 'guesthouse.policyResult',
      many: true,
      means: 'A day on which it did something.',
      properties: {
        day: { is: 'text', means: 'The day, in UTC.' },
        told: { is: 'integer', means: 'How many notices went to guests.' },
        disabled: { is: 'integer', means: 'How many guests were disabled.' },
        deleted: { is: 'integer', means: 'How many guests were deleted.' },
      },
    },
  },
})

const steps = {
  is: 'object',
  type: 'guesthouse.comingStep',
  many: true,
  properties: {
    step: { is: 'text', words: comingSteps, means: 'What becomes of the guest.' },
    why: { is: 'text', words: comingReasons, means: 'Why.' },
    already,
    dateTime: { is: 'instant', means: 'When.' },
  },
} as const

export const userLifecycle = operation({
  called: 'Lifecycle',
  means: 'What ends a guest next, if nothing happens.',
  answered: {
    endDateTime: when('The end date (R133).'),
    lastAttestedDateTime: when('When somebody last said that the guest is needed (R136).'),
    disabledByPolicy: { is: 'boolean', means: 'Whether a policy has disabled the guest (R135).' },
    policy: {
      is: 'object',
      type: 'guesthouse.governing',
      nullable: true,
      means: 'The policy that ends the guest, where one does.',
      properties: {
        id: { is: 'id', means: 'The id of the policy.' },
        displayName: { is: 'name', means: 'Its name.' },
        ...coming,
      },
    },
    comes: {
      ...steps,
      means: 'Every step to come, the next first; empty where nothing ends the guest.',
    },
    comesIfKept: {
      ...steps,
      means: 'The same, were the guest attested now: what that alone does not stop.',
    },
  },
})

export const attestGuest = operation({
  called: 'Attestation',
  means:
    'Says that a guest is still needed (R136), and sets the end date with it where one is sent.',
  sent: {
    'guesthouse.endDateTime': {
      is: 'instant',
      endOfDay: true,
      means: 'The end date from then on (R133); without it the present one stays.',
    },
  },
})

export type Attestation = SentTo<typeof attestGuest>
export type LifecyclePolicy = Answer<typeof lifecyclePolicy>
export type NewLifecyclePolicy = Creation<typeof lifecyclePolicy>
export type LifecyclePolicyChanges = Change<typeof lifecyclePolicy>
export type PolicyResults = AnsweredBy<typeof policyResults>
export type SavedPolicy = AnsweredBy<typeof savePolicy>
export type Simulation = AnsweredBy<typeof simulatePolicy>
export type UserLifecycle = AnsweredBy<typeof userLifecycle>
