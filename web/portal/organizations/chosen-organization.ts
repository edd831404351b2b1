/**
 * Which of my organizations I look at: what the address says, else what I chose last, else home,
 * else the first.
 */
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import type { AccountOrganization } from '../../../src/wire/account.ts'

const parameter = 'organization'
const memory = 'guesthouse.organization'

/** The organizations whose applications can be looked at. */
export const openOrganizations = (
  organizations: readonly AccountOrganization[],
): AccountOrganization[] =>
  organizations.filter(({ state, closed }) => state === 'active' && !closed)

/** The chosen one among `choices`, and how to choose another. Undefined when there is none. */
export const useChosenOrganization = (
  choices: readonly AccountOrganization[],
): [AccountOrganization | undefined, (id: string) => void] => {
  const [search, setSearch] = useSearchParams()
  const find = (id: string | null): AccountOrganization | undefined =>
    choices.find((choice) => choice.id === id)
  const chosen = find(search.get(parameter)) ?? find(localStorage.getItem(memory)) ?? choices[0]
  const choose = useCallback(
    (id: string) => {
      localStorage.setItem(memory, id)
      setSearch({ [parameter]: id })
    },
    [setSearch],
  )
  return [chosen, choose]
}
