/**
 * Browsers that a person has signed in with, and the mail that tells of one that is new (not of the
 * very first).
 */
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { dayMs } from '../kernel/time.ts'
import { queueMail } from '../mail/outbox.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { homeUser, mailboxAtHome } from '../store/relations.sql.ts'
import { tokenHash } from '../store/token.ts'
import { browserIn } from '../kernel/browser-name.ts'

/** A browser that was not used for so long is forgotten (R144). */
export const browserKnownForMs = 180 * dayMs

/** A browser as it is recognised again. */
export type Browser = { readonly token: string }

type Facts = {
  readonly isKnown: boolean
  readonly signedInBefore: boolean
  readonly tenantId: TenantId | null
  readonly userId: UserId | null
  readonly mail: string | null
  readonly hasPassword: boolean
}

const readFacts = (db: Database, personId: PersonId, hash: Buffer): Promise<Facts | undefined> =>
  firstRow(
    db,
    select<Facts>({
      isKnown: sql`exists (select 1 from known_browsers b where b.person_id = p.id and b.browser_hash = ${hash})`,
      signedInBefore: sql`exists (select 1 from known_browsers b where b.person_id = p.id) or h.last_sign_in_at is not null`,
      tenantId: 'h.tenant_id',
      userId: 'h.id',
      mail: mailboxAtHome(sql`p.id`),
      hasPassword: sql`exists (select 1 from local_credentials c where c.tenant_id = h.tenant_id and c.user_id = h.id)`,
    })`from persons p left join ${homeUser()}
      where p.id = ${personId}`,
  )

/**
 * Remembers that a person has signed in with this browser, and queues a mail to them when it is a
 * new one. In the transaction that opens the session.
 */
export const noteBrowser = async (
  db: Database,
  personId: PersonId,
  { token }: Browser,
  userAgent: string | null,
  now: Date,
): Promise<void> => {
  const hash = tokenHash(token)
  const facts = hash === undefined ? undefined : await readFacts(db, personId, hash)
  if (facts === undefined) return
  await sql`insert into known_browsers (person_id, browser_hash, first_seen_at, last_seen_at) values (${personId}, ${hash}, ${now}, ${now})
    on conflict (person_id, browser_hash) do update set last_seen_at = excluded.last_seen_at`.execute(
    db,
  )
  const { tenantId, userId, mail } = facts
  if (facts.isKnown || !facts.signedInBefore || mail === null) return
  const about = tenantId === null || userId === null ? undefined : { tenantId, userId }
  const values = { at: now.toISOString(), ...browserIn(userAgent), hasPassword: facts.hasPassword }
  await queueMail(
    db,
    { recipient: mail, letter: { kind: 'newBrowser', values }, readerId: personId, about },
    now,
  )
}
