/** What a receipt says, in the words of the command line. */
import type { ReceiptKind } from '../../receipts/receipt.ts'
import type { ReceiptState } from '../../receipts/state.rule.ts'
import type { ReceiptClaims, ReceiptSaid } from '../../receipts/verify.ts'
import { whyNotSent } from '../../wire/mail-state.ts'
import { secondMs } from '../../kernel/time.ts'

const kinds: Readonly<Record<ReceiptKind, string>> = {
  left: 'Its person left.',
  declined: 'The invitation was declined.',
  removed: 'An administrator removed it.',
  removedByOperator: 'Whoever runs the server removed it.',
  removedByPolicy: 'A rule of the organization removed it.',
  endDate: 'The end date that was set for it had come.',
  homeGone: 'The account at home of its person is gone.',
  merged: 'The same person has another account there, which stays.',
  neverAccepted: 'Nobody accepted the invitation in time.',
  erased: 'It was erased, with all data of its person there.',
}

const states: Readonly<Record<ReceiptState, (said: ReceiptSaid) => string>> = {
  restorable: ({ restorableUntil }) => `It could be restored until ${restorableUntil}.`,
  held: () => 'Its data was kept because of a legal hold.',
  erasing: () => 'It could not be restored any more, and its data was being erased.',
  restored: ({ restoredAt }) => `It was restored on ${restoredAt}.`,
  erased: ({ restoredAt, erasedAt }) =>
    restoredAt === null
      ? `Its data was erased on ${erasedAt}.`
      : `It was restored on ${restoredAt}, and ended again later. Its data was erased on ${erasedAt}.`,
}

// A state that is newer than this command is told as it is.
const mailWords = ({ mail = null }: ReceiptSaid): string[] => {
  if (mail === null) return []
  const { state, at } = mail
  if (state === 'waiting') return ['The mail about it waited to be sent.']
  if (state === 'taken') return [`The mail about it was handed over to the mail server on ${at}.`]
  const why: Readonly<Partial<Record<string, string>>> = whyNotSent
  return [`No mail about it was sent: ${why[state] ?? state}.`]
}

/** `asOf`: when it was so, as the beginning of a sentence. */
export const aboutOne = (said: ReceiptSaid, asOf: string): string[] => [
  `Reference: ${said.jti}`,
  `The account ${said.sub} at ${said.organization} (${said.tid}) ended on ${said.endedAt}. ${kinds[said.kind]}`,
  `${asOf}: ${states[said.state](said)}`,
  ...mailWords(said),
  ...said.systems.map(({ id, name, acknowledgedAt }) =>
    acknowledgedAt === null
      ? `${name ?? id} had not acknowledged it yet.`
      : `${name ?? id} acknowledged it on ${acknowledgedAt}.`,
  ),
]

/** A genuine receipt in words. */
export const genuineWords = (claims: ReceiptClaims, kid: string): string => {
  const asOf = `When it was signed, on ${new Date(claims.iat * secondMs).toISOString()}`
  return [
    `This receipt is genuine: ${claims.iss} signed it with the key ${kid}, and nothing in it was changed since.`,
    ...('receipts' in claims
      ? [
          `Reference of all ${claims.receipts.length} together: ${claims.jti}`,
          ...claims.receipts.flatMap((said) => ['', ...aboutOne(said, asOf)]),
        ]
      : aboutOne(claims, asOf)),
  ].join('\n')
}
