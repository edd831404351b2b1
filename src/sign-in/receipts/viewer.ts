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
import { readReceipt, readTogether } from '../../receipts/find.sql.ts'
import { isCodeOf, isOf } from '../../receipts/held-by.ts'
import type { Receipt, Together } from '../../receipts/receipt.ts'
import type { Exchange } from '../exchange.ts'

/** How many wrong codes a network may try. One that is right costs nothing. */
const share = { burst: 20, perSecond: 0.1 }
const budgets = new WeakMap<Services, Budget>()
const budgetIn = (services: Services): Budget => {
  const budget = budgets.get(services) ?? budgetOf(share)
  budgets.set(services, budget)
  return budget
}

/** Which of these somebody sees by who they are. */
const knownTo = async (
  { c, db, services, now }: Exchange,
  receipts: readonly Receipt[],
): Promise<Receipt[]> => {
  const session = await findSession(db, readSessionCookie(c, services.publicUrl), now)
  if (session === undefined) return []
  const known: Receipt[] = []
  for (const receipt of receipts) {
    const here = isOf(receipt, session.personId)
      ? undefined
      : await findTenantSessionOf(db, session, receipt.tenantId, now)
    const sees = here === undefined ? false : may(here.roles, 'users.inspect')
    if (sees || isOf(receipt, session.personId)) known.push(receipt)
  }
  return known
}

const withCode = (
  { c, services, now }: Exchange,
  receipts: readonly Receipt[],
  code: string,
): Receipt[] => {
  const address = c.get('address')
  const network = address === null ? undefined : networkOf(address)
  const budget = budgetIn(services)
  if (network !== undefined && !budget.spend(network, now))
    throw new Refusal('tooManyRequests', undefined, { headers: { 'retry-after': '10' } })
  const held = receipts.filter((receipt) => isCodeOf(receipt, code))
  if (held.length > 0 && network !== undefined) budget.giveBack(network)
  return held
}

const seen = async (
  x: Exchange,
  receipts: readonly Receipt[],
  code: string | undefined,
): Promise<readonly Receipt[]> => {
  const held = code === undefined || code === '' ? [] : withCode(x, receipts, code)
  return held.length > 0 || receipts.length === 0 ? held : knownTo(x, receipts)
}

/**
 * The receipt that the address names, or those that it names together, for who may see it;
 * undefined for strangers. Refuses who has tried too many codes.
 */
export const receiptFor = async (
  x: Exchange,
  code: string | undefined,
): Promise<Receipt | Together | undefined> => {
  const reference = pathId<EventId>(x.c, 'reference')
  const single = reference === undefined ? undefined : await readReceipt(x.db, reference)
  const isSingle = reference === undefined || single !== undefined
  const all = isSingle
    ? [single].filter((one) => one !== undefined)
    : await readTogether(x.db, reference)
  const shown = await seen(x, all, code)
  const [first] = shown
  if (reference === undefined || first === undefined) return undefined
  return isSingle ? first : { reference, receipts: shown }
}
