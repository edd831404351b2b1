/** In what and for whom a mail is written. */
import type { DeskWords } from '../en/desk.ts'
import type { ErasureWords, ReceiptWords } from '../en/receipts.ts'
import type { AnsweringWords } from '../en/answering.ts'
import type { LifecycleWords } from '../en/lifecycle.ts'
import type { MailWords } from '../en/mail.ts'
import type { HandOverWords } from '../en/hand-over.ts'
import type { MembershipWords } from '../en/memberships.ts'
import type { RoleNames } from '../en/role-names.ts'
import type { RequestsWords } from '../en/requests.ts'
import type { StandingWords } from '../en/standing.ts'
import type { Speech } from '../speech.ts'

export type Writing = {
  readonly mail: MailWords
  readonly standing: StandingWords
  readonly roleNames: RoleNames
  readonly handOver: HandOverWords
  readonly memberships: MembershipWords
  readonly requests: RequestsWords
  readonly lifecycle: LifecycleWords
  readonly desk: DeskWords
  readonly erasure: ErasureWords
  readonly receipts: ReceiptWords
  readonly answering: AnsweringWords
  readonly speech: Speech
  /** Where this Guesthouse is reached, without a slash at the end. */
  readonly publicUrl: string
}
