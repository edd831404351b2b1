/** guesthouse doctor: how this installation is, in sentences that say what to do next. */
import type { Command } from 'commander'
import { readConfig } from '../../kernel/config.ts'
import { examineMail, examineSettings, examineStore } from './examine.ts'
import { findings, worstOf, type Finding } from './finding.rule.ts'
import { CommandFailure, exitCodes } from '../failure.ts'
import { clockOf } from '../demo/time-machine.ts'
import { print, withStoreOf, type Session } from '../session.ts'

export const addDoctor = (program: Command, session: Session): void => {
  program
    .command('doctor')
    .description(
      'Look at the store, the clock, mail, the proxy, keys, backups and jobs, and say what to do. Changes nothing. Ends with 1 where something is wrong.',
    )
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) => examine(session, json))
}

const examine = async (session: Session, json: boolean | undefined): Promise<void> => {
  const config = readConfig(session.terminal.env)
  const now = new Date()
  const looked = await withStoreOf(
    session,
    config,
    async (store) => [
      ...(await examineStore(store, config, (await clockOf(store.db))())),
      ...(await examineMail(config, now, store.db)),
    ],
    { mustBeThere: true, asItIs: true },
  ).catch(async (error: unknown) => {
    if (!(error instanceof CommandFailure)) throw error
    const away = findings('store').wrong(error.message, 'Then ask again: guesthouse doctor.')
    return [away, ...(await examineMail(config, now, undefined))]
  })
  const all = [...looked, ...examineSettings(config, now)]
  const state = worstOf(all)
  print(session, json, { state, findings: all }, all.map(line).join('\n'))
  if (state === 'wrong') throw new CommandFailure(codeOf(all), verdict(all))
}

const marks = { well: '✔', care: '!', wrong: '✖' } as const

const line = ({ about, state, says, next }: Finding): string =>
  `${marks[state]} ${about.padEnd(7)} ${says}${next === undefined ? '' : `\n  ${' '.repeat(7)} → ${next}`}`

const isAway = (all: readonly Finding[]): boolean => all.every(({ about }) => about !== 'clock')

const codeOf = (all: readonly Finding[]) =>
  isAway(all) ? exitCodes.storeUnavailable : exitCodes.refused

const verdict = (all: readonly Finding[]): string => {
  const wrong = all.filter(({ state }) => state === 'wrong').length
  return wrong === 1 ? 'One thing is wrong.' : `${wrong} things are wrong.`
}
