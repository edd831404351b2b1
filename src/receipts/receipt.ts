/** What a receipt is of, and what is known of it. */
import type { Event } from '../events/event.ts'
import type { EventId, PersonId, TenantId, UserId } from '../kernel/ids.ts'
import type { DeletedByKind } from '../wire/deleted-by.ts'
import type { MailFate, MailState } from '../wire/mail-state.ts'

/** Every way in which a user of an organization can end. */
export const receiptKinds = [
  'left',
  'declined',
  'removed',
  'removedByOperator',
  'removedByPolicy',
  'endDate',
  'homeGone',
  'merged',
  'neverAccepted',
  'erased',
] as const
export type ReceiptKind = (typeof receiptKinds)[number]

/** A receipt that is about to be written, for users that a statement yields. */
export type NewReceipt = {
  readonly reference: EventId
  readonly kind: ReceiptKind
  readonly endedAt: Date
  /** Null where nothing was kept. */
  readonly restorableUntil: Date | null
  readonly erasedBy: Date
  /** The digest of the code in its mail; null where nobody is sent one. */
  readonly codeHash: Buffer | null
  /** The reference of those that were written at once; null of one by itself. */
  readonly togetherId: EventId | null
  /** Whether a mail of it was queued, or why not. */
  readonly mailState: MailState
  /** To whom, masked; null where to nobody. */
  readonly mailedTo: string | null
}

/** A system that was told, or is to be told, of the ending. */
export type ToldSystem = {
  readonly id: string
  /** Null where the application itself is gone. */
  readonly name: string | null
  readonly acknowledgedAt: Date | null
  readonly givenUpAt: Date | null
}

export type Receipt = MailFate & {
  readonly reference: EventId
  readonly tenantId: TenantId
  readonly organization: string
  /** The organization is closed or suspended: nobody there restores anything. */
  readonly organizationClosed: boolean
  readonly userId: UserId
  /** Nobody any more, once everything is erased. */
  readonly personId: PersonId | null
  readonly kind: ReceiptKind
  readonly endedAt: Date
  readonly restorableUntil: Date | null
  readonly erasedBy: Date
  readonly restoredAt: Date | null
  readonly erasedAt: Date | null
  readonly held: boolean
  readonly codeHash: Uint8Array | null
  readonly systems: readonly ToldSystem[]
}

/** Several receipts that were written at once, as far as who looks may see them. */
export type Together = { readonly reference: EventId; readonly receipts: readonly Receipt[] }

const byReason = new Map<string, ReceiptKind>([
  ['declined', 'declined'],
  ['merged', 'merged'],
  ['homeGone', 'homeGone'],
  ['endDate', 'endDate'],
  ['neverAccepted', 'neverAccepted'],
])
const byWhom: Readonly<Record<DeletedByKind, ReceiptKind>> = {
  self: 'left',
  administrator: 'removed',
  policy: 'removedByPolicy',
  operator: 'removedByOperator',
}

/** Which kind of ending it is, by its event and by whom it was done. */
export const receiptKindOf = ({ reason }: Pick<Event, 'reason'>, by: DeletedByKind): ReceiptKind =>
  byReason.get(reason ?? '') ?? byWhom[by]
