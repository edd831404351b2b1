/** The words of the mails about an invitation. Whole sentences, so that they can be translated. */
import { writtenTime } from '../kernel/written-time.ts'
import { inline, quoted } from '../mail/quoted.ts'

type Words = {
  readonly organization: string
  readonly inviter: string | null
  /** The organization lets guests leave by themselves. */
  readonly mayLeave: boolean
  readonly message: string | undefined
  readonly url: string
  readonly expiresAt: Date
}
type Text = { readonly subject: string; readonly body: string }

const by = ({ inviter, organization }: Words): string => inline(inviter === null ? organization : `${inviter} of ${organization}`)

/** What somebody who accepts can do later: true of this organization as it is set today. */
export const leavingLater = ({ organization, mayLeave }: Pick<Words, 'organization' | 'mayLeave'>): string =>
  mayLeave
    ? 'As a guest you can leave again at any time, by yourself.'
    : `${organization} does not let guests leave by themselves: whoever wants to go asks its administrators to be removed.`

/** To the invited person, with the link. What the inviter wrote is set apart: it is theirs, not ours. */
export const invitationMail = (words: Words): Text => ({
  subject: `${words.organization} invites you`,
  body: [
    `${by(words)} invites you to work with them as a guest.`,
    ...(words.message === undefined ? [] : ['', 'They write:', '', ...quoted(words.message)]),
    '',
    'Open this address to see what it is about, and to accept or decline:',
    '',
    words.url,
    '',
    `The address is for you alone, works once, and ends on ${writtenTime(words.expiresAt)}.`,
    'You need not sign in to decline.',
    leavingLater(words),
  ].join('\n'),
})

/** To whom the inviter wanted to have told: without the link, which is bound to the invited address. */
export const copyMail = (words: Words, address: string): Text => ({
  subject: `${words.organization} has invited ${address}`,
  body: `${by(words)} has invited ${address} as a guest and wanted you to know.`,
})
