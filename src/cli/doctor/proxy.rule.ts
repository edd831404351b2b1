/** How the settings are judged that say how people reach the server. Every finding at once. */
import { dayMs } from '../../kernel/time.ts'
import { writtenTime } from '../../kernel/written-time.ts'
import { findings, type Finding } from './finding.rule.ts'

/** A certificate that ends sooner than this is told of. */
export const certificateDays = 14

export type ProxyFacts = {
  readonly publicUrl: string | undefined
  readonly host: string
  readonly trustedProxies: number
  /** When the certificate that we serve https with ends; `unreadable` where it cannot be used. */
  readonly certificateEnds: Date | 'unreadable' | undefined
}

const proxy = findings('proxy')
const isHere = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(host)

const judgeCertificate = (ends: ProxyFacts['certificateEnds'], now: Date): Finding[] => {
  if (ends === undefined) return []
  if (ends === 'unreadable')
    return [
      proxy.wrong(
        'The certificate that https is to be served with cannot be used.',
        'Look at the files that GUESTHOUSE_TLS_CERTIFICATE and GUESTHOUSE_TLS_KEY name; both are PEM, and this user has to be able to read them.',
      ),
    ]
  const left = Math.floor((ends.getTime() - now.getTime()) / dayMs)
  if (left >= certificateDays) return []
  const says = `The certificate ends on ${writtenTime(ends)}.`
  const next = 'Renew it; the newer file is served without a start.'
  return [left < 0 ? proxy.wrong(says, next) : proxy.care(says, next)]
}

const unnamed = ({ host, trustedProxies }: ProxyFacts): Finding[] =>
  isHere(host) && trustedProxies === 0
    ? []
    : [
        proxy.care(
          'Others reach this server, and it does not know the address that they use: links in mails and pages lead nowhere for them.',
          'Name the address in GUESTHOUSE_URL.',
        ),
      ]

/** What is wrong with an address that is named; each by itself. */
const ofNamed: readonly {
  readonly holds: (facts: ProxyFacts & { readonly publicUrl: string }) => boolean
  readonly found: Finding
}[] = [
  {
    holds: ({ publicUrl }) =>
      !publicUrl.startsWith('https:') && !isHere(new URL(publicUrl).hostname),
    found: proxy.wrong(
      'People use an address without https: passwords and cookies can be read on the way.',
      'Put a proxy with TLS in front or give Guesthouse a certificate, and begin GUESTHOUSE_URL with https.',
    ),
  },
  {
    holds: ({ publicUrl, certificateEnds, trustedProxies }) =>
      publicUrl.startsWith('https:') && certificateEnds === undefined && trustedProxies === 0,
    found: proxy.care(
      'A proxy ends https, and none is believed: all callers look like the proxy, so one of them can use up the shares of all.',
      'Set GUESTHOUSE_TRUSTED_PROXIES to the number of proxies in front.',
    ),
  },
  {
    holds: ({ publicUrl, certificateEnds }) =>
      !publicUrl.startsWith('https:') && certificateEnds !== undefined,
    found: proxy.wrong(
      'Guesthouse serves https, and GUESTHOUSE_URL begins with http.',
      'Begin it with https.',
    ),
  },
]

const judgeAddress = (facts: ProxyFacts): Finding[] => {
  const { publicUrl } = facts
  if (publicUrl === undefined) return unnamed(facts)
  return ofNamed.filter(({ holds }) => holds({ ...facts, publicUrl })).map(({ found }) => found)
}

/** How people reach the server: its public address, TLS, and the proxies in front. */
export const judgeProxy = (facts: ProxyFacts, now: Date): Finding[] => {
  const all = [...judgeAddress(facts), ...judgeCertificate(facts.certificateEnds, now)]
  const where = facts.publicUrl ?? 'this machine alone'
  return all.length > 0
    ? all
    : [proxy.well(`The settings fit an address that people use: ${where}.`)]
}
