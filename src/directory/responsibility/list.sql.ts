/**
 * Pages of guests for whom somebody answers, or nobody does. Each organization gives a page of its
 * own in the order of its index, so that a page reads about a page, however many guests there are.
 */
import type { PersonId, TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import { beforeOrder } from '../along-an-index.sql.ts'
import { isGuest } from '../lifecycle/guests.sql.ts'
import { withoutSponsor } from '../without.sql.ts'
import { answered, guestColumns, isActive, ofSponsor, type AnsweredGuest } from './guests.sql.ts'

const byName = byText(sql`u.sort_name`)
export type Listed = AnsweredGuest & { readonly id: string; readonly sortValue: string }

/**
 * Who answers for more finds them by going through the guests of the organization by name: of so
 * many the next ones come soon. Of fewer all are read and sorted.
 */
const mostSorted = 1_000

/** Where the person answers for more than are sorted. */
const tenantsOfMany = async (
  db: Database,
  personId: PersonId,
  tenantIds: readonly TenantId[],
): Promise<TenantId[]> => {
  const found = await rows(
    db,
    select<{ tenantId: TenantId }>({ tenantId: 'a.tenant_id' })`from live_users a
      cross join lateral (select count(*) as count from (${ofSponsor} limit ${mostSorted + 1}) m) k
      where ${isActive(personId)} and a.tenant_id = any(${[...tenantIds]}::uuid[]) and k.count > ${mostSorted}`,
  )
  return found.map(({ tenantId }) => tenantId)
}

// Whether the user `a` answers for `u`, from the side of the guest.
const answers: RawBuilder<unknown> = sql`(
  select bool_or(s.sponsor_user_id is not null) as direct from sponsors s
  where s.tenant_id = u.tenant_id and s.user_id = u.id and u.id <> a.id and (s.sponsor_user_id = a.id or exists (
    select 1 from group_owners o join live_groups sg on sg.tenant_id = o.tenant_id and sg.id = o.group_id
    where o.tenant_id = s.tenant_id and o.group_id = s.sponsor_group_id and o.user_id = a.id))
  having count(*) > 0)`

/** The guests for whom the person answers in these organizations, by name. */
export const listAnswered = async (
  db: Database,
  personId: PersonId,
  tenantIds: readonly TenantId[],
  page: Page,
): Promise<Listed[]> => {
  const many = sql`any(${await tenantsOfMany(db, personId, tenantIds)}::uuid[])`
  const isNext = beyond(byName, sql`u.id`, page)
  const inOrder = ordered(byName, sql`u.id`, page)
  return rows(
    db,
    select<Listed>({
      ...guestColumns,
      direct: 'u.direct',
      id: 'u.id',
      sortValue: byName.text,
    })`from live_users a join tenants t on t.id = a.tenant_id
      cross join lateral (
        select u.*, k.direct from ${answered} k
        join live_users u on u.tenant_id = a.tenant_id and u.id = k.user_id and ${isGuest} and ${isNext}
        where not a.tenant_id = ${many}
        union all
        (select u.*, k.direct from live_users u cross join lateral ${answers} k
        where a.tenant_id = ${many} and u.tenant_id = a.tenant_id and ${isGuest} and ${isNext} ${inOrder})) u
      where ${isActive(personId)} and a.tenant_id = any(${[...tenantIds]}::uuid[]) ${inOrder}`,
  )
}

/** Guests for whom nobody answers, in these organizations, by name. */
export const listUnanswered = (
  db: Database,
  tenantIds: readonly TenantId[],
  page: Page,
): Promise<Listed[]> => {
  const inOrder = ordered(byName, sql`u.id`, page)
  return rows(
    db,
    select<Listed>({
      ...guestColumns,
      direct: sql`false`,
      id: 'u.id',
      sortValue: byName.text,
    })`from tenants t
      cross join lateral (
        select u.* from live_users u
        where u.tenant_id = t.id and ${isGuest} and ${withoutSponsor} and ${beyond(byName, sql`u.id`, page)}
        ${ordered(byName, sql`u.id`, page, beforeOrder)}) u
      where t.id = any(${[...tenantIds]}::uuid[]) ${inOrder}`,
  )
}
