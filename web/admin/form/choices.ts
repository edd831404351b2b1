/**
 * What a picker can find: users, groups, applications of the organization, by a search on the
 * server.
 */
import type { GraphClient } from '../../../src/client/graph.ts'

export type Choice = {
  readonly id: string
  readonly name: string
  readonly detail: string
  readonly kind: ChoiceKind
}
export type ChoiceKind = 'user' | 'group' | 'application'

const howMany = 10

/** The first few of `kind` that `text` finds. */
export const findChoices = async (
  graph: GraphClient,
  kind: ChoiceKind,
  text: string,
): Promise<Choice[]> => {
  const query = { search: text, top: howMany }
  if (kind === 'user') {
    const { value } = await graph.users.list(query)
    return value.map(({ id, displayName, userPrincipalName }) => ({
      id,
      name: displayName,
      detail: userPrincipalName,
      kind,
    }))
  }
  const { value } =
    kind === 'group' ? await graph.groups.list(query) : await graph.applications.list(query)
  return value.map(({ id, displayName, description }) => ({
    id,
    name: displayName,
    detail: description ?? '',
    kind,
  }))
}
