/**
 * The address that people use, kept in the store by the server that has it: the command line prints
 * links that work, also where its own environment does not say what the server's says.
 */
import { localUrl, type Config } from '../kernel/config.ts'
import { sql, type Database } from '../store/database.ts'
import { readKept } from '../store/kept-value.ts'

/** Where it stands among the facts of the installation. */
const name = 'address'

/** `isNamed`: by GUESTHOUSE_URL. Otherwise it is where the server listens. */
type Kept = { readonly url: string; readonly isNamed: boolean }

/**
 * Keeps where the server with these settings, which listens at `url`, is reached. The last one to
 * start is the one that counts.
 */
export const keepAddress = async (
  db: Database,
  { publicUrl }: Pick<Config, 'publicUrl'>,
  url: string,
): Promise<void> => {
  const kept: Kept = { url: publicUrl ?? url, isNamed: publicUrl !== undefined }
  await sql`insert into installation (name, value) values (${name}, ${Buffer.from(JSON.stringify(kept))})
    on conflict (name) do update set value = excluded.value where installation.value <> excluded.value`.execute(
    db,
  )
}

/**
 * The address that links in print begin with: the one that these settings name; else the one that
 * the server's settings named; else where these say that it listens; else where it listened last.
 */
export const addressFor = async (
  db: Database,
  {
    publicUrl,
    host,
    port,
    saysWhere,
    tls,
  }: Pick<Config, 'publicUrl' | 'host' | 'port' | 'saysWhere' | 'tls'>,
): Promise<string> => {
  if (publicUrl !== undefined) return publicUrl
  const found = await readKept(db, name)
  const kept = found === undefined ? undefined : (JSON.parse(found.toString()) as Kept)
  return kept !== undefined && (kept.isNamed || !saysWhere)
    ? kept.url
    : localUrl(host, port, { isSecure: tls !== undefined })
}
