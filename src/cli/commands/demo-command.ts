/** guesthouse demo: an empty store, filled with a story, and served. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readConfig, type Config } from '../../kernel/config.ts'
import { erasureJournal } from '../../privacy/journal.ts'
import type { Database } from '../../store/database.ts'
import { isAnyOrganization } from '../../store/relations.sql.ts'
import { demoPassphrase } from '../demo/cast.ts'
import { seedDemo } from '../demo/seed.ts'
import { keepAhead, readAhead, timeMachine } from '../demo/time-machine.ts'
import { playerNames, players } from '../../edge/demo.ts'
import { demo as words } from '../../words/en/demo.ts'
import { trustClock } from '../../worker/clock.ts'
import { tlsOf, type Tls } from '../../server/tls.ts'
import { requireListenable } from '../../server/listen.ts'
import { refused } from '../failure.ts'
import { outsideOf } from './erasures-commands.ts'
import { tableOf, withStoreOf, type Session } from '../session.ts'

export const addDemo = (program: Command, session: Session): void => {
  program
    .command('demo')
    .description(
      'Serve a made-up world to try Guesthouse in. Forgotten at the end, unless GUESTHOUSE_DATA or DATABASE_URL names an empty store, or that of a demo.',
    )
    .option(
      '--https',
      'serve it by https, for programs that ask for that: with a certificate for this machine that is made for this run',
    )
    .action(({ https = false }: { readonly https?: boolean }) =>
      https ? withAuthority((secure) => demo(session, secure)) : demo(session),
    )
}

/** What https is served with, and the file with what programs have to trust. */
type Secure = { readonly tls: Tls; readonly authority: string }

const withAuthority = async (work: (secure: Secure) => Promise<void>): Promise<void> => {
  // What it is made with is loaded for nothing else.
  const { makeLocalAuthority } = await import('../../server/local-authority.ts')
  const { authority, identity } = await makeLocalAuthority(new Date())
  const folder = await mkdtemp(join(tmpdir(), 'guesthouse-authority-'))
  try {
    const file = join(folder, 'authority.pem')
    await writeFile(file, authority)
    await work({ tls: tlsOf(identity), authority: file })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const demo = async (session: Session, secure?: Secure): Promise<void> => {
  const { env } = session.terminal
  // A person watches: only what goes wrong is worth a line.
  const settings = readConfig({ LOG_LEVEL: 'warn', ...env })
  // The story takes a while to be told: that nobody can be served is said before.
  await requireListenable(settings)
  const isKept = settings.databaseUrl !== undefined || (env['GUESTHOUSE_DATA'] ?? '') !== ''
  if (isKept) return seedAndServe(session, settings, secure)
  const folder = await mkdtemp(join(tmpdir(), 'guesthouse-demo-'))
  try {
    await seedAndServe(session, { ...settings, dataFolder: folder, durable: false }, secure)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const seedAndServe = (session: Session, config: Config, secure?: Secure): Promise<void> =>
  withStoreOf(session, config, async (store) => {
    const { terminal } = session
    const ahead = (await readAhead(store.db)) ?? (await makeDemo(session, config, store.db))
    // The story begins months ago, and a demo may have slept for long; the clock is right all the
    // same.
    await trustClock(store.db, new Date())
    const { serve } = await import('../serve.ts')
    await serve(
      terminal,
      config,
      store,
      (publicUrl) => terminal.out(`\n${programme(publicUrl, secure)}\n`),
      { demo: timeMachine(store.db, ahead), tls: secure?.tls },
    )
  })

/** Fills an empty store, and returns how far its clock stands ahead. */
const makeDemo = async ({ terminal }: Session, config: Config, db: Database): Promise<number> => {
  if (await isAnyOrganization(db))
    throw refused(
      'This store holds organizations already; the demo only fills an empty one. Serve it with "guesthouse serve", or choose another folder with GUESTHOUSE_DATA.',
    )
  terminal.err('Setting up the demo …')
  await seedDemo(db, new Date())
  // The story of the cast has permanent deletions in it, and a journal begins with it: that it was
  // not there before is no loss to warn of.
  await erasureJournal(outsideOf(config))(db)
  await keepAhead(db, 0)
  return 0
}

const programme = (publicUrl: string, secure: Secure | undefined): string =>
  [
    `The Guesthouse demo is ready. Begin at ${publicUrl}/demo`,
    '',
    tableOf([
      ['Sign in as', 'who is', 'to see'],
      ...playerNames.map((player) => {
        const { name, signInName } = players[player]
        const { who, see } = words.cast[player]
        return [signInName, `${name}, ${who}`, see]
      }),
    ]),
    '',
    `Everybody’s passphrase: ${demoPassphrase}`,
    `People: ${publicUrl}/   Administrators: ${publicUrl}/admin/   Mail: ${publicUrl}/demo/mail   Stop with Ctrl+C.`,
    ...(secure === undefined
      ? []
      : [
          '',
          `Programs have to trust ${secure.authority}, which vouches for this machine alone, for as long as this runs:`,
          `curl --cacert, NODE_EXTRA_CA_CERTS, REQUESTS_CA_BUNDLE or SSL_CERT_FILE with that name. A browser asks once.`,
        ]),
  ].join('\n')
