/** What was changed of a policy, each setting from what to what, as the log keeps it. */
import type { AuditEntry } from '../../../src/client/graph.ts'
import { useWords, type Words } from '../words.tsx'

type Modified = AuditEntry['targetResources'][number]['modifiedProperties'][number]

/** What each setting is called in the form. */
const namesIn = (words: Words): Readonly<Partial<Record<string, string>>> => ({
  displayName: words.policy.name,
  description: words.description,
  isEnabled: words.policy.isOn,
  priority: words.policy.order,
  gracePeriodInDays: words.policy.graceDays,
  'guesthouse.groupId': words.policy.group,
  'guesthouse.exceptGroupId': words.policy.exceptGroup,
  'guesthouse.inactiveDays': words.policy.inactiveDays,
  'guesthouse.needsSponsor': words.policy.needsSponsor,
  'guesthouse.attestationDays': words.policy.attestationDays,
  'guesthouse.redemptionDays': words.policy.redemptionDays,
  'guesthouse.action': words.policy.action,
  'guesthouse.deletionDays': words.policy.deletionDays,
})

// The log keeps a value as JSON, a list of one.
const valueIn = (words: Words, json: string | null): string => {
  const parsed: unknown = json === null ? null : JSON.parse(json)
  const value: unknown = Array.isArray(parsed) ? parsed[0] : parsed
  if (value === null || value === undefined) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return (
    (words.policy.actions as Readonly<Partial<Record<string, string>>>)[String(value)] ??
    String(value)
  )
}

export const Changes = ({ changed }: { readonly changed: readonly Modified[] }) => {
  const words = useWords()
  const names = namesIn(words)
  return changed.map(({ displayName, oldValue, newValue }) => (
    <div key={displayName}>
      {oldValue === null && newValue === null
        ? (names[displayName] ?? displayName)
        : words.policy.history.change(
            names[displayName] ?? displayName,
            valueIn(words, oldValue),
            valueIn(words, newValue),
          )}
    </div>
  ))
}
