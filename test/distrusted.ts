/** A session that one organization does not trust, since a provider of another has opened it. */
import { newId, type SessionId } from '../src/kernel/ids.ts'
import { openSession } from '../src/people/open-session.ts'
import { sql } from '../src/store/database.ts'
import type { Organization, Person, world } from './world.ts'

/** Opens it for a guest of `at`, by a provider of `elsewhere`; resolves with its token and id. */
export const distrustedSession = async (
  w: Awaited<ReturnType<typeof world>>,
  { personId }: Person,
  at: Organization,
  elsewhere: Organization,
): Promise<{ token: string; sessionId: SessionId }> => {
  const device = { address: null, userAgent: 'test' }
  const opened = await openSession(w.db, personId, device, w.now())
  const provider = newId()
  await sql`insert into identity_providers (tenant_id, id, display_name, issuer, client_id, client_secret, created_at)
    values (${elsewhere.id}, ${provider}, 'Elsewhere', 'https://login.example', 'one', '\\x00', ${w.now()})`.execute(
    w.db,
  )
  await sql`update sessions set provider_id = ${provider} where id = ${opened.sessionId}`.execute(
    w.db,
  )
  await sql`insert into identities (issuer, subject, person_id, created_at)
    values (${`urn:guesthouse:guests:${at.id}:https://login.example`}, ${newId()}, ${personId}, ${w.now()})`.execute(
    w.db,
  )
  return opened
}
