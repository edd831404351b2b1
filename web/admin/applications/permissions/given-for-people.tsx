/** What an application was given for people: for everybody, and for whom. */
import { useMemo } from 'react'
import type { Application, PermissionGrant } from '../../../../src/client/graph.ts'
import { quoted } from '../../../../src/client/graph-calls.ts'
import { useAdmin } from '../../admin-context.tsx'
import { ObjectLink } from '../../kit/object-link.tsx'
import { column } from '../../table/columns.tsx'
import { usePaged } from '../../table/paged-list.tsx'
import { useWords, type Words } from '../../words.tsx'
import { GivenCard } from './given-card.tsx'
import type { OneProps } from './permission-cells.tsx'
import { useNames } from './use-names.ts'

/** One scope of a grant. */
type Row = { readonly grant: PermissionGrant; readonly scope: string }

const scopesOf = ({ scope }: PermissionGrant): string[] =>
  scope.split(' ').filter((one) => one !== '')

const oneOf = ({ grant: { resourceId }, scope }: Row): OneProps => ({
  at: { id: resourceId },
  kind: 'Scope',
  which: scope,
})

const looksOf = ({ permission: text }: Words, names: ReadonlyMap<string, string>) => {
  const forWhom = ({ grant: { principalId } }: Row): string =>
    principalId === null ? text.everybody : (names.get(principalId) ?? principalId)
  const shown = (row: Row) => {
    const { principalId } = row.grant
    if (principalId === null) return text.everybody
    return <ObjectLink kind="user" id={principalId} name={forWhom(row)} />
  }
  return { columns: [column<Row>('forWhom', text.forWhom, shown, { share: 2 })], forWhom }
}

export const GivenForPeople = ({ application: { id } }: { readonly application: Application }) => {
  const words = useWords()
  const text = words.permission
  const { graph } = useAdmin()
  const list = usePaged(['application', id, 'grants'], graph.permissions.grants, {
    filter: `clientId eq ${quoted(id)}`,
  })
  const rows = list.items?.flatMap((grant) => scopesOf(grant).map((scope) => ({ grant, scope })))
  const names = useNames(list.items ?? [])
  const looks = useMemo(() => looksOf(words, names), [words, names])
  const take = ({ grant, scope }: Row) => {
    const rest = scopesOf(grant).filter((one) => one !== scope)
    return graph.permissions.changeGrant(grant.id, rest.join(' '))
  }
  return (
    <GivenCard
      title={text.forPeople}
      hint={text.forPeopleHint}
      none={{ title: text.forPeopleNone, hint: text.forPeopleNoneHint }}
      list={{ ...list, items: rows }}
      {...looks}
      oneOf={oneOf}
      keyOf={({ grant, scope }) => `${grant.id} ${scope}`}
      text={text.takeScopeText}
      take={take}
    />
  )
}
