/** The guests for whom nobody answers, and who may take them over. */
import type { GuestLevel } from '../../access/guest-levels.ts'
import { roleNamed } from '../../access/roles.ts'
import { levelFor, reachOf } from '../../access/sight.ts'
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { roleIdsOf } from '../../store/relations.sql.ts'
import { isGuest } from '../lifecycle/guests.sql.ts'
import { withoutSponsor } from '../without.sql.ts'
import { guestColumns, isActive, type AnsweredGuest, type Which } from './guests.sql.ts'

/** Where the person, as a member, sees all users, and so could take over a guest. */
export const whereSeesAll = async (
  db: Database,
  personId: PersonId,
  tenantIds: readonly TenantId[],
): Promise<Which[]> => {
  type Row = Which & {
    readonly guestLevel: GuestLevel
    readonly readsOthers: boolean
    readonly roleIds: readonly string[]
  }
  const found = await rows(
    db,
    select<Row>({
      tenantId: 'a.tenant_id',
      userId: 'a.id',
      guestLevel: 't.guest_level',
      readsOthers: 't.members_read_others',
      roleIds: roleIdsOf('a'),
    })`from live_users a join tenants t on t.id = a.tenant_id
      where ${isActive(personId)} and a.user_type = 'Member' and a.tenant_id = any(${[...tenantIds]}::uuid[])`,
  )
  return found
    .filter(({ guestLevel, readsOthers, roleIds }) => {
      const roles = roleIds.flatMap((id) => roleNamed(id) ?? [])
      return (
        reachOf({ level: levelFor('Member', guestLevel), readsOthers, roles }, 'users') === 'all'
      )
    })
    .map(({ tenantId, userId }) => ({ tenantId, userId }))
}

/** A guest of nobody; no row for everybody else. To be read after the guest is held. */
export const unansweredOf = ({ tenantId, userId }: Which): RawBuilder<AnsweredGuest> =>
  select<AnsweredGuest>({ ...guestColumns, direct: sql`false` })`from live_users u
    join tenants t on t.id = u.tenant_id
    where u.tenant_id = ${tenantId} and u.id = ${userId} and ${isGuest} and ${withoutSponsor}`

export const readUnanswered = (db: Database, which: Which): Promise<AnsweredGuest | undefined> =>
  firstRow(db, unansweredOf(which))

/** One of the live users whom the guest has as sponsors; undefined where there is none. */
export const firstSponsor = async (
  db: Database,
  { tenantId, userId }: Which,
): Promise<UserId | undefined> =>
  (
    await firstRow(
      db,
      select<{ id: UserId }>({ id: 's.sponsor_user_id' })`from sponsors s
        join live_users a on a.tenant_id = s.tenant_id and a.id = s.sponsor_user_id
        where s.tenant_id = ${tenantId} and s.user_id = ${userId} order by s.id limit 1`,
    )
  )?.id
