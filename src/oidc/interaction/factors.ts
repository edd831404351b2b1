/**
 * How surely somebody showed who they are, in the words of applications: `amr` (RFC 8176) and
 * `acr`.
 */
import type { SignInMethod } from '../../wire/account-access.ts'

const levels = ['1', '2', 'phr'] as const
/**
 * One factor; two of them; one that cannot be shown to a false page, with a second one in it (a
 * passkey). Each holds the ones before it.
 */
export type Level = (typeof levels)[number]

const known: Readonly<Record<SignInMethod, { level: Level; amr: readonly string[] }>> = {
  password: { level: '1', amr: ['pwd'] },
  emailCode: { level: '1', amr: ['otp'] },
  provider: { level: '1', amr: ['fed'] },
  authenticator: { level: '2', amr: ['otp', 'mfa'] },
  recoveryCode: { level: '2', amr: ['otp', 'mfa'] },
  passkey: { level: 'phr', amr: ['pop', 'user', 'mfa'] },
}

/** What a sign-in by `method` is worth; null is one that nothing is known of. */
export const levelOf = (method: SignInMethod | null): Level =>
  method === null ? '1' : known[method].level

/** What the library is told of a sign-in by `method`. */
export const factorsOf = (method: SignInMethod | null): { acr: Level; amr?: string[] } =>
  method === null ? { acr: '1' } : { acr: levelOf(method), amr: [...known[method].amr] }

// What public applications ask for by other names.
const names: ReadonlyMap<string, Level> = new Map([
  ...levels.map((level) => [level, level] as const),
  ['https://refeds.org/profile/sfa', '1'],
  ['urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport', '1'],
  ['mfa', '2'],
  ['https://refeds.org/profile/mfa', '2'],
  ['http://schemas.openid.net/pape/policies/2007/06/multi-factor', '2'],
  ['http://schemas.microsoft.com/claims/multipleauthn', '2'],
  ['http://schemas.openid.net/pape/policies/2007/06/phishing-resistant', 'phr'],
])

/** Every value of `acr` that applications may ask for. */
export const acrValues: readonly string[] = [...names.keys()]

const holds = (level: Level, other: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(other)

/**
 * The first of the asked values that a level satisfies, in the order of the application; undefined
 * when none.
 */
export const satisfied = (asked: readonly string[], level: Level): string | undefined =>
  asked.find((value) => {
    const wanted = names.get(value)
    return wanted !== undefined && holds(level, wanted)
  })

/** The least level that satisfies one of the asked values; undefined when no level does. */
export const leastLevel = (asked: readonly string[]): Level | undefined =>
  levels.find((level) => satisfied(asked, level) !== undefined)

export type Wanted = { readonly values: readonly string[]; readonly essential: boolean }

/**
 * What a request asks of the sign-in: by the claim `acr` of its parameter `claims`, or by
 * `acr_values` (Core 3.1.2.1, 5.5.1.1).
 */
export const wantedIn = (parameters: {
  readonly acr_values?: unknown
  readonly claims?: unknown
}): Wanted => {
  const claim = acrClaim(parameters.claims)
  const values = [claim?.value, ...(Array.isArray(claim?.values) ? claim.values : [])].filter(
    (one): one is string => typeof one === 'string',
  )
  if (values.length > 0) return { values, essential: claim?.essential === true }
  const list = typeof parameters.acr_values === 'string' ? parameters.acr_values.split(' ') : []
  return { values: list.filter((one) => one !== ''), essential: false }
}

type Claim = { readonly value?: unknown; readonly values?: unknown; readonly essential?: unknown }

const acrClaim = (text: unknown): Claim | undefined => {
  if (typeof text !== 'string') return undefined
  try {
    return (JSON.parse(text) as { id_token?: { acr?: Claim } } | null)?.id_token?.acr ?? undefined
  } catch {
    return undefined
  }
}
