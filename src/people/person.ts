/** The person behind a proved identity, made when there is none yet. */
import { claimAccount, holderOfAccount, provedAccountOf } from '../directory/proved-account.sql.ts'
import { findPersonOf, type Identity } from './person-of-identity.sql.ts'
import { newId, type PersonId } from '../kernel/ids.ts'
import { changed, sql, type Database } from '../store/database.ts'

/**
 * Somebody with a session, and the account at a provider that they have proved in it; or an
 * identity that may be nobody's yet.
 */
export type Who =
  | { readonly personId: PersonId; readonly account?: Identity | undefined }
  | Identity

/** The person of an identity, when there is one. */
export const knownPerson = async (db: Database, who: Who): Promise<PersonId | null> => {
  if ('personId' in who) return who.personId
  const found = await findPersonOf(db, who)
  return found?.personId ?? null
}

/**
 * The person of an identity: found by issuer and subject alone, never by an address; of an account
 * at a provider that another organization has named too, by what its client has said there (K23).
 * Somebody new has no home here.
 */
export const personOf = async (tx: Database, who: Who, now: Date): Promise<PersonId> => {
  if ('personId' in who) {
    if (who.account !== undefined) await keepProved(tx, who.personId, who.account, now)
    return who.personId
  }
  const known = await knownPerson(tx, who)
  if (known !== null) return known
  const personId = newId<PersonId>()
  await sql`insert into persons (id, created_at) values (${personId}, ${now})`.execute(tx)
  const account = provedAccountOf(who)
  const holder = account === undefined ? personId : await claimAccount(tx, account, personId, now)
  const isKept = await keep(tx, who, holder, now)
  if (isKept && holder === personId) return personId
  // Somebody by the proof; or the same identity came in by another invitation while this one
  // waited: that person it is.
  await sql`delete from persons where id = ${personId}`.execute(tx)
  if (isKept) return holder
  const other = await knownPerson(tx, who)
  if (other === null) throw new Error('An identity that was there is gone.')
  return other
}

// Of somebody whose account this is already, by another organization's provider with the same
// client. An account that was never theirs does not become a way in to what they have.
const keepProved = async (
  tx: Database,
  personId: PersonId,
  identity: Identity,
  now: Date,
): Promise<void> => {
  const account = provedAccountOf(identity)
  if (account !== undefined && (await holderOfAccount(tx, account)) === personId)
    await keep(tx, identity, personId, now)
}

/** False when the identity is somebody's already. */
const keep = async (
  tx: Database,
  { issuer, subject }: Identity,
  personId: PersonId,
  now: Date,
): Promise<boolean> =>
  (await changed(
    tx,
    sql`insert into identities (issuer, subject, person_id, created_at) values (${issuer}, ${subject}, ${personId}, ${now}) on conflict do nothing`,
  )) > 0
