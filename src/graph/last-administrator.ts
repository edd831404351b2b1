/**
 * The refusal of what would leave organizations without anybody who can act as their administrator
 * (R42, R124).
 */
import type { LastAdministrator } from '../directory/administrators.sql.ts'
import type { Refusal } from '../edge/refusal.ts'
import { refusedProperty } from './refusals.ts'

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** The sentence for people; it names the organizations. */
export const lastAdministratorWords = ({
  organizations,
}: Pick<LastAdministrator, 'organizations'>): string =>
  `${listed.format(organizations)} would be left without a Global Administrator who can act. Make somebody else one there first.`

/** The refusal, with the names of the organizations. */
export const lastAdministratorRefusal = (
  result: Pick<LastAdministrator, 'organizations'>,
): Refusal => {
  const message = lastAdministratorWords(result)
  return refusedProperty('accountEnabled', message, 'lastAdministrator')
}
