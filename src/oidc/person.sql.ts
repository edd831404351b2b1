/** People as the issuer of people knows them: by their sessions, not by any organization. */
import type { PersonId } from '../kernel/ids.ts'
import { findSessionWhere, type Session } from '../sign-in/session.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { peopleIssuerId } from '../wire/sign-on.ts'

/** Whether there is such a person. Whether they may do anything is judged by each use case: who is disabled may still see why. */
export const isPerson = async (db: Database, id: string): Promise<boolean> =>
  (await firstRow(db, sql`select 1 from persons where id = ${id}::uuid`)) !== undefined

/** The session that a grant to an application at the issuer of people stands on; undefined when either is over at `now`. One statement, sometimes two. */
export const findSessionOfGrant = (db: Database, personId: PersonId, grantHash: Buffer, now: Date): Promise<Session | undefined> =>
  findSessionWhere(
    db,
    sql`s.person_id = ${personId}::uuid and s.id = (select g.person_session_id from oidc_records g
      where g.tenant_id = ${peopleIssuerId} and g.kind = 'Grant' and g.id_hash = ${grantHash})`,
    now,
  )
