/**
 * The step of migration 0038: keys for the names and addresses that only the code folds. Those in
 * printable ASCII have theirs from the SQL.
 */
import { emailIssuer } from '../kernel/address.ts'
import { fold } from '../kernel/text.ts'
import { nameKey } from '../kernel/principal-name.ts'
import { select } from './columns.ts'
import { rows, sql, type Database } from './database.ts'

const batch = 1_000

type Named = {
  readonly tenantId: string
  readonly id: string
  readonly name: string
  readonly mail: string | null
  readonly otherMails: string[]
  readonly proxies: string[]
}

/**
 * Fills every key that is still missing, in batches. What was no address gets the key that its text
 * has as a name.
 */
export const fillKeys = async (tx: Database): Promise<void> => {
  for (let after = ''; ;) {
    const found = await rows(
      tx,
      select<Named>({
        tenantId: 'tenant_id',
        id: 'id',
        name: sql`coalesce(original_user_principal_name, user_principal_name)`,
        mail: 'mail',
        otherMails: 'other_mails',
        proxies: 'proxy_addresses',
      })`from users where id::text > ${after} and (name_key is null or (mail is not null and mail_key is null) or cardinality(other_mails) <> cardinality(other_mail_keys)
          or array_to_string(proxy_addresses, '') collate "C" !~ '^[!-~]*$')
        order by id::text limit ${batch}`,
    )
    for (const user of found) await fillUser(tx, user)
    const last = found.at(-1)
    if (last === undefined) break
    after = last.id
  }
  await fillOthers(tx)
}

const fillUser = async (
  tx: Database,
  { tenantId, id, name, mail, otherMails, proxies }: Named,
): Promise<void> => {
  const proxyKeys = [
    ...new Set(proxies.map((proxy) => `smtp:${nameKey(proxy.replace(/^smtp:/i, ''))}`)),
  ]
  await sql`update users set name_key = ${nameKey(name)}, mail_key = ${mail === null ? null : nameKey(mail)}, other_mail_keys = ${otherMails.map(nameKey)}::text[],
    proxy_addresses = ${proxyKeys}::text[] where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
}

const fillOthers = async (tx: Database): Promise<void> => {
  const invitations = select<{
    tenantId: string
    id: string
    address: string
  }>({
    tenantId: 'tenant_id',
    id: 'id',
    address: 'address',
  })`from invitations where address_key is null`
  for (const { tenantId, id, address } of await rows(tx, invitations))
    await sql`update invitations set address_key = ${nameKey(address)} where tenant_id = ${tenantId} and id = ${id}`.execute(
      tx,
    )
  const applications = select<{
    tenantId: string
    id: string
    name: string
  }>({
    tenantId: 'tenant_id',
    id: 'id',
    name: 'display_name',
  })`from applications where name_key is null`
  for (const { tenantId, id, name } of await rows(tx, applications))
    await sql`update applications set name_key = ${fold(name)} where tenant_id = ${tenantId} and id = ${id}`.execute(
      tx,
    )
  // Two persons of one mailbox stay two: the first keeps it, and what the other has is found by its
  const mailboxes = select<{
    subject: string
  }>({
    subject: 'subject',
  })`from identities where issuer = ${emailIssuer} and subject collate "C" !~ '^[!-~]*$' order by created_at, subject`
  for (const { subject } of await rows(tx, mailboxes))
    await sql`update identities i set subject = ${nameKey(subject)} where i.issuer = ${emailIssuer} and i.subject = ${subject}
      and not exists (select 1 from identities o where o.issuer = i.issuer and o.subject = ${nameKey(subject)})`.execute(
      tx,
    )
}
