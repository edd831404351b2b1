/** The person behind a proved identity, made when there is none yet. */
import { findPersonOf } from '../directory/person-of-identity.sql.ts'
import { newId, type PersonId } from '../kernel/ids.ts'
import { firstRow, sql, type Database } from '../store/database.ts'

type Who = { readonly personId: PersonId } | { readonly issuer: string; readonly subject: string }

/** The person of an identity, when there is one. */
export const knownPerson = async (db: Database, who: Who): Promise<PersonId | null> => {
  if ('personId' in who) return who.personId
  const found = await findPersonOf(db, who)
  return found?.personId ?? null
}

/** The person of an identity: found by issuer and subject alone, never by an address. Somebody new has no home here. */
export const personOf = async (tx: Database, who: Who, now: Date): Promise<PersonId> => {
  if ('personId' in who) return who.personId
  const { issuer, subject } = who
  const known = await knownPerson(tx, who)
  if (known !== null) return known
  const personId = newId<PersonId>()
  await sql`insert into persons (id, created_at) values (${personId}, ${now})`.execute(tx)
  const made = await firstRow(
    tx,
    sql`insert into identities (issuer, subject, person_id, created_at) values (${issuer}, ${subject}, ${personId}, ${now}) on conflict do nothing returning person_id`,
  )
  if (made !== undefined) return personId
  // The same identity came in by another invitation while this one waited: that person it is.
  await sql`delete from persons where id = ${personId}`.execute(tx)
  const other = await knownPerson(tx, who)
  if (other === null) throw new Error('An identity that was there is gone.')
  return other
}
