/** What is true of a permanent deletion where the organization protects it (R137). */
import { Text } from '@fluentui/react-components'
import { useOrganization } from '../queries.ts'
import { useWords } from '../words.tsx'

/** Nothing where it is done at once. */
export const AsksFirst = () => {
  const words = useWords().protection
  const { data } = useOrganization()
  const protection = data?.['guesthouse.purgeProtection'] ?? 'none'
  return protection === 'none' ? null : <Text>{words.asksFirst[protection]}</Text>
}
