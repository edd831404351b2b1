/** Among which kinds of objects a list of several kinds is looked through. */
import { readsType } from '../../access/reads-type.ts'
import type { MemberKind } from '../../directory/links/closure.sql.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { Exchange } from '../exchange.ts'
import { kindsOf } from '../users/references.ts'
import { propertiesIn } from '../visible.ts'

/** The kinds of members that the address is cast to; all where it is not. */
export const memberKinds = (x: Exchange): readonly MemberKind[] | undefined =>
  kindsOf(x)?.flatMap((kind) => {
    if (kind === 'directoryRole') return []
    return [kind === 'servicePrincipal' ? 'application' : kind]
  })

const typeOfKind = { user: 'user', group: 'group', application: 'servicePrincipal' } as const
const allKinds = Object.keys(typeOfKind) as MemberKind[]

/**
 * The kinds among which is looked for what a request searches and filters by. By anything but its
 * id nobody finds what the token does not read.
 */
export const kindsSought = (x: Exchange, filter?: Condition): readonly MemberKind[] | undefined => {
  const kinds = memberKinds(x)
  const asked = filter === undefined ? [] : propertiesIn(filter)
  if (x.query.search === undefined && asked.every((name) => name === 'id')) return kinds
  return (kinds ?? allKinds).filter((kind) => readsType(x.caller, typeOfKind[kind]))
}
