/** Looks at everything that an installation needs, and says how each of it is. */
import { X509Certificate } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { ConfigError, type Config } from '../../kernel/config.ts'
import { secondMs } from '../../kernel/time.ts'
import { hostOf, reachMailServer } from '../../mail/post.ts'
import { readLastBackup } from '../../privacy/backup/last-backup.ts'
import type { Database } from '../../store/database.ts'
import { readKept } from '../../store/kept-value.ts'
import { readSealKey } from '../../store/seal-key.ts'
import type { Store } from '../../store/store.ts'
import { clockWords, isBelieved, lookAtClock } from '../../worker/clock.ts'
import { checkKey, keyCheck } from '../key-check.ts'
import { readOldestSigner, readStoreFacts, readWaitingMail } from './facts.sql.ts'
import { findings, type Finding } from './finding.rule.ts'
import { judgeBackup, judgeJobs, judgeKeys, judgeStore, type KeyFacts } from './judged.rule.ts'
import { judgeMail, type MailFacts } from './mail.rule.ts'
import { judgeProxy, type ProxyFacts } from './proxy.rule.ts'

const certificateEnds = ({ tls }: Config): ProxyFacts['certificateEnds'] => {
  if (tls === undefined) return undefined
  try {
    const cert = readFileSync(tls.certificate)
    createSecureContext({ cert, key: readFileSync(tls.key) })
    return new Date(new X509Certificate(cert).validTo)
  } catch {
    return 'unreadable'
  }
}

const isKnown = async (domain: string): Promise<boolean> => {
  const names = new Resolver({ timeout: 2 * secondMs, tries: 1 })
  const asked = await Promise.allSettled([names.resolveMx(domain), names.resolve4(domain)])
  return !asked.every(
    (one) =>
      one.status === 'rejected' &&
      ['ENOTFOUND', 'ENODATA'].includes((one.reason as NodeJS.ErrnoException).code ?? ''),
  )
}

const mailFacts = async (config: Config): Promise<Omit<MailFacts, 'waiting' | 'since'>> => {
  const { smtpUrl, mailFrom, allowPlainSmtp } = config
  if (smtpUrl === undefined) return { server: undefined, problem: undefined, sender: undefined }
  const domain = hostOf(mailFrom)
  const [failed, known] = await Promise.all([
    reachMailServer({ url: smtpUrl, allowPlain: allowPlainSmtp }),
    isKnown(domain),
  ])
  const codes = failed && [failed.code, failed.responseCode ?? []].flat().join(' ')
  return { server: new URL(smtpUrl).host, problem: codes, sender: { domain, isKnown: known } }
}

const isOther = (error: unknown): 'other' => {
  if (error instanceof ConfigError) return 'other'
  throw error
}

const sealFacts = async (db: Database, config: Config): Promise<Omit<KeyFacts, 'signsFrom'>> => {
  const file = join(config.dataFolder, 'key')
  const isFile = config.key === undefined
  const isUsed = (await readKept(db, keyCheck)) !== undefined
  if (isFile && !existsSync(file)) return { seal: isUsed ? 'missing' : 'right', isOpen: false }
  try {
    const isOpen = isFile && process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
    const key = readSealKey(config)
    const seal = isUsed ? await checkKey(db, key).then(() => 'right' as const, isOther) : 'right'
    return { seal, isOpen }
  } catch {
    return { seal: 'unreadable', isOpen: false }
  }
}

const clockFinding = (state: Awaited<ReturnType<typeof lookAtClock>>['state']): Finding => {
  const clock = findings('clock')
  const [says = '', ...rest] = clockWords[state].split(/(?<=\.) /)
  return isBelieved(state) ? clock.well(says) : clock.wrong(says, rest.join(' '))
}

/** What can be said without the store: how people reach the server, and mail. */
export const examineSettings = (config: Config, now: Date): Finding[] =>
  judgeProxy(
    {
      publicUrl: config.publicUrl,
      host: config.host,
      trustedProxies: config.trustedProxies,
      certificateEnds: certificateEnds(config),
    },
    now,
  )

/** Mail, with what waits in the store where that could be opened. */
export const examineMail = async (
  config: Config,
  now: Date,
  db: Database | undefined,
): Promise<Finding[]> => {
  const waits = db === undefined ? { waiting: 0, since: undefined } : await readWaitingMail(db)
  return judgeMail({ ...(await mailFacts(config)), ...waits }, now)
}

/** What the store tells: itself, the clock, keys, backups, and when jobs last ran. */
export const examineStore = async (
  { db, kind }: Pick<Store, 'db' | 'kind'>,
  config: Config,
  now: Date,
): Promise<Finding[]> => {
  const { state, lastAt } = await lookAtClock(db, now)
  const signsFrom = await readOldestSigner(db, now)
  return [
    ...judgeStore(await readStoreFacts(db, kind)),
    clockFinding(state),
    ...judgeKeys({ ...(await sealFacts(db, config)), signsFrom }),
    ...judgeBackup(await readLastBackup(db), now),
    ...judgeJobs(lastAt, now),
  ]
}
