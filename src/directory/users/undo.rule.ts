/**
 * Whether somebody who left can undo that by themselves (R142): for as many hours as the
 * organization gives, and where it would let them in again.
 */
import type { AddressKey } from '../../kernel/address.ts'
import { hourMs, plus } from '../../kernel/time.ts'
import { domainAllowed, type DomainRule } from '../domain-list.rule.ts'

export type UndoFacts = {
  readonly deletedAt: Date | null
  readonly deletedBy: string | null
  readonly restorableUntil: Date | null
  readonly undoHours: number
  /** Until when it could be undone as it was when they left; what is shortened later counts not. */
  readonly undoEnds: Date | null
  /** The day on which the guest would have ended (R133): leaving does not put it off. */
  readonly endDate: Date | null
  readonly held: boolean
  readonly organizationClosed: boolean
  readonly homeAccountEnabled: boolean
  /** The person's home organization is closed or suspended: they could not leave again (R142). */
  readonly homeClosed: boolean
  /** The person has refused the organization's further invitations. */
  readonly refuses: boolean
  readonly domainRule: DomainRule
  readonly listedDomains: readonly string[]
  readonly mailKey: AddressKey | null
}

/** Every reason for which it cannot be undone by oneself, in the order in which they are told. */
export const undoReasonCodes = [
  'notByThemselves',
  'timeOver',
  'homeDisabled',
  'homeClosed',
  'organizationClosed',
  'held',
  'refuses',
  'domainNotAllowed',
] as const
export type UndoReason = (typeof undoReasonCodes)[number]

/** Until when it can be undone by who leaves so, by the time alone; null for who has not left. */
export const undoableUntil = ({
  deletedAt,
  restorableUntil,
  undoHours,
  endDate,
}: Pick<UndoFacts, 'deletedAt' | 'restorableUntil' | 'undoHours' | 'endDate'>): Date | null => {
  if (deletedAt === null || restorableUntil === null) return null
  const ends = [plus(deletedAt, undoHours * hourMs), restorableUntil, ...(endDate ? [endDate] : [])]
  return new Date(Math.min(...ends.map((end) => end.getTime())))
}

const holds: Readonly<Record<UndoReason, (facts: UndoFacts, now: Date) => boolean>> = {
  notByThemselves: ({ deletedBy }) => deletedBy !== 'self',
  timeOver: ({ deletedBy, undoEnds }, now) =>
    undoEnds === null ? deletedBy === 'self' : now >= undoEnds,
  homeDisabled: ({ homeAccountEnabled }) => !homeAccountEnabled,
  homeClosed: ({ homeClosed }) => homeClosed,
  organizationClosed: ({ organizationClosed }) => organizationClosed,
  held: ({ held }) => held,
  refuses: ({ refuses }) => refuses,
  domainNotAllowed: ({ mailKey, domainRule, listedDomains }) =>
    mailKey !== null && !domainAllowed(mailKey, domainRule, listedDomains),
}

/**
 * Until when somebody could undo it who left at `now`, and could be restored until `until`; null
 * where they could not.
 */
export const undoableIfLeft = (facts: UndoFacts, now: Date, until: Date): Date | null => {
  const ended = { deletedAt: now, deletedBy: 'self', restorableUntil: until, held: false }
  const undoEnds = undoableUntil({ ...facts, ...ended })
  return undoReasons({ ...facts, ...ended, undoEnds }, now).length === 0 ? undoEnds : null
}

/** All reasons against it at `now`; none when it can be undone. */
export const undoReasons = (facts: UndoFacts, now: Date): UndoReason[] =>
  undoReasonCodes.filter((code) => holds[code](facts, now))
