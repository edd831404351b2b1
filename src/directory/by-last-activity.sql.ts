/**
 * Live users by when they were last active; those of whom nothing is recorded come last, whichever
 * way the list goes (R131). They stand at one end of the index, and a list that goes the other way
 * would begin with them: each part is read by itself, in its own order, and cut to the page.
 */
import { sql, type RawBuilder } from '../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../store/keyset.ts'
import { userTypes } from '../wire/graph/users/user.ts'

const recorded = byInstant(sql`u.last_sign_in_at`)

/** As the next link has it: empty for those of whom nothing is recorded. */
export const lastActivityText: RawBuilder<unknown> = sql`coalesce(${recorded.text}, '')`

/** What a list is read from, as a relation `u`, and the condition that it has to meet. */
export type Part = { readonly from: RawBuilder<unknown>; readonly where: RawBuilder<unknown> }

const partsOf = ({ from, where }: Part, page: Page): RawBuilder<unknown>[] => {
  const [value, id = ''] = page.after ?? []
  const further = page.descending ? sql`<` : sql`>`
  const part = (which: RawBuilder<unknown>) =>
    userTypes.map(
      (type) => sql`(select u.id, u.last_sign_in_at as at from ${from}
        where u.user_type = ${type} and ${which} and ${where} ${ordered(recorded, sql`u.id`, page)})`,
    )
  // Ordered by what is nothing in all of them: only the index of this list gives that.
  const none = sql`u.last_sign_in_at is null`
  if (value === '') return part(sql`${none} and u.id ${further} ${id}::uuid`)
  const some = sql`u.last_sign_in_at is not null and ${beyond(recorded, sql`u.id`, page)}`
  return [...part(some), ...part(none)]
}

const inOrder = (at: RawBuilder<unknown>, id: RawBuilder<unknown>, page: Page) => {
  const direction = page.descending ? sql`desc` : sql`asc`
  return sql`order by ${at} is null, ${at} ${direction}, ${id} ${direction} limit ${page.limit}`
}

/** The ids of a page of them, as a statement. */
export const idsByLastActivity = (part: Part, page: Page): RawBuilder<unknown> =>
  sql`select id from (${sql.join(partsOf(part, page), sql` union all `)}) parts ${inOrder(sql`at`, sql`id`, page)}`

/** The order of such a page of users `u`. */
export const orderedByLastActivity = (page: Page): RawBuilder<unknown> =>
  inOrder(sql`u.last_sign_in_at`, sql`u.id`, page)
