/**
 * What is sent for objects to come along with notifications, judged: which properties, and for
 * whose certificate they are encrypted. Every fault is InvalidRequest, in words.
 */
import { subscribables } from '../../access/subscribing.ts'
import type { Refusal } from '../../edge/refusal.ts'
import {
  certificateProblem,
  longestCertificate,
  mostModulus,
  type CertificateProblem,
} from '../../subscriptions/certificate.rule.ts'
import { askedIn } from '../../subscriptions/resource.ts'
import type {
  NamedCertificate,
  Subscribed,
  Subscription,
} from '../../subscriptions/subscription.ts'
import { leastModulus } from '../../wire/graph/applications/proof-limits.ts'
import { mostCertificateId } from '../../wire/graph/applications/subscription.ts'
import type { Exchange } from '../exchange.ts'
import { groupShape } from '../groups/shape.ts'
import { invalidSubscription as invalid, noProperty } from '../refusals.ts'
import { userShape } from '../users/shape.ts'
import { notShown, shownNames } from '../visible.ts'

const shapes = { user: userShape, group: groupShape } as const

export type Sent = {
  readonly resource: string
  readonly includeResourceData?: boolean | null
  readonly encryptionCertificate?: string | null
  readonly encryptionCertificateId?: string | null
}

export type ResourceData = Pick<Subscription, 'chosen' | 'certificate' | 'certificateId'>

const idsAlone: ResourceData = { chosen: null, certificate: null, certificateId: null }

const certificateWords: Readonly<Record<CertificateProblem, string>> = {
  notACertificate: `encryptionCertificate is no certificate. Send base64 of an X.509 certificate, of ${longestCertificate} characters at most.`,
  weakKey: `The key of encryptionCertificate is not taken. Use an RSA key of ${leastModulus} to ${mostModulus} bits.`,
  over: 'encryptionCertificate is over, or not good yet. Send one that is good.',
  endsBefore:
    'encryptionCertificate ends before the subscription does. Send a newer one, or an earlier expirationDateTime.',
}

/** The refusal of a certificate. */
export const certificateRefusal = (problem: CertificateProblem): Refusal =>
  invalid(certificateWords[problem])

/** Both belong together: what is encrypted, and what its application calls the certificate. */
export const certificateIn = ({
  encryptionCertificate: text,
  encryptionCertificateId: id,
}: Omit<Sent, 'resource'>): NamedCertificate => {
  if (typeof text !== 'string' || typeof id !== 'string' || id === '')
    throw invalid(
      'Resource data is encrypted. Send encryptionCertificate and encryptionCertificateId together.',
    )
  if (id.length > mostCertificateId)
    throw invalid(`encryptionCertificateId has more than ${mostCertificateId} characters.`)
  return { certificate: text, certificateId: id }
}

const chosenIn = (x: Exchange, kind: keyof typeof shapes, select: string): readonly string[] => {
  const { names, type, entry } = shapes[kind]
  const chosen = select.split(',').map((written) => {
    const name = written.trim()
    const found = names.find((one) => one.toLowerCase() === name.toLowerCase())
    if (found === undefined) throw invalid(noProperty(name, type))
    return found
  })
  const hidden = chosen.find((name) => shownNames(x.caller, entry, [name]).length === 0)
  if (hidden !== undefined) throw notShown(hidden)
  return [...new Set(chosen)]
}

const refuseWithout = (sent: Sent): void => {
  if (typeof (sent.encryptionCertificate ?? sent.encryptionCertificateId) === 'string')
    throw invalid(
      'Nothing is encrypted in notifications that tell ids alone. Send includeResourceData: true with encryptionCertificate, or neither.',
    )
  if (askedIn(sent.resource).select !== undefined)
    throw invalid(
      'Notifications tell ids alone unless includeResourceData is true. Leave $select out, or send it.',
    )
}

/** What comes along with the notifications of what is subscribed to. */
export const resourceDataIn = (
  x: Exchange,
  { kind }: Subscribed,
  sent: Sent,
  expiresAt: Date,
): ResourceData => {
  const { select, isMore } = askedIn(sent.resource)
  if (isMore)
    throw invalid('Nothing but $select is taken behind the resource. Leave the other options out.')
  if (sent.includeResourceData !== true) {
    refuseWithout(sent)
    return idsAlone
  }
  const { of, link } = subscribables[kind]
  if (link !== null)
    throw invalid(
      'Resource data comes along with notifications of users and groups. Of members and owners ids are told; leave includeResourceData out.',
    )
  if (select === undefined || select.trim() === '')
    throw invalid(
      'Say which properties come along: resource data needs $select in the resource, such as users?$select=displayName,mail.',
    )
  const certificate = certificateIn(sent)
  const problem = certificateProblem(certificate.certificate, { now: x.now, expiresAt })
  if (problem !== undefined) throw certificateRefusal(problem)
  return { chosen: chosenIn(x, of, select), ...certificate }
}
