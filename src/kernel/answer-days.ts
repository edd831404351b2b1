/**
 * By when requests of guests are answered, as an organization likes (R32). Told here for every
 * edge.
 */

export const answerDays = { least: 7, most: 90 } as const

/**
 * Nobody is removed sooner than this after a hold, or a change of what becomes of requests; and so
 * long before it administrators are reminded last.
 */
export const answerNotice = { leastDays: 3 } as const
