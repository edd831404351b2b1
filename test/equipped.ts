/** Somebody who has a passkey, an authenticator app and a recovery code beside their password. */
import { newId } from '../src/kernel/ids.ts'
import { sql, type Database } from '../src/store/database.ts'
import type { Person } from './world.ts'

/** Gives a person at home one of each factor, as of `now`. */
export const equip = async (db: Database, person: Person, now: Date): Promise<void> => {
  const which = sql`${person.home.id}, ${person.userId}`
  await sql`insert into passkeys (id, person_id, tenant_id, user_id, credential_id, public_key, counter, name, created_at)
    values (${newId()}, ${person.personId}, ${which}, ${Buffer.from(newId())}, ${Buffer.from('k')}, 0, 'Phone', ${now})`.execute(
    db,
  )
  await sql`insert into authenticators (tenant_id, user_id, sealed_secret, created_at, confirmed_at)
    values (${which}, ${Buffer.from('s')}, ${now}, ${now})`.execute(db)
  await sql`insert into recovery_codes (tenant_id, user_id, code_hash) values (${which}, ${Buffer.from('c')})`.execute(
    db,
  )
}
