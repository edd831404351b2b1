/** What doing what was asked for asks for, of who asked as of who says yes. */
import type { Action } from '../../access/may.rule.ts'

export type Kind = 'user' | 'group' | 'application' | 'protection'

export const needs: Readonly<Record<Kind, Action>> = {
  user: 'users.purge',
  group: 'groups.write',
  application: 'applications.write',
  protection: 'organization.write',
}
