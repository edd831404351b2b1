/** Where people are beside their home, and what of it they do not use; and who was told of it. */
import { emailIssuer } from '../kernel/address.ts'
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { answering, select, type Columns } from '../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { enabledAtHome, hasAccepted, homeUser, lastUsed } from '../store/relations.sql.ts'
import { toldAgainBefore, unusedBefore, type ReviewFacts } from './yearly-review.rule.ts'

const counts: Columns<ReviewFacts> = {
  organizations: 'k.organizations',
  unused: 'k.unused',
  since: 'k.since',
}

// Of a person `p`: what they are in now, and see in their list.
const counted = (now: Date): RawBuilder<unknown> => sql`(
  select count(*)::int as organizations,
    (count(*) filter (where ${lastUsed} < ${unusedBefore(now)}))::int as unused,
    min(u.created_at) as since
  from live_users u
  where u.person_id = p.id and u.tenant_id is distinct from p.home_tenant_id and ${hasAccepted()}
    and not exists (select 1 from hidden_organizations x where x.tenant_id = u.tenant_id and x.user_id = u.id))`

/** What one person would be told. */
export const readReview = async (
  db: Database,
  personId: PersonId,
  now: Date,
): Promise<ReviewFacts> =>
  (await firstRow(
    db,
    select(counts)`from persons p cross join lateral ${counted(now)} k where p.id = ${personId}`,
  )) ?? { organizations: 0, unused: 0, since: null }

export type Reviewed = ReviewFacts & { readonly personId: PersonId }

/** People by id, each with what they would be told. */
export const listReviews = (
  db: Database,
  after: PersonId | undefined,
  limit: number,
  now: Date,
): Promise<Reviewed[]> =>
  rows(
    db,
    select<Reviewed>({ ...counts, personId: 'p.id' })`from (
        select o.id, o.home_tenant_id from persons o
        where ${after === undefined ? sql`true` : sql`o.id > ${after}`} order by o.id limit ${limit}) p
      cross join lateral ${counted(now)} k order by p.id`,
  )

export type Reader = {
  readonly personId: PersonId
  readonly mailbox: string
  readonly tenantId: TenantId | null
  readonly userId: UserId | null
}

/** Who of these can be reached, and signs in. */
export const listReaders = (db: Database, personIds: readonly PersonId[]): Promise<Reader[]> =>
  rows(
    db,
    select<Reader>({
      personId: 'p.id',
      mailbox: 'm.mailbox',
      tenantId: 'h.tenant_id',
      userId: 'h.id',
    })`from persons p left join ${homeUser()}
      cross join lateral (select coalesce(h.mail, (
        select i.subject from identities i where i.person_id = p.id and i.issuer = ${emailIssuer} limit 1)) as mailbox) m
      where p.id = any(${[...personIds]}::uuid[]) and m.mailbox is not null and ${enabledAtHome}`,
  )

/**
 * Notes that these are told now: those who want it and were not told within the year. Of two jobs
 * at the same moment one notes each of them.
 */
export const noteReviewed = async (
  tx: Database,
  personIds: readonly PersonId[],
  now: Date,
): Promise<ReadonlySet<PersonId>> =>
  new Set(
    (
      await rows(
        tx,
        answering<{ personId: PersonId }>(
          { personId: 'person_id' },
          (list) => sql`insert into person_settings (person_id, reviewed_at, changed_at)
            select k.id, ${now}, ${now} from unnest(${[...personIds]}::uuid[]) as k(id)
            on conflict (person_id) do update set reviewed_at = excluded.reviewed_at
            where person_settings.review_mails
              and (person_settings.reviewed_at is null or person_settings.reviewed_at <= ${toldAgainBefore(now)})
            returning ${list}`,
        ),
      )
    ).map(({ personId }) => personId),
  )
