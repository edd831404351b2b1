/** Settings, all by environment. Read once, at the start; a bad value stops the start with a sentence that says which and why. */
import { resolve } from 'node:path'
import { z } from 'zod'

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  GUESTHOUSE_DATA: z.string().min(1).default('./data'),
  GUESTHOUSE_HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(7090),
  /** The address people use, when a proxy stands in front. Decides Secure cookies and the links in print. */
  GUESTHOUSE_URL: z.url({ protocol: /^https?$/ }).optional(),
  GUESTHOUSE_METRICS_TOKEN: z.string().min(16).optional(),
  GUESTHOUSE_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
  /** 32 bytes in base64, the same for every process on a store. Without it a key file in the data folder is made. */
  GUESTHOUSE_KEY: z.base64().length(44, '32 bytes in base64 are 44 characters').optional(),
  /** Where mail is handed over, for example smtp://user:password@mail.example:587. */
  GUESTHOUSE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Hands mail, and the password of the mail server, over without TLS where the server offers none. For closed networks. */
  GUESTHOUSE_ALLOW_PLAIN_SMTP: z.enum(['true', 'false']).default('false'),
  GUESTHOUSE_MAIL_FROM: z.string().min(3).max(320).default('Guesthouse <guesthouse@localhost>'),
  /** Lets organizations name sign-in providers at internal addresses and without https. For closed networks. */
  GUESTHOUSE_ALLOW_PRIVATE_PROVIDERS: z.enum(['true', 'false']).default('false'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  GUESTHOUSE_DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(10),
})

export type Config = {
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
  readonly metricsToken: string | undefined
  /** How many proxies in front may be believed about the caller's address. */
  readonly trustedProxies: number
  /** The key given by the environment; undefined means the key file in the data folder. */
  readonly key: string | undefined
  readonly smtpUrl: string | undefined
  readonly allowPlainSmtp: boolean
  readonly mailFrom: string
  readonly allowPrivateProviders: boolean
  readonly logLevel: string
  readonly databaseConnections: number
  /** False only for a demo that is thrown away: its store does not wait for the disk. */
  readonly durable: boolean
}

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** The settings in `env`. Throws `ConfigError` naming each bad variable. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = settings.safeParse(known)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`Settings that cannot be used: ${problems.join('; ')}`)
  }
  const value = parsed.data
  return {
    databaseUrl: value.DATABASE_URL,
    dataFolder: resolve(value.GUESTHOUSE_DATA),
    host: value.GUESTHOUSE_HOST,
    port: value.PORT,
    publicUrl: value.GUESTHOUSE_URL?.replace(/\/+$/, ''),
    metricsToken: value.GUESTHOUSE_METRICS_TOKEN,
    trustedProxies: value.GUESTHOUSE_TRUSTED_PROXIES,
    key: value.GUESTHOUSE_KEY,
    smtpUrl: value.GUESTHOUSE_SMTP_URL,
    allowPlainSmtp: value.GUESTHOUSE_ALLOW_PLAIN_SMTP === 'true',
    mailFrom: value.GUESTHOUSE_MAIL_FROM,
    allowPrivateProviders: value.GUESTHOUSE_ALLOW_PRIVATE_PROVIDERS === 'true',
    logLevel: value.LOG_LEVEL,
    databaseConnections: value.GUESTHOUSE_DATABASE_CONNECTIONS,
    durable: true,
  }
}
