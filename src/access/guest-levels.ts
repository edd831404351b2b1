/**
 * What guests see of an organization: its three levels, by the ids that are published for them
 * (R102).
 */
import { guestLevels } from '../wire/graph/organization.ts'

export { guestLevels } from '../wire/graph/organization.ts'
export type GuestLevel = keyof typeof guestLevels

/** The level of a published id. */
export const guestLevelOf = (id: string): GuestLevel | undefined =>
  (Object.keys(guestLevels) as GuestLevel[]).find(
    (level) => guestLevels[level] === id.toLowerCase(),
  )
