/**
 * Settings, all by environment. Read once, at the start; what cannot be used stops the start with a
 * sentence that says which and why.
 */
import { join, resolve } from 'node:path'
import { problemOf, settings, type SettingName, type SettingValues } from './settings.ts'
import { secondMs } from './time.ts'

export type Config = {
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
  /** What https is served with; undefined means plain http. */
  readonly tls: TlsFiles | undefined
  /** Whether PORT or GUESTHOUSE_HOST is given. Port 0 is any, and says nothing. */
  readonly saysWhere: boolean
  readonly metricsToken: string | undefined
  /** Whether a synthetic guest leaves every minute, and how soon it is refused is measured. */
  readonly revocationProbe: boolean
  /** How many proxies in front may be believed about the caller's address. */
  readonly trustedProxies: number
  /** The key given by the environment; undefined means the key file in the data folder. */
  readonly key: string | undefined
  /** The file with the keys of people in backups. */
  readonly backupKeys: string
  readonly smtpUrl: string | undefined
  readonly allowPlainSmtp: boolean
  readonly mailFrom: string
  readonly allowPrivateProviders: boolean
  readonly logLevel: string
  readonly drainMs: number
  readonly databaseConnections: number
  /** False only for a demo that is thrown away: its store does not wait for the disk. */
  readonly durable: boolean
}

/** Files of PEM: a certificate with those that vouch for it, and its key. */
export type TlsFiles = { readonly certificate: string; readonly key: string }

export class ConfigError extends Error {
  override name = 'ConfigError'
}

// What the project's own tests are told by.
const ofTests = /^GUESTHOUSE_(TEST_|CHROMIUM$)/

// A name that begins like ours was meant as one of ours.
const unknownOnes = (env: Record<string, string | undefined>): string[] =>
  Object.keys(env)
    .filter(
      (name) =>
        name.startsWith('GUESTHOUSE_') && !ofTests.test(name) && !Object.hasOwn(settings, name),
    )
    .map((name) => `There is no setting ${name}. "guesthouse --help" lists those there are.`)

const isGiven = (env: Record<string, string | undefined>, name: SettingName): boolean =>
  (env[name] ?? '') !== ''

// What one setting needs another for.
const needed: readonly (readonly [given: SettingName, missing: SettingName])[] = [
  ['GUESTHOUSE_SMTP_URL', 'GUESTHOUSE_MAIL_FROM'],
  ['GUESTHOUSE_TLS_CERTIFICATE', 'GUESTHOUSE_TLS_KEY'],
  ['GUESTHOUSE_TLS_KEY', 'GUESTHOUSE_TLS_CERTIFICATE'],
]

const missingIn = (env: Record<string, string | undefined>): string[] =>
  needed
    .filter(([given, missing]) => isGiven(env, given) && !isGiven(env, missing))
    .map(
      ([given, missing]) =>
        `${given} is set, so ${missing} is needed too: ${settings[missing].needs}.`,
    )

/**
 * The settings in `env`. An empty one is one that is not given. Throws `ConfigError` with a
 * sentence for each that cannot be used.
 */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const problems = unknownOnes(env)
  const values: Partial<Record<SettingName, unknown>> = {}
  for (const name of Object.keys(settings) as SettingName[]) {
    const given = isGiven(env, name) ? env[name] : undefined
    const parsed = settings[name].shape.safeParse(given)
    if (parsed.success) values[name] = parsed.data
    else problems.push(problemOf(name, given ?? ''))
  }
  problems.push(...missingIn(env))
  if (problems.length > 0) throw new ConfigError(problems.join('\n'))
  const value = values as SettingValues
  const names = isGiven(env, 'PORT') || isGiven(env, 'GUESTHOUSE_HOST')
  return configOf(value, value.PORT !== 0 && names)
}

const tlsOf = ({
  GUESTHOUSE_TLS_CERTIFICATE: certificate,
  GUESTHOUSE_TLS_KEY: key,
}: SettingValues): TlsFiles | undefined =>
  certificate === undefined || key === undefined
    ? undefined
    : { certificate: resolve(certificate), key: resolve(key) }

const configOf = (value: SettingValues, saysWhere: boolean): Config => ({
  saysWhere,
  databaseUrl: value.DATABASE_URL,
  dataFolder: resolve(value.GUESTHOUSE_DATA),
  host: value.GUESTHOUSE_HOST,
  port: value.PORT,
  publicUrl: value.GUESTHOUSE_URL?.replace(/\/+$/, ''),
  tls: tlsOf(value),
  metricsToken: value.GUESTHOUSE_METRICS_TOKEN,
  revocationProbe: value.GUESTHOUSE_REVOCATION_PROBE,
  trustedProxies: value.GUESTHOUSE_TRUSTED_PROXIES,
  key: value.GUESTHOUSE_KEY,
  backupKeys: resolve(value.GUESTHOUSE_BACKUP_KEYS ?? join(value.GUESTHOUSE_DATA, 'backup-keys')),
  smtpUrl: value.GUESTHOUSE_SMTP_URL,
  allowPlainSmtp: value.GUESTHOUSE_ALLOW_PLAIN_SMTP,
  mailFrom: value.GUESTHOUSE_MAIL_FROM ?? '',
  allowPrivateProviders: value.GUESTHOUSE_ALLOW_PRIVATE_PROVIDERS,
  logLevel: value.LOG_LEVEL,
  drainMs: value.GUESTHOUSE_DRAIN_SECONDS * secondMs,
  databaseConnections: value.GUESTHOUSE_DATABASE_CONNECTIONS,
  durable: true,
})

// On this machine passkeys work at the name localhost and at no number.
const ownNames = new Set(['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'])

/** Where this machine reaches a server that listens there, without a slash at the end. */
export const localUrl = (
  host: string,
  port: number,
  { isSecure = false }: { readonly isSecure?: boolean } = {},
): string => {
  const name = ownNames.has(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `${isSecure ? 'https' : 'http'}://${name}:${port}`
}
