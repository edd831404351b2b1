/**
 * A request of somebody who cannot sign in, for a guest of an address that they have just proved
 * (R30, R40, R130): their home is gone, closed or has disabled them, or nobody ever came as this
 * guest.
 */
import type { Around } from '../../events/event.ts'
import type { AddressKey } from '../../kernel/address.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import type { RequestKind } from '../../wire/requests.ts'
import { holdUserOfAnyState } from '../lock-user.sql.ts'
import { cannotSignIn, isGuestOfAddress } from '../users/own-address.sql.ts'
import { fileRequest, type AskResult } from './ask.ts'
import { listGuestsOfAddress } from './by-address.sql.ts'
import { withdrawOf, type WithdrawResult } from './withdraw.ts'

/**
 * Takes back an open request of a guest, there or ended, who came at this address and cannot sign
 * in: what a person has asked for is theirs alone to take back (R31), and who can sign in does it
 * there.
 */
export const withdrawByAddress = (
  db: Database,
  { key, ...which }: { key: AddressKey; tenantId: TenantId; requestId: RequestId },
  around: Around,
): Promise<WithdrawResult> =>
  withdrawOf(db, which, sql`${cannotSignIn} and ${isGuestOfAddress(key)}`, around)

type Wish = {
  readonly key: AddressKey
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly kind: RequestKind
  readonly message: string | undefined
}

/**
 * Files the request, or finds the open one. `notFound` when the address leads to no guest who can
 * ask for that.
 */
export const askByAddress = (
  db: Database,
  { key, userId, ...wish }: Wish,
  context: Around,
): Promise<AskResult> =>
  transaction(db, async (tx) => {
    const { tenantId, kind } = wish
    const find = async () =>
      (await listGuestsOfAddress(tx, key, context.now, tenantId)).find(
        (guest) => guest.userId === userId && guest.kind === kind && guest.canAsk,
      )
    if ((await find()) === undefined) return { outcome: 'notFound' }
    // Whatever ends, restores or removes the guest holds them: held first, judged next.
    await holdUserOfAnyState(tx, { tenantId, userId })
    if ((await find()) === undefined) return { outcome: 'notFound' }
    return fileRequest(tx, wish, userId, context)
  })
