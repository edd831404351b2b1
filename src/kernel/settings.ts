/**
 * The list of settings: what each is for, what stands in its place, and what its value has to be.
 * `--help` and the README are told from it.
 */
import { z } from 'zod'
import { isAddress } from './address.ts'
import { sealKeyBytes } from './sealing.ts'

type Setting<S extends z.ZodType = z.ZodType> = {
  readonly shape: S
  /** What it is for, in `--help`. */
  readonly help: string
  /** What stands in place of one that is not given, in words. */
  readonly standard?: string
  /** What a value has to be: "needs …". */
  readonly needs: string
  /** Its value stays out of every message. */
  readonly secret?: true
}
const setting = <S extends z.ZodType>(one: Setting<S>): Setting<S> => one

const count = (from: number, to: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(from).max(to))
const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true')
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const isSender = (text: string): boolean =>
  isAddress(/^[^<>\p{Cc}]*<([^<>]*)>\s*$/u.exec(text)?.[1] ?? text)

/**
 * Every setting there is. `--help` is written from this list, and the README is compared with it.
 */
export const settings = {
  GUESTHOUSE_DATA: setting({
    shape: z.string().default('./data'),
    help: 'folder of the embedded store',
    standard: './data',
    needs: 'the name of a folder',
  }),
  DATABASE_URL: setting({
    shape: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    help: 'a PostgreSQL server instead of the embedded store',
    needs: 'the address of a PostgreSQL server, such as postgres://user:password@host/database',
    secret: true,
  }),
  GUESTHOUSE_DATABASE_CONNECTIONS: setting({
    shape: count(1, 200).default(10),
    help: 'most connections to PostgreSQL',
    standard: '10',
    needs: 'a whole number from 1 to 200',
  }),
  PORT: setting({
    shape: count(0, 65_535).default(7090),
    help: 'port to listen on',
    standard: '7090',
    needs: 'a whole number from 0 to 65535',
  }),
  GUESTHOUSE_HOST: setting({
    shape: z.string().default('127.0.0.1'),
    help: 'address to listen on',
    standard: '127.0.0.1',
    needs: 'an address of this machine',
  }),
  GUESTHOUSE_URL: setting({
    shape: z.url({ protocol: /^https?$/ }).optional(),
    help: 'the address people use, when a proxy stands in front',
    needs: 'the address that people use, such as https://guests.contoso.example',
  }),
  GUESTHOUSE_TLS_CERTIFICATE: setting({
    shape: z.string().optional(),
    help: 'file with the certificate to serve https with, and those that vouch for it, as PEM',
    standard: 'plain http, for a proxy in front',
    needs: 'the name of a file',
  }),
  GUESTHOUSE_TLS_KEY: setting({
    shape: z.string().optional(),
    help: 'file with the private key of that certificate, as PEM',
    needs: 'the name of a file',
  }),
  GUESTHOUSE_TRUSTED_PROXIES: setting({
    shape: count(0, 8).default(0),
    help: 'how many proxies in front to believe',
    standard: '0',
    needs: 'a whole number from 0 to 8',
  }),
  GUESTHOUSE_METRICS_TOKEN: setting({
    shape: z.string().min(16).optional(),
    help: 'serves /metrics to bearers of this token',
    needs: 'at least 16 characters',
    secret: true,
  }),
  GUESTHOUSE_REVOCATION_PROBE: setting({
    shape: yesOrNo.default(false),
    help: 'lets a synthetic guest leave every minute, for metrics of how soon it is refused everywhere',
    standard: 'false',
    needs: 'true or false',
  }),
  GUESTHOUSE_KEY: setting({
    shape: z
      .base64()
      .refine((text) => Buffer.from(text, 'base64').length === sealKeyBytes)
      .optional(),
    help: '32 bytes in base64 that seal secrets',
    standard: 'a key file in the data folder',
    needs: '32 bytes in base64, which are 44 characters, as "openssl rand -base64 32" prints',
    secret: true,
  }),
  GUESTHOUSE_BACKUP_KEYS: setting({
    shape: z.string().optional(),
    help: 'file with the keys of people in backups, on a disk that nothing else backs up',
    standard: 'backup-keys in the data folder',
    needs: 'the name of a file',
  }),
  GUESTHOUSE_SMTP_URL: setting({
    shape: z.url({ protocol: /^smtps?$/ }).optional(),
    help: 'where mail is handed over, smtp://user:password@host:587',
    needs: 'the address of a mail server, such as smtp://user:password@mail.contoso.example:587',
    secret: true,
  }),
  GUESTHOUSE_MAIL_FROM: setting({
    shape: z.string().max(320).refine(isSender).optional(),
    help: 'the sender of mail; needed with GUESTHOUSE_SMTP_URL',
    needs: 'a sender that your mail server accepts, such as Guesthouse <no-reply@contoso.example>',
  }),
  GUESTHOUSE_ALLOW_PLAIN_SMTP: setting({
    shape: yesOrNo.default(false),
    help: 'hands mail over without TLS too; for closed networks',
    standard: 'false',
    needs: 'true or false',
  }),
  GUESTHOUSE_ALLOW_PRIVATE_PROVIDERS: setting({
    shape: yesOrNo.default(false),
    help: 'lets home providers stand in private networks, without https',
    standard: 'false',
    needs: 'true or false',
  }),
  GUESTHOUSE_DRAIN_SECONDS: setting({
    shape: count(0, 60).default(2),
    help: 'how long newcomers are still answered after SIGTERM',
    standard: '2',
    needs: 'a whole number from 0 to 60',
  }),
  LOG_LEVEL: setting({
    shape: z.enum(levels).default('info'),
    help: 'how much is logged',
    standard: 'info',
    needs: `one of ${levels.join(', ')}`,
  }),
} as const

export type SettingName = keyof typeof settings
/** What the values are read as. */
export type SettingValues = { readonly [N in SettingName]: z.output<(typeof settings)[N]['shape']> }

/** The settings in words, a line each. */
export const settingsHelp = (): string => {
  const names = Object.keys(settings) as SettingName[]
  const width = Math.max(...names.map((name) => name.length))
  const line = (name: SettingName): string => {
    const { help, standard }: Setting = settings[name]
    return `  ${name.padEnd(width)}  ${help}${standard === undefined ? '' : ` (${standard})`}`
  }
  return ['Settings (environment):', ...names.map(line)].join('\n')
}

/** Why a value cannot be used, in a sentence. */
export const problemOf = (name: SettingName, value: string): string => {
  const { needs, secret }: Setting = settings[name]
  return `${name} needs ${needs}${secret === true ? '' : `, not ${JSON.stringify(value.slice(0, 100))}`}.`
}
