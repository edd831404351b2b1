/** Who may begin to use an application that others offer, by opening it. */
import { may } from '../../../access/may.rule.ts'
import type { RoleName } from '../../../access/roles.ts'

export type StartFacts = {
  /**
   * Its service principal; `deleted` where there was one that an administrator deleted, `notAgreed`
   * where everybody agrees for themselves and this one has not.
   */
  readonly principal: 'there' | 'notAgreed' | 'none' | 'deleted'
  /** Whether the organization lets people agree by themselves. */
  readonly usersConsent: boolean
}

/** `person`: who has opened it may, by agreeing. `administrator`: only one of them. */
export type Start = 'begun' | 'person' | 'administrator'

/**
 * Who may: who administers applications, and everybody for themselves where the organization lets
 * people agree. What an administrator has deleted only an administrator brings back.
 */
export const startOf = (
  { principal, usersConsent }: StartFacts,
  roles: readonly RoleName[],
): Start => {
  if (principal === 'there') return 'begun'
  const agreesAlone = usersConsent && principal !== 'deleted'
  return agreesAlone || beginsForAll(roles) ? 'person' : 'administrator'
}

/** Whether these roles begin it for everybody; others do for themselves. */
export const beginsForAll = (roles: readonly RoleName[]): boolean => may(roles, 'grants.write')
