/** The guests of an address, and what each of them can ask for. */
import type { AddressKey } from '../../kernel/address.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { homeIsGone } from '../../store/relations.sql.ts'
import type { AccountRequest } from '../../wire/account-requests.ts'
import type { RequestKind } from '../../wire/requests.ts'
import { requestInJson, type RequestInJson } from '../users/close-requests.sql.ts'
import { usersOfAddress } from '../users/addresses.sql.ts'
import { isOwnAddress } from '../users/own-address.sql.ts'
import { canBeAskedBack } from './asked-back.sql.ts'
import { toldRequest, type AnswerFacts } from './told.ts'

export type AddressGuest = {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly organizationName: string
  /** Whether nobody can sign in as this guest any more, as there is no home to do it by. */
  readonly homeIsGone: boolean
  /** What they can ask for: who is there to be removed, who has ended to be restored. */
  readonly kind: RequestKind
  /** Until when who has ended can be restored. */
  readonly restorableUntil: Date | null
  /** The address is the person's own, and none that somebody else has written down. */
  readonly isOwn: boolean
  /** The latest request of that kind; null where nobody has asked for that. */
  readonly request: AccountRequest | null
}

type Row = Omit<AddressGuest, 'request'> & AnswerFacts & { readonly asked: RequestInJson | null }

const kind = sql`case when u.deleted_at is null then 'removal' else 'restore' end`

const readAll = (db: Database, key: AddressKey, where: RawBuilder<unknown>): Promise<Row[]> =>
  rows(
    db,
    answering<Row>(
      {
        tenantId: 'u.tenant_id',
        userId: 'u.id',
        organizationName: 't.display_name',
        homeIsGone,
        kind,
        isOwn: isOwnAddress(key),
        restorableUntil: sql`case when u.deleted_at is not null then u.restorable_until end`,
        removesUnanswered: 't.removes_unanswered',
        unansweredReason: 't.unanswered_reason',
        organizationClosed: sql`t.state <> 'active'`,
        asked: sql`(select ${requestInJson}
          from requests q where q.tenant_id = u.tenant_id and q.user_id = u.id and q.kind = ${kind} order by q.created_at desc, q.id desc limit 1)`,
      },
      (list) => sql`
        select distinct on (t.display_name, u.tenant_id, u.id) ${list}
        from (${usersOfAddress(key)}) x
        join users u on u.tenant_id = x.tenant_id and u.id = x.id and u.creation_type = 'Invitation'
        join tenants t on t.id = u.tenant_id and t.state = 'active'
        where ${where}
        order by t.display_name, u.tenant_id, u.id`,
    ),
  )

/**
 * The guests of an address at `now`, in every organization that is open, by its name: who is there,
 * and where nobody is, who can be asked back. Home accounts are none. `tenantId`: of that
 * organization alone.
 */
export const listGuestsOfAddress = async (
  db: Database,
  key: AddressKey,
  now: Date,
  tenantId?: TenantId,
): Promise<AddressGuest[]> => {
  const there = tenantId === undefined ? sql`true` : sql`u.tenant_id = ${tenantId}`
  const found = await readAll(
    db,
    key,
    sql`${there} and ((u.deleted_at is null) is true or ${canBeAskedBack(now)})`,
  )
  const staffed = new Set(found.flatMap((one) => (one.kind === 'removal' ? one.tenantId : [])))
  return found
    .filter((one) => one.kind === 'removal' || !staffed.has(one.tenantId))
    .map(({ asked, removesUnanswered, unansweredReason, organizationClosed, ...guest }) => ({
      ...guest,
      request:
        asked === null
          ? null
          : toldRequest(asked, { removesUnanswered, unansweredReason, organizationClosed }),
    }))
}
