/** How what the doctor found is judged. Each rule gives every finding at once. */
import { dayMs, minuteMs } from '../../kernel/time.ts'
import { writtenTime } from '../../kernel/written-time.ts'
import { findings, type Finding } from './finding.rule.ts'

/** The oldest PostgreSQL that is taken, as it numbers itself. */
const oldestServer = 150_000
/** A backup that is older than this is told of. */
export const backupDays = 2
/** Jobs run each minute; who has not been heard of for so long does not run. */
const silentMs = 10 * minuteMs

const store = findings('store')
const days = (ms: number): number => Math.floor(ms / dayMs)

export type StoreFacts = {
  readonly kind: 'embedded' | 'named'
  readonly serverNumber: number
  readonly version: string
  /** Migrations of this version that have not run. */
  readonly pending: number
  readonly mayCreate: boolean
  readonly ownsTables: boolean
  readonly isSuperuser: boolean
  /** Whether the server stops statements, and transactions that nobody goes on with. */
  readonly hasLimits: boolean
}

const rightsOf = ({ kind, mayCreate, ownsTables, isSuperuser }: StoreFacts): Finding[] => [
  ...(mayCreate && ownsTables
    ? []
    : [
        store.wrong(
          'The role that Guesthouse signs in with does not own its tables, or may not make new ones; the next upgrade would stop there.',
          'Make it the owner of the schema and of all tables in it.',
        ),
      ]),
  ...(kind === 'named' && isSuperuser
    ? [
        store.care(
          'The role that Guesthouse signs in with is a superuser of the server, which it does not need.',
          'Make a role that owns this database alone, and name it in DATABASE_URL.',
        ),
      ]
    : []),
]

/** The store: its version, its schema, what our role may, and whether its limits are set. */
export const judgeStore = (facts: StoreFacts): Finding[] => {
  const { serverNumber, version, pending, hasLimits } = facts
  const all = [
    ...(serverNumber < oldestServer
      ? [
          store.wrong(
            `The store is PostgreSQL ${version}; 15 is the oldest that is taken.`,
            'Upgrade it.',
          ),
        ]
      : []),
    ...(pending > 0
      ? [
          store.care(
            `${pending === 1 ? '1 migration has' : `${pending} migrations have`} not run in this store.`,
            'The next start of this version runs them; "guesthouse migrate" does it before.',
          ),
        ]
      : []),
    ...rightsOf(facts),
    ...(hasLimits
      ? []
      : [
          store.care(
            'Nothing stops statements that run too long: a pooler stands between, which takes no settings.',
            "Set them for the role: alter role … set statement_timeout = '30s', and idle_in_transaction_session_timeout = '30s'.",
          ),
        ]),
  ]
  return all.length > 0
    ? all
    : [store.well(`PostgreSQL ${version} answers; its schema is up to date.`)]
}

export type KeyFacts = {
  /** What is with the key that seals secrets. */
  readonly seal: 'right' | 'missing' | 'other' | 'unreadable'
  /** Whether others than its owner may read the file. */
  readonly isOpen: boolean
  /** From when the oldest of the keys signs that sign tokens now; the next make themselves. */
  readonly signsFrom: Date | undefined
}

const keys = findings('keys')
const sealWords = {
  missing: 'There is no key that seals secrets, and the store has secrets.',
  other: 'The key that seals secrets is not the one that this store was made with.',
  unreadable: 'The file with the key that seals secrets is damaged, or this user may not read it.',
} as const

/** Keys: the one that seals secrets, and those that sign tokens. */
export const judgeKeys = ({ seal, isOpen, signsFrom }: KeyFacts): Finding[] => {
  const all = [
    ...(seal === 'right'
      ? []
      : [
          keys.wrong(
            sealWords[seal],
            'Put back the key from your backup, as GUESTHOUSE_KEY or the file "key" in the data folder.',
          ),
        ]),
    ...(isOpen
      ? [
          keys.care(
            'Others than its owner may read the key file.',
            'chmod 600 the file "key" in the data folder.',
          ),
        ]
      : []),
  ]
  return all.length > 0
    ? all
    : [
        keys.well(
          `Secrets can be opened.${signsFrom === undefined ? '' : ` The oldest key that signs tokens does so since ${writtenTime(signsFrom)}; the next is made by itself when it is time, or by "guesthouse key rotate".`}`,
        ),
      ]
}

const backup = findings('backup')

/** When the last backup was written, as far as the store knows, and whether the keys are there. */
export const judgeBackup = (at: Date | undefined, now: Date): Finding[] => {
  if (at === undefined)
    return [
      backup.care(
        'No backup has been written by "guesthouse backup"; others this store does not know of.',
        'guesthouse backup --to <file>, each night, and keep a copy of the file of keys on another disk.',
      ),
    ]
  const age = days(now.getTime() - at.getTime())
  const says = `The last backup was written on ${writtenTime(at)}.`
  return age < backupDays
    ? [backup.well(says)]
    : [backup.care(says, 'guesthouse backup --to <file>; let a timer do it each night.')]
}

const jobs = findings('jobs')

/** When jobs last ran, by the note that those leave which ask the clock. */
export const judgeJobs = (lastAt: Date | undefined, now: Date): Finding[] => {
  if (lastAt === undefined)
    return [
      jobs.care('No job has run in this store yet.', 'They run in the server: guesthouse serve.'),
    ]
  const says = `Jobs last ran at ${writtenTime(lastAt)}.`
  return now.getTime() - lastAt.getTime() < silentMs
    ? [jobs.well(says)]
    : [
        jobs.wrong(
          `${says} Nothing is sent, ended or erased meanwhile.`,
          'Start the server: guesthouse serve. Where it runs, its log says what keeps the jobs.',
        ),
      ]
}
