/**
 * guesthouse purge --due: the recurring job, once and now. For those who would rather run it from
 * their own scheduler.
 */
import type { Command } from 'commander'
import { purgeDue } from '../../directory/deleted/purge.ts'
import { systemClock } from '../../kernel/time.ts'
import { askClock, clockWords, isBelieved, trustClock } from '../../worker/clock.ts'
import { refused, wrongUsage } from '../failure.ts'
import { print, withStore, type Session } from '../session.ts'

export const addPurge = (program: Command, session: Session): void => {
  program
    .command('purge')
    .description(
      'Permanently delete the deleted users whose retention period has ended, in every organization.',
    )
    .option('--due', 'say so: nothing else can be purged in bulk from here')
    .option('--clock-is-right', 'go on although the clock has jumped since Guesthouse last ran')
    .option('--json', 'print as JSON')
    .action(
      ({ due, clockIsRight, json }: { due?: boolean; clockIsRight?: boolean; json?: boolean }) => {
        if (due !== true)
          throw wrongUsage('Add --due to purge what is due. For one user: "guesthouse user purge".')
        return withStore(session, async ({ db, clock }) => {
          // It is the machine's clock that may be wrong, also where a demo stands ahead of it.
          const machineNow = systemClock()
          if (clockIsRight === true) await trustClock(db, machineNow)
          const state = await askClock(db, machineNow)
          if (!isBelieved(state)) throw refused(clockWords[state])
          const purged = await purgeDue(db, clock())
          print(
            session,
            json,
            { purged },
            purged === 1 ? 'Purged 1 user.' : `Purged ${purged} users.`,
          )
        })
      },
    )
}
