/** What became of a mail to somebody about their standing: codes, with their words in one table. */

/** Why one was not sent: a closed list (R21). */
export const whyNotSent = {
  noAddress: 'no address of the person is known',
  noServer: 'the installation has no mail server, or had none until it was too late',
  refused: 'the mail server refused it for good',
  unconfirmed: 'it was handed over several times, and never confirmed',
  expired: 'it could not be handed over in time, however often it was tried',
  replaced: 'a newer one took its place before it was sent',
  neverCame: 'nobody had accepted the invitation, so nobody was here to be told',
  toldBefore: 'the person was told when it happened first, before a backup was put back',
} as const
export type WhyNotSent = keyof typeof whyNotSent

/** `waiting`: to be sent, or tried again. `taken`: the mail server has it. */
export type MailState = 'waiting' | 'taken' | WhyNotSent

/** What became of one mail. */
export type MailFate = {
  readonly mailState: MailState | null
  /** When that was settled; null while it waits. */
  readonly mailAt: Date | null
  readonly mailTries: number | null
}
