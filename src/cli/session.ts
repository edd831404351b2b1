/**
 * What every command is given, and the two ways in which they use it: with the store open, as an
 * operator.
 */
import { byOperator } from '../events/context.ts'
import type { Context } from '../events/event.ts'
import { readConfig, type Config } from '../kernel/config.ts'
import type { Clock } from '../kernel/time.ts'
import type { Database } from '../store/database.ts'
import type { Opening, Store } from '../store/store.ts'
import { clockOf } from './demo/time-machine.ts'
import { storeFailure } from './failure.ts'
import { addressFor } from './own-address.ts'
import type { Terminal } from './terminal.ts'

export type Session = {
  readonly terminal: Terminal
  /** Opens the store that the settings name, migrated. */
  readonly openStore: (config: Config, opening?: Opening) => Promise<Store>
}

const placeOf = (config: Config): string =>
  config.databaseUrl === undefined ? config.dataFolder : 'PostgreSQL by DATABASE_URL'

/** Runs `work` with the store of `config` open, and closes it whatever happens. */
export const withStoreOf = async <T>(
  session: Session,
  config: Config,
  work: (store: Store) => Promise<T>,
  opening: Opening = {},
): Promise<T> => {
  const store = await session
    .openStore(config, opening)
    .catch((error: unknown) => Promise.reject(storeFailure(error, placeOf(config))))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Settings that know the address that links in print begin with. */
export type ConfigWithAddress = Config & { readonly publicUrl: string }

/** What a command works with. */
type Opened = {
  readonly db: Database
  readonly config: ConfigWithAddress
  readonly clock: Clock
}

/**
 * Runs `work` with the store that the environment names, settings that know the address of the
 * server, and the clock that the server goes by. Refuses where there is no store, unless the
 * command is one that makes it.
 */
export const withStore = <T>(
  session: Session,
  work: (opened: Opened) => Promise<T>,
  { makesIt = false }: { readonly makesIt?: boolean } = {},
): Promise<T> => {
  const config = readConfig(session.terminal.env)
  return withStoreOf(
    session,
    config,
    async ({ db }) =>
      work({
        db,
        config: { ...config, publicUrl: await addressFor(db, config) },
        clock: await clockOf(db),
      }),
    { mustBeThere: !makesIt },
  )
}

/** The context of a change made on the machine itself, now. */
export const asOperator = (clock: Clock): Context => byOperator(clock())

/** Prints `data` as JSON when that was asked for, else the words. */
export const print = (
  { terminal }: Session,
  json: boolean | undefined,
  data: object,
  words: string,
): void => terminal.out(json === true ? JSON.stringify(data, null, 2) : words)

/** A table of text, columns padded to their widest cell. */
export const tableOf = (lines: readonly (readonly string[])[]): string => {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
