/** Requests of guests, as both APIs name their parts. */

export const requestKinds = ['removal', 'restore'] as const
export type RequestKind = (typeof requestKinds)[number]

/** `expired`: its day came without an answer (R31). */
export const requestStates = ['open', 'done', 'declined', 'withdrawn', 'expired'] as const
export type RequestState = (typeof requestStates)[number]

/** What becomes of an open request on its day by itself (R32). */
export const requestEnds = ['removed', 'expired'] as const
export type RequestEnd = (typeof requestEnds)[number]
