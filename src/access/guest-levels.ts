/**
 * What guests see of an organization: its three levels, by the ids that are published for them
 * (R102).
 */
export const guestLevels = {
  asMembers: 'a0b1b346-4d3e-4e8b-98f8-753987be4970',
  limited: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
  restricted: '2af84b1e-32c8-42b7-82bc-daa82404023b',
} as const
export type GuestLevel = keyof typeof guestLevels

/** The level of a published id. */
export const guestLevelOf = (id: string): GuestLevel | undefined =>
  (Object.keys(guestLevels) as GuestLevel[]).find(
    (level) => guestLevels[level] === id.toLowerCase(),
  )
