/** Delivering debts that are called in turns: as many are taken as their lanes have room for. */
import type { Database } from '../../store/database.ts'
import type { Lanes } from '../lanes.ts'
import { takeInTurns, type DebtsInTurns, type Taken } from './debts.sql.ts'
import { atOnce, deliverDue, type When } from './deliver.ts'

/**
 * Delivers whatever is due: organizations take turns, and so do the lanes of each (K19). Returns
 * how many were received. Ends early at the signal of `when`; what was not delivered stays due.
 * `together`: asked each time that some are taken, how those are delivered.
 */
export const deliverInTurns = <One extends Taken>(
  db: Database,
  debts: DebtsInTurns<One>,
  lanes: Lanes,
  together: () => (one: One) => Promise<number>,
  when: When,
): Promise<number> =>
  deliverDue(
    {
      most: atOnce.all,
      take: async (now, room) => {
        const { organization } = atOnce
        const taken = await takeInTurns(db, debts, now, {
          room,
          organization,
          lanes: lanes.room(now),
        })
        const deliver = together()
        return taken.map((one) => ({ one, deliver }))
      },
      deliver: ({ one, deliver }) => deliver(one),
    },
    when,
  )
