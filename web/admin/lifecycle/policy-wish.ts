/** A policy as its form has it, and as it is sent. */
import type { GraphClient } from '../../../src/client/graph.ts'
import type { LifecyclePolicy, NewLifecyclePolicy } from '../../../src/wire/graph/lifecycle.ts'
import { textOrNull } from '../form/property-text.ts'
import type { Words } from '../words.tsx'

export type Wish = ReturnType<typeof wishOf>
export type Trial = Awaited<ReturnType<GraphClient['lifecycle']['simulate']>>

type Settings = Omit<
  LifecyclePolicy,
  'id' | 'createdDateTime' | 'lastModifiedDateTime' | 'guesthouse.lastRunDateTime'
>

/** What stands in the form of a new one. */
const fresh: Settings = {
  displayName: '',
  description: null,
  isEnabled: true,
  priority: 10,
  gracePeriodInDays: 30,
  'guesthouse.groupId': null,
  'guesthouse.exceptGroupId': null,
  'guesthouse.inactiveDays': 90,
  'guesthouse.needsSponsor': false,
  'guesthouse.attestationDays': null,
  'guesthouse.redemptionDays': null,
  'guesthouse.action': 'disableThenDelete',
  'guesthouse.deletionDays': 30,
  'guesthouse.groupGoneDateTime': null,
}

/** Days of a field that is not asked for while its rule is off. */
const usual = { inactive: 90, attestation: 180, redemption: 30, deletion: 30 }

const rulesOf = (policy: Settings) => {
  const { inactive, attestation, redemption } = usual
  return {
    inactive: policy['guesthouse.inactiveDays'] !== null,
    inactiveDays: policy['guesthouse.inactiveDays'] ?? inactive,
    needsSponsor: policy['guesthouse.needsSponsor'],
    attestation: policy['guesthouse.attestationDays'] !== null,
    attestationDays: policy['guesthouse.attestationDays'] ?? attestation,
    redemption: policy['guesthouse.redemptionDays'] !== null,
    redemptionDays: policy['guesthouse.redemptionDays'] ?? redemption,
  }
}

const isForGroup = (policy: Settings): boolean =>
  policy['guesthouse.groupId'] !== null || policy['guesthouse.groupGoneDateTime'] !== null

/** What stands in the form of a policy; of a new one, what is usual. */
export const wishOf = (policy: Settings = fresh) => ({
  displayName: policy.displayName,
  description: policy.description ?? '',
  isEnabled: policy.isEnabled,
  priority: policy.priority,
  who: isForGroup(policy) ? ('group' as const) : ('all' as const),
  groupId: policy['guesthouse.groupId'] ?? '',
  exceptGroupId: policy['guesthouse.exceptGroupId'] ?? '',
  ...rulesOf(policy),
  graceDays: policy.gracePeriodInDays,
  action: policy['guesthouse.action'],
  deletionDays: policy['guesthouse.deletionDays'] ?? usual.deletion,
})

/** The same as it is sent. */
export const policyOf = (wish: Wish): NewLifecyclePolicy => ({
  displayName: wish.displayName.trim(),
  description: textOrNull(wish.description),
  isEnabled: wish.isEnabled,
  priority: wish.priority,
  gracePeriodInDays: wish.graceDays,
  'guesthouse.groupId': wish.who === 'group' && wish.groupId !== '' ? wish.groupId : null,
  'guesthouse.exceptGroupId': wish.exceptGroupId === '' ? null : wish.exceptGroupId,
  'guesthouse.inactiveDays': wish.inactive ? wish.inactiveDays : null,
  'guesthouse.needsSponsor': wish.needsSponsor,
  'guesthouse.attestationDays': wish.attestation ? wish.attestationDays : null,
  'guesthouse.redemptionDays': wish.redemption ? wish.redemptionDays : null,
  'guesthouse.action': wish.action,
  'guesthouse.deletionDays': wish.action === 'disableThenDelete' ? wish.deletionDays : null,
})

/** Why it cannot even be tried, in words. */
export const lacking = (words: Words, wish: Wish): string | undefined => {
  if (wish.who === 'group' && wish.groupId === '') return words.policy.trial.noGroup
  const has = wish.inactive || wish.needsSponsor || wish.attestation || wish.redemption
  return has ? undefined : words.policy.trial.noRule
}

/** What it asks of guests, in short. */
export const rulesIn = ({ policy: words }: Words, policy: LifecyclePolicy): string[] => {
  const said = words.short
  const days = (name: 'inactive' | 'attestation' | 'redemption'): string[] => {
    const value = policy[`guesthouse.${name}Days`]
    return value === null ? [] : [said[name](value)]
  }
  return [
    ...days('inactive'),
    ...(policy['guesthouse.needsSponsor'] ? [said.sponsor] : []),
    ...days('attestation'),
    ...days('redemption'),
  ]
}
