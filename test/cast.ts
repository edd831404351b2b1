/**
 * Who is in every world. The first cast of a process is made as the product makes organizations and
 * people; each world has one of its own, so the others are copies of its rows under new ids, with
 * one statement instead of ninety. `cast.test.ts` compares a copy with what is made.
 */
import { roles, type RoleName } from '../src/access/roles.ts'
import { localIssuer } from '../src/directory/users/create.ts'
import type { Services } from '../src/edge/routes.ts'
import { newId, type PersonId, type TenantId, type UserId } from '../src/kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../src/store/database.ts'
import { keepKey, newPrivateKey } from '../src/tokens/signing-keys.ts'

export type Organization = { readonly id: TenantId; readonly name: string; readonly domain: string }
/** A person of the cast: who they are and which user they are in each organization. */
export type Person = {
  readonly personId: PersonId
  readonly name: string
  readonly home: Organization
  readonly upn: string
  readonly userId: UserId
  readonly users: Map<TenantId, UserId>
}

/** Makes organizations and people by the product's own functions. */
export type Makers = {
  readonly organization: (name: string) => Promise<Organization>
  readonly member: (home: Organization, name: string) => Promise<Person>
  readonly guest: (person: Person, resource: Organization) => Promise<UserId>
  readonly grant: (person: Person, tenant: Organization, role: RoleName) => Promise<void>
}

/** Makes the cast: three organizations, six people, three guests. */
export const makeCast = async ({ organization, member, guest, grant }: Makers) => {
  const contoso = await organization('Contoso')
  const fabrikam = await organization('Fabrikam')
  const northwind = await organization('Northwind')
  const ada = await member(contoso, 'Ada Lovelace')
  const bob = await member(contoso, 'Bob Okafor')
  const carol = await member(contoso, 'Carol Diaz')
  const frank = await member(fabrikam, 'Frank Weber')
  const fiona = await member(fabrikam, 'Fiona Byrne')
  const nora = await member(northwind, 'Nora Lind')
  await grant(carol, contoso, 'globalAdministrator')
  await grant(frank, fabrikam, 'globalAdministrator')
  await grant(nora, northwind, 'globalAdministrator')
  await guest(ada, fabrikam)
  await guest(bob, fabrikam)
  await guest(ada, northwind)
  return { contoso, fabrikam, northwind, ada, bob, carol, frank, fiona, nora }
}
export type Cast = Awaited<ReturnType<typeof makeCast>>

// Making a key takes longer than most tests. Tests about keys make their own.
const made: ReturnType<typeof newPrivateKey>[] = []
let taken = 0
const signingKey = () => {
  const place = taken++ % 3
  return (made[place] ??= newPrivateKey())
}

/** Gives an organization one of three keys that it signs with from `signsFrom`. */
export const keepTestKey = async (
  services: Services,
  tenantId: TenantId,
  signsFrom: Date,
): Promise<void> => keepKey(services, tenantId, { serial: 1, signsFrom, jwk: await signingKey() })

/** Where a cast stands, and by which column. */
const tables = {
  tenants: 'id',
  tenant_domains: 'tenant_id',
  persons: 'home_tenant_id',
  identities: 'issuer',
  users: 'tenant_id',
  role_assignments: 'tenant_id',
  events: 'tenant_id',
} as const
const names = Object.keys(tables) as (keyof typeof tables)[]

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

const readRows = async (db: Database, { contoso, fabrikam, northwind }: Cast): Promise<Rows> => {
  const ids = [contoso.id, fabrikam.id, northwind.id]
  const keys = [...ids, ...ids.map(localIssuer)]
  const found = names.map(
    (name) =>
      sql`${sql.lit(name)}, (select jsonb_agg(to_jsonb(t)) from ${sql.table(name)} t where t.${sql.ref(tables[name])}::text = any(${keys}))`,
  )
  const { rows } = await sql`select jsonb_build_object(${sql.join(found)}) as rows`.execute(db)
  return (rows as { rows: Rows }[])[0]?.rows ?? {}
}

// What the database makes by itself is made for the copy too.
const readColumns = async (db: Database): Promise<ReadonlyMap<string, RawBuilder<unknown>>> => {
  const { rows } = await sql`
    select table_name::text as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = current_schema() and table_name = any(${names}::text[])
      and is_generated = 'NEVER' and is_identity = 'NO' and coalesce(column_default, '') !~ 'nextval'
    group by 1`.execute(db)
  const found = rows as { name: string; columns: string[] }[]
  return new Map(found.map(({ name, columns }) => [name, sql.join(columns.map((c) => sql.ref(c)))]))
}

const anId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const sameForAll = new Set<string>(Object.values(roles).map(({ id }) => id))

type Original = {
  /** Its rows and its people, as text: ids and addresses stand within others. */
  readonly text: string
  /** Its ids in the order in which they were made, which the copies keep. */
  readonly ids: readonly string[]
  readonly suffix: string
  readonly columns: ReadonlyMap<string, RawBuilder<unknown>>
}

const remember = async (db: Database, suffix: string, cast: Cast): Promise<Original> => {
  const people = JSON.stringify(cast, (_, value: unknown) =>
    value instanceof Map ? { users: [...value] } : value,
  )
  const text = JSON.stringify({ rows: await readRows(db, cast), people })
  const ids = [...new Set(text.match(anId))].filter((id) => !sameForAll.has(id)).toSorted()
  return { text, ids, suffix, columns: await readColumns(db) }
}

type Around = { readonly services: Services; readonly suffix: string; readonly now: Date }

const copy = async (original: Original, { services, suffix, now }: Around): Promise<Cast> => {
  const renamed = new Map(original.ids.map((id) => [id, newId<string>()]))
  const text = original.text
    .replaceAll(anId, (id) => renamed.get(id) ?? id)
    .replaceAll(original.suffix, suffix)
  const { rows, people } = JSON.parse(text) as { rows: Rows; people: string }
  const inserts = [...original.columns].map(
    ([name, columns]) =>
      sql`${sql.ref(`into_${name}`)} as (insert into ${sql.table(name)} (${columns}) select ${columns}
        from given, jsonb_populate_recordset(null::${sql.table(name)}, given.rows -> ${sql.lit(name)}))`,
  )
  await sql`
    with given as (select ${JSON.stringify(rows)}::jsonb as rows), ${sql.join(inserts)} select`.execute(
    services.db,
  )
  const cast = JSON.parse(people, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'users' in value && Array.isArray(value.users)
      ? new Map(value.users as [TenantId, UserId][])
      : value,
  ) as Cast
  for (const { id } of [cast.contoso, cast.fabrikam, cast.northwind])
    await keepTestKey(services, id, now)
  return cast
}

let original: Promise<Original> | undefined

/** A cast of its own in the store of `services`, at `now`, whose domains end in `suffix`. */
export const castOf = async (around: Around, makers: Makers): Promise<Cast> => {
  if (original !== undefined) return copy(await original, around)
  const first = makeCast(makers)
  original = first.then((cast) => remember(around.services.db, around.suffix, cast))
  await original
  return first
}
