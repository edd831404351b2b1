/** Reading which mails somebody was sent about their standing, and what became of them. */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../../store/keyset.ts'
import type { MailState } from '../../wire/mail-state.ts'

export type ToldMail = {
  readonly id: string
  readonly queuedAt: Date
  readonly userId: UserId
  readonly displayName: string | null
  readonly principalName: string | null
  /** The kind of the letter. */
  readonly letter: string
  /** Its first letter and its domain; null where there was none. */
  readonly recipient: string | null
  readonly mailState: MailState
  readonly sortValue: string
}

const order = byInstant(sql`m.queued_at`)

/** A page of the mails that a user was sent, live or deleted, newest first when `descending`. */
export const listToldMails = (
  db: Database,
  { tenantId, userId }: { readonly tenantId: TenantId; readonly userId: UserId },
  page: Page,
): Promise<ToldMail[]> =>
  rows(
    db,
    select<ToldMail>({
      id: 'm.id',
      queuedAt: 'm.queued_at',
      userId: 'm.user_id',
      displayName: 'u.display_name',
      principalName: sql`coalesce(u.original_user_principal_name, u.user_principal_name)`,
      letter: 'm.kind',
      recipient: 'm.recipient',
      mailState: 'm.state',
      sortValue: order.text,
    })`from told_mails m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
      where m.tenant_id = ${tenantId} and m.user_id = ${userId} and ${beyond(order, sql`m.id`, page)} ${ordered(order, sql`m.id`, page)}`,
  )
