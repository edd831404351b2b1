/** Where an application sends people back to, and who is told of the end. */
import type { ApplicationId, TenantId } from '../../kernel/ids.ts'
import { sql, type Database } from '../../store/database.ts'
import type { SignInChanges, SignInSettings } from './sign-in.ts'

type Which = { readonly tenantId: TenantId; readonly applicationId: ApplicationId }

/** Writes those of the addresses of a held application that change. */
export const replaceAddresses = async (
  tx: Database,
  which: Which,
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
  { tenantId, applicationId }: Which,
  kinds: readonly string[],
  wanted: readonly Row[],
): Promise<void> => {
  await sql`delete from application_redirects where tenant_id = ${tenantId} and application_id = ${applicationId} and kind = any(${[...kinds]}::text[])`.execute(
    tx,
  )
  if (wanted.length === 0) return
  const values = wanted.map(
    ({ kind, uri }) => sql`(${tenantId}, ${applicationId}, ${kind}, ${uri})`,
  )
  await sql`insert into application_redirects (tenant_id, application_id, kind, uri) values ${sql.join(values)} on conflict do nothing`.execute(
    tx,
  )
}
