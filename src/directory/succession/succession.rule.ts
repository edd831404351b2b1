/**
 * Whether somebody who leaves can hand over what nobody else has, and to whom (R125). Pure; every
 * reason at once.
 */

/** What is known of somebody who shall take over. */
export type SuccessorFacts = {
  readonly isLeaver: boolean
  readonly accepted: boolean
  readonly enabled: boolean
  readonly isMember: boolean
  /** Enabled, accepted, and let in by their home: they could act as an administrator (R124). */
  readonly canAct: boolean
}

export const successorReasonCodes = [
  'oneself',
  'notAccepted',
  'disabled',
  'guest',
  'homeClosed',
] as const
export type SuccessorReason = (typeof successorReasonCodes)[number]

const holds: Readonly<Record<SuccessorReason, (facts: SuccessorFacts) => boolean>> = {
  oneself: ({ isLeaver }) => isLeaver,
  notAccepted: ({ accepted }) => !accepted,
  disabled: ({ enabled }) => !enabled,
  guest: ({ isMember }) => !isMember,
  homeClosed: ({ accepted, enabled, canAct }) => accepted && enabled && !canAct,
}

/** Why somebody cannot take over; none when they can. */
export const successorReasons = (facts: SuccessorFacts): SuccessorReason[] =>
  successorReasonCodes.filter((code) => holds[code](facts))
