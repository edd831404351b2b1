/**
 * Who looks at a receipt. Shown to whoever has the code of its mail, to the person whom it is about
 * while that is known, and to administrators of its organization who see deleted users. Everybody
 * else gets one answer, whether there is such a receipt or not.
 */
import { may } from '../../access/may.rule.ts'
import { Refusal } from '../../edge/refusal.ts'
import { budgetOf, type Budget } from '../../edge/budget.ts'
import type { Services } from '../../edge/routes.ts'
import { readSessionCookie } from '../../edge/session-cookie.ts'
import { pathId } from '../../edge/path-id.ts'
import type { EventId } from '../../kernel/ids.ts'
import { networkOf } from '../../kernel/network.ts'
import { findSession } from '../../people/sessions.ts'
import { findTenantSessionOf } from '../../people/tenant-sessions.ts'
import { readReceipt } from '../../receipts/find.sql.ts'
import { isCodeOf, isOf } from '../../receipts/held-by.ts'
import type { Receipt } from '../../receipts/receipt.ts'
import type { Exchange } from '../exchange.ts'

/** How many wrong codes a network may try. One that is right costs nothing. */
const share = { burst: 20, perSecond: 0.1 }
const budgets = new WeakMap<Services, Budget>()
const budgetIn = (services: Services): Budget => {
  const budget = budgets.get(services) ?? budgetOf(share)
  budgets.set(services, budget)
  return budget
}

const isKnownTo = async (
  { c, db, services, now }: Exchange,
  receipt: Receipt,
): Promise<boolean> => {
  const session = await findSession(db, readSessionCookie(c, services.publicUrl), now)
  if (session === undefined) return false
  if (isOf(receipt, session.personId)) return true
  const here = await findTenantSessionOf(db, session, receipt.tenantId, now)
  return here !== undefined && may(here.roles, 'users.inspect')
}

const withCode = async (
  { c, services, now }: Exchange,
  receipt: Receipt | undefined,
  code: string,
): Promise<Receipt | undefined> => {
  const address = c.get('address')
  const network = address === null ? undefined : networkOf(address)
  const budget = budgetIn(services)
  if (network !== undefined && !budget.spend(network, now))
    throw new Refusal('tooManyRequests', undefined, { headers: { 'retry-after': '10' } })
  if (receipt === undefined || !isCodeOf(receipt, code)) return undefined
  if (network !== undefined) budget.giveBack(network)
  return receipt
}

/**
 * The receipt that the address names, for who may see it; undefined for strangers. Refuses who has
 * tried too many codes.
 */
export const receiptFor = async (
  x: Exchange,
  code: string | undefined,
): Promise<Receipt | undefined> => {
  const reference = pathId<EventId>(x.c, 'reference')
  const receipt = reference === undefined ? undefined : await readReceipt(x.db, reference)
  if (code !== undefined && code !== '') {
    const held = await withCode(x, receipt, code)
    if (held !== undefined) return held
  }
  return receipt !== undefined && (await isKnownTo(x, receipt)) ? receipt : undefined
}
