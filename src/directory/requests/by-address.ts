/**
 * A request to be removed of somebody who cannot sign in, for a guest of an address that they have
 * just proved (R30, R130): their home is gone, closed or has disabled them, or nobody ever came as
 * this guest.
 */
import type { Around } from '../../events/event.ts'
import type { AddressKey } from '../../kernel/address.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, transaction, type Database } from '../../store/database.ts'
import { homeIsGone } from '../../store/relations.sql.ts'
import { requestInJson, type RequestInJson } from '../users/close-requests.sql.ts'
import { usersWithAddress } from '../users/addresses.sql.ts'
import type { AccountRequest } from '../../wire/account-requests.ts'
import { fileRequest, type AskResult } from './ask.ts'
import { toldRequest, type AnswerFacts } from './told.ts'
import { withdrawOf, type WithdrawResult } from './withdraw.ts'

export type AddressGuest = {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly organizationName: string
  /** Whether nobody can sign in as this guest any more, as there is no home to do it by. */
  readonly homeIsGone: boolean
  /** The latest request to be removed; null where nobody has asked for that. */
  readonly request: AccountRequest | null
}

const found = (tenantId: TenantId, key: AddressKey) =>
  usersWithAddress(tenantId, key, sql`null::uuid`)

/**
 * The live guests of an address, in every organization that is open, by its name. Home accounts are
 * none.
 */
export const listGuestsOfAddress = async (
  db: Database,
  key: AddressKey,
): Promise<AddressGuest[]> => {
  const guests = await rows(
    db,
    answering<Row>(
      {
        tenantId: 'u.tenant_id',
        userId: 'u.id',
        organizationName: 't.display_name',
        homeIsGone,
        removesUnanswered: 't.removes_unanswered',
        unansweredReason: 't.unanswered_reason',
        organizationClosed: sql`t.state <> 'active'`,
        asked: sql`(select ${requestInJson}
          from requests q where q.tenant_id = u.tenant_id and q.user_id = u.id and q.kind = 'removal' order by q.created_at desc, q.id desc limit 1)`,
      },
      (list) => sql`
        select distinct on (t.display_name, u.tenant_id, u.id) ${list}
        from (
          select m.tenant_id, m.id from users m where m.mail_key = ${key}
          union select o.tenant_id, o.id from users o where o.other_mail_keys @> array[${key}::text]
          union select i.tenant_id, i.user_id from invitations i where i.address_key = ${key}) x
        join live_users u on u.tenant_id = x.tenant_id and u.id = x.id and u.creation_type = 'Invitation'
        join tenants t on t.id = u.tenant_id and t.state = 'active'
        order by t.display_name, u.tenant_id, u.id`,
    ),
  )
  return guests.map(
    ({ tenantId, userId, organizationName, homeIsGone: gone, asked, ...policy }) => ({
      tenantId,
      userId,
      organizationName,
      homeIsGone: gone,
      request: asked === null ? null : toldRequest(asked, policy),
    }),
  )
}

type Row = Omit<AddressGuest, 'request'> & AnswerFacts & { readonly asked: RequestInJson | null }

/** Takes back an open request of a guest to whom the address leads. */
export const withdrawByAddress = (
  db: Database,
  { key, ...which }: { key: AddressKey; tenantId: TenantId; requestId: RequestId },
  around: Around,
): Promise<WithdrawResult> =>
  withdrawOf(
    db,
    which,
    sql`u.deleted_at is null and u.creation_type = 'Invitation' and u.id in (select f.id from (${found(which.tenantId, key)}) f)`,
    around,
  )

/** Files the request, or finds the open one. `notFound` when the address leads to no such guest. */
export const askByAddress = (
  db: Database,
  {
    key,
    tenantId,
    userId,
    message,
  }: { key: AddressKey; tenantId: TenantId; userId: UserId; message: string | undefined },
  context: Around,
): Promise<AskResult> =>
  transaction(db, async (tx) => {
    const [guest] = await rows(
      tx,
      sql`select 1 from live_users u where u.tenant_id = ${tenantId} and u.id = ${userId} and u.creation_type = 'Invitation'
        and u.id in (select f.id from (${found(tenantId, key)}) f)`,
    )
    if (guest === undefined) return { outcome: 'notFound' }
    return fileRequest(tx, { tenantId, kind: 'removal', message }, userId, context)
  })
