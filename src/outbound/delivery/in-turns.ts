/** Delivering debts that are called in turns: as many are taken as their lanes have room for. */
import type { Database } from '../../store/database.ts'
import type { Lanes } from '../lanes.ts'
import { takeInTurns, type DebtsInTurns, type Taken } from './debts.sql.ts'
import { atOnce, deliverDue, type When } from './deliver.ts'

type OfOrganization = { readonly tenantId: string }

/** How many of each organization are under way, of those that have any. */
const counting = () => {
  const underWay = new Map<string, number>()
  const add = ({ tenantId }: OfOrganization, more: number): void => {
    const count = (underWay.get(tenantId) ?? 0) + more
    if (count === 0) underWay.delete(tenantId)
    else underWay.set(tenantId, count)
  }
  return { underWay, add }
}

/**
 * Delivers whatever is due: organizations take turns, and so do the lanes of each (K19). Returns
 * how many were received. Ends early at the signal of `when`; what was not delivered stays due.
 * `together`: asked each time that some are taken, how those are delivered.
 */
export const deliverInTurns = <One extends Taken & OfOrganization>(
  db: Database,
  debts: DebtsInTurns<One>,
  lanes: Lanes,
  together: () => (one: One) => Promise<number>,
  when: When,
): Promise<number> => {
  const { underWay, add } = counting()
  return deliverDue(
    {
      most: atOnce.all,
      take: async (now, room) => {
        const { organization } = atOnce
        const taken = await takeInTurns(db, debts, now, {
          room,
          organization,
          underWay,
          lanes: lanes.room(now),
        })
        const deliver = together()
        return taken.map((one) => ({ one, deliver }))
      },
      deliver: async ({ one, deliver }) => {
        add(one, 1)
        try {
          return await deliver(one)
        } finally {
          add(one, -1)
        }
      },
    },
    when,
  )
}
