/**
 * What a text leads to, in one statement that reads a few rows by indexes, however large the
 * organization.
 */
import { nameKey } from '../../kernel/principal-name.ts'
import { isUuid, type TenantId } from '../../kernel/ids.ts'
import { searchQuery, sortName } from '../../kernel/search-words.ts'
import { answering } from '../../store/columns.ts'
import { plannedEachTime, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import type { FindingKind } from '../../wire/graph/finding.ts'

export type FindingRow = {
  readonly kind: FindingKind
  readonly id: string
  readonly displayName: string | null
  /**
   * Of an entry of the log its activity, the kind of its target, and whether a registration was
   * named.
   */
  readonly detail: string | null
  readonly at: Date | null
}

/** The most of one kind. */
const mostOfAKind = 8
/** The last sign that there is, after every name that begins alike. */
const lastSign = '\u{10ffff}'

/** Selects (kind, id, name, detail, at) of a kind. */
type Source = readonly [kind: FindingKind, found: RawBuilder<unknown>]

const byId = (tenantId: TenantId, id: string): readonly Source[] => {
  const receipt = (
    which: RawBuilder<unknown>,
  ) => sql`select 'receipt', r.id, null, r.kind, r.ended_at
    from receipts r where r.tenant_id = ${tenantId} and ${which} order by r.ended_at desc limit ${mostOfAKind}`
  const entry = (
    which: RawBuilder<unknown>,
  ) => sql`select 'auditEntry', e.id, null, e.activity || ' ' || e.target_kind || coalesce(' ' || (e.details ->> 'registration'), ''), e.at
    from events e where e.tenant_id = ${tenantId} and ${which} order by e.at desc, e.id desc limit ${mostOfAKind}`
  const application = (
    which: RawBuilder<unknown>,
  ) => sql`select 'application', a.id, a.display_name, null, null::timestamptz
    from live_applications a where a.tenant_id = ${tenantId} and ${which}`
  return [
    ['receipt', receipt(sql`r.id = ${id}::uuid`)],
    ['receipt', receipt(sql`r.together_id = ${id}::uuid`)],
    ['receipt', receipt(sql`r.user_id = ${id}::uuid`)],
    [
      'request',
      sql`select 'request', q.id, null, q.kind, q.created_at from requests q where q.tenant_id = ${tenantId} and q.id = ${id}::uuid`,
    ],
    [
      'user',
      sql`select 'user', u.id, u.display_name, u.user_principal_name, null::timestamptz
        from live_users u where u.tenant_id = ${tenantId} and u.id = ${id}::uuid`,
    ],
    [
      'deletedUser',
      sql`select 'deletedUser', u.id, u.display_name, u.original_user_principal_name, u.deleted_at
        from deleted_users u where u.tenant_id = ${tenantId} and u.id = ${id}::uuid`,
    ],
    [
      'group',
      sql`select 'group', g.id, g.display_name, null, null::timestamptz from live_groups g where g.tenant_id = ${tenantId} and g.id = ${id}::uuid`,
    ],
    ['application', application(sql`a.id = ${id}::uuid`)],
    ['application', application(sql`a.app_id = ${id}::uuid`)],
    ['auditEntry', entry(sql`e.id = ${id}::uuid`)],
    ['auditEntry', entry(sql`e.correlation_id = ${id}::uuid`)],
  ]
}

/** A table of which names and addresses are found. */
type Named = {
  readonly kind: FindingKind
  readonly from: RawBuilder<unknown>
  readonly detail: RawBuilder<unknown>
  readonly at: RawBuilder<unknown>
  readonly hasAddresses: boolean
}

const none = sql`null::timestamptz`
const named: readonly Named[] = [
  {
    kind: 'user',
    from: sql`live_users o`,
    detail: sql`o.user_principal_name`,
    at: none,
    hasAddresses: true,
  },
  {
    kind: 'deletedUser',
    from: sql`deleted_users o`,
    detail: sql`o.original_user_principal_name`,
    at: sql`o.deleted_at`,
    hasAddresses: true,
  },
  {
    kind: 'group',
    from: sql`live_groups o`,
    detail: sql`null::text`,
    at: none,
    hasAddresses: false,
  },
  {
    kind: 'application',
    from: sql`live_applications o`,
    detail: sql`null::text`,
    at: none,
    hasAddresses: false,
  },
]

const beginsWith = (column: RawBuilder<unknown>, text: string): RawBuilder<unknown> =>
  sql`${column} >= ${text} and ${column} < ${text + lastSign}`

const byName = (tenantId: TenantId, text: string): readonly Source[] => {
  const [begin, key, words] = [sortName(text), nameKey(text), searchQuery(tenantId, text)]
  return named.flatMap(({ kind, from, detail, at, hasAddresses }): Source[] => {
    const found = (which: RawBuilder<unknown>, order = sql``): Source => [
      kind,
      sql`select ${sql.lit(kind)}, o.id, o.display_name, ${detail}, ${at} from ${from}
        where o.tenant_id = ${tenantId} and ${which} ${order} limit ${mostOfAKind}`,
    ]
    return [
      found(beginsWith(sql`o.sort_name`, begin), sql`order by o.sort_name, o.id`),
      ...(hasAddresses
        ? [
            found(beginsWith(sql`o.name_key`, key), sql`order by o.name_key, o.id`),
            found(sql`o.mail_key = ${key}`),
            found(sql`o.other_mail_keys @> array[${key}::text]`),
          ]
        : []),
      // The hits are planned as if all were wanted, so by the index of words, and taken one by one.
      ...(words === null
        ? []
        : [
            [
              kind,
              sql`with hits as materialized (select o.id, o.display_name, ${detail} as detail, ${at} as at from ${from}
                  where o.tenant_id = ${tenantId} and o.search_words @@ ${words}::tsquery ${sql.raw(plannedEachTime)})
                select ${sql.lit(kind)}, id, display_name, detail, at from hits limit ${mostOfAKind}`,
            ] as const,
          ]),
    ]
  })
}

/**
 * What `text` leads to, a few of each of these kinds: an id is looked up everywhere, anything else
 * is an address or the beginning of names.
 */
export const findAnything = (
  db: Database,
  tenantId: TenantId,
  text: string,
  kinds: ReadonlySet<FindingKind>,
): Promise<FindingRow[]> => {
  const wanted = text.trim()
  const sources = isUuid(wanted) ? byId(tenantId, wanted.toLowerCase()) : byName(tenantId, wanted)
  const parts = sources.filter(([kind]) => kinds.has(kind)).map(([, found]) => sql`(${found})`)
  if (parts.length === 0) return Promise.resolve([])
  return rows(
    db,
    answering<FindingRow>(
      {
        kind: 'x.kind',
        id: 'x.id',
        displayName: 'x.name',
        detail: 'x.detail',
        at: 'x.at',
      },
      (list) => sql`
        with found (kind, id, name, detail, at) as (${sql.join(parts, sql` union `)}),
          x as (select f.*, row_number() over (partition by f.kind order by f.at desc nulls last, f.name, f.id) as place from found f)
        select ${list} from x where x.place <= ${mostOfAKind} order by x.kind, x.place`,
    ),
  )
}
