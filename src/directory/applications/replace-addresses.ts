/** Where an application sends people back to, and who is told of the end. */
import { sql, type Database } from '../../store/database.ts'
import type { WhichRegistration } from './program.sql.ts'
import type { SignInChanges, SignInSettings } from './sign-in.ts'

/** Writes those of the addresses of a held registration that change. */
export const replaceAddresses = async (
  tx: Database,
  which: WhichRegistration,
  names: readonly (keyof SignInSettings)[],
  { redirectUris, logoutUrl, backchannelLogoutUrl }: SignInChanges,
): Promise<void> => {
  if (names.includes('redirectUris'))
    await replaceRedirects(tx, which, ['web', 'spa', 'native'], redirectUris ?? [])
  if (names.includes('logoutUrl'))
    await replaceRedirects(tx, which, ['logout'], single('logout', logoutUrl))
  if (names.includes('backchannelLogoutUrl'))
    await replaceRedirects(tx, which, ['backchannel'], single('backchannel', backchannelLogoutUrl))
}

type Row = { readonly kind: string; readonly uri: string }
const single = (kind: string, uri: string | null | undefined): Row[] =>
  typeof uri === 'string' ? [{ kind, uri }] : []

const replaceRedirects = async (
  tx: Database,
  { tenantId, registrationId }: WhichRegistration,
  kinds: readonly string[],
  wanted: readonly Row[],
): Promise<void> => {
  await sql`delete from application_redirects where tenant_id = ${tenantId} and registration_id = ${registrationId} and kind = any(${[...kinds]}::text[])`.execute(
    tx,
  )
  if (wanted.length === 0) return
  await sql`insert into application_redirects (tenant_id, registration_id, kind, uri)
    select ${tenantId}, ${registrationId}, kind, uri
    from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ uri }) => uri)}::text[]) as k(kind, uri)
    on conflict do nothing`.execute(tx)
}
