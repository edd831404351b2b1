/** The guests of an address, and what each of them can ask for. */
import type { AddressKey } from '../../kernel/address.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import type { AccountRequest } from '../../wire/account-requests.ts'
import type { RequestKind } from '../../wire/requests.ts'
import { requestInJson, type RequestInJson } from '../users/close-requests.sql.ts'
import { cannotSignIn, isGuestOfAddress, keyedUsers } from '../users/own-address.sql.ts'
import { canBeAskedBack, isKeptEnded } from './asked-back.sql.ts'
import { toldRequest, type AnswerFacts } from './told.ts'

export type AddressGuest = {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly organizationName: string
  /** Nobody there answers or restores: who asks to be removed is, by itself (R121). */
  readonly organizationClosed: boolean
  /** Whether whoever this is has no sign-in that lets them in. */
  readonly cannotSignIn: boolean
  /** What they can ask for: who is there to be removed, who has ended to be restored. */
  readonly kind: RequestKind
  /**
   * Whether they can by the address: they have no sign-in to ask with (R30), and there is somebody
   * who could do it, or it is done by itself.
   */
  readonly canAsk: boolean
  /** Until when who has ended can be restored. */
  readonly restorableUntil: Date | null
  /** Who has ended is kept because of a hold. */
  readonly held: boolean
  /** The latest request of that kind; null where nobody has asked for that. */
  readonly request: AccountRequest | null
}

type Row = Omit<AddressGuest, 'request'> &
  Omit<AnswerFacts, 'organizationClosed'> & { readonly asked: RequestInJson | null }

const kind = sql`case when u.deleted_at is null then 'removal' else 'restore' end`

const readAll = (
  db: Database,
  key: AddressKey,
  now: Date,
  where: RawBuilder<unknown>,
): Promise<Row[]> =>
  rows(
    db,
    answering<Row>(
      {
        tenantId: 'u.tenant_id',
        userId: 'u.id',
        organizationName: 't.display_name',
        cannotSignIn,
        kind,
        canAsk: sql`(${cannotSignIn} and ((u.deleted_at is null) is true or ${canBeAskedBack(now)}))`,
        restorableUntil: sql`case when u.deleted_at is not null then u.restorable_until end`,
        held: sql`(u.deleted_at is not null and u.held_at is not null)`,
        removesUnanswered: 't.removes_unanswered',
        unansweredReason: 't.unanswered_reason',
        organizationClosed: sql`t.state <> 'active'`,
        asked: sql`(select ${requestInJson}
          from requests q where q.tenant_id = u.tenant_id and q.user_id = u.id and q.kind = ${kind} order by q.created_at desc, q.id desc limit 1)`,
      },
      (list) => sql`
        select distinct on (t.display_name, u.tenant_id, u.id) ${list}
        from (${keyedUsers(key)}) x
        join users u on u.tenant_id = x.tenant_id and u.id = x.id
        join tenants t on t.id = u.tenant_id
        where ${isGuestOfAddress(key)} and ((u.deleted_at is null) is true or ${isKeptEnded(now)}) and ${where}
        order by t.display_name, u.tenant_id, u.id`,
    ),
  )

/**
 * The guests of an address at `now`, in every organization, open or closed (R121), by its name: who
 * is there, and where nobody is, who has ended and is kept. Home accounts are none. `tenantId`: of
 * that organization alone.
 */
export const listGuestsOfAddress = async (
  db: Database,
  key: AddressKey,
  now: Date,
  tenantId?: TenantId,
): Promise<AddressGuest[]> => {
  const there = tenantId === undefined ? sql`true` : sql`u.tenant_id = ${tenantId}`
  const found = await readAll(db, key, now, there)
  const staffed = new Set(found.flatMap((one) => (one.kind === 'removal' ? one.tenantId : [])))
  return found
    .filter((one) => one.kind === 'removal' || !staffed.has(one.tenantId))
    .map(({ asked, removesUnanswered, unansweredReason, ...guest }) => {
      const { organizationClosed } = guest
      const policy = { removesUnanswered, unansweredReason, organizationClosed }
      return { ...guest, request: asked === null ? null : toldRequest(asked, policy) }
    })
}
