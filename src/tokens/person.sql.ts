/** People as the issuer of people knows them: by their sessions, not by any organization. */
import type { PersonId } from '../kernel/ids.ts'
import { findSessionWhere, type Session } from '../people/sessions.ts'
import { parseAddress } from '../kernel/address.ts'
import { answering } from '../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../store/database.ts'
import { peopleIssuerId } from '../wire/sign-on.ts'

/**
 * Whether there is such a person. Whether they may do anything is judged by each use case: who is
 * disabled may still see why.
 */
export const isPerson = async (db: Database, id: string): Promise<boolean> =>
  (await firstRow(db, sql`select 1 from persons where id = ${id}::uuid`)) !== undefined

type Granted = {
  readonly personId: PersonId
  readonly appId: string
  readonly isOwn: boolean
  readonly grantHash: Buffer
}

/**
 * The session that a grant to an application at the issuer of people stands on; undefined when one
 * of the three is over at `now`. One statement, sometimes two.
 */
export const findSessionOfGrant = (
  db: Database,
  { personId, appId, isOwn, grantHash }: Granted,
  now: Date,
): Promise<Session | undefined> =>
  findSessionWhere(
    db,
    sql`(${isOwn} or exists (select 1 from live_applications a where a.tenant_id = ${peopleIssuerId} and a.app_id = ${appId}::uuid))
      and s.person_id = ${personId}::uuid and s.id = (select g.person_session_id from oidc_records g
      where g.tenant_id = ${peopleIssuerId} and g.kind = 'Grant' and g.id_hash = ${grantHash})`,
    now,
  )

const keyOf = (text: string): string | undefined => {
  const parsed = parseAddress(text)
  return 'address' in parsed ? parsed.address.key : undefined
}

/**
 * Whether a hint is an address or a name to sign in with, and none by which this person is known
 * anywhere. One statement, none for no such hint.
 */
export const namesAnother = async (
  db: Database,
  personId: PersonId,
  hint: unknown,
): Promise<boolean> => {
  const wanted = typeof hint === 'string' ? keyOf(hint) : undefined
  if (wanted === undefined) return false
  const names = await rows(
    db,
    answering<{ name: string }>(
      { name: 'n.name' },
      (list) => sql`
        select ${list} from live_users u cross join lateral (values (u.user_principal_name), (u.mail)) n (name)
        where u.person_id = ${personId} and n.name is not null
        union all select unnest(u.other_mails) from live_users u where u.person_id = ${personId}
        union all select subject from identities where person_id = ${personId}`,
    ),
  )
  return !names.some(({ name }) => keyOf(name) === wanted)
}
