/** The app roles of an application, as a whole list. */
import { zeroId, type AppRoleId } from '../../kernel/ids.ts'

export type AppRole = {
  /** Absent for a new one. */
  readonly id?: AppRoleId | undefined
  /** What the application receives; null for a role that is only a name. */
  readonly value: string | null
  readonly displayName: string
  readonly description: string | null
  /** Whether it can be given; absent: as it is, and a new one can. */
  readonly isEnabled?: boolean | undefined
  /** To whom it can be given; absent: to users and groups, and as it is. */
  readonly forUsers?: boolean | undefined
  readonly forApplications?: boolean | undefined
}

export type AppRoleProblem =
  | { outcome: 'valueTwice'; value: string }
  | { outcome: 'idTwice'; id: string }
  /** The id zero is "Default access", which every application has. */
  | { outcome: 'reservedId' }

/** What is wrong with a list of app roles; undefined when nothing is. */
export const appRoleProblem = (appRoles: readonly AppRole[]): AppRoleProblem | undefined => {
  const value = repeated(appRoles.flatMap((role) => role.value ?? []))
  if (value !== undefined) return { outcome: 'valueTwice', value }
  const id = repeated(appRoles.flatMap((role) => role.id ?? []))
  if (id !== undefined) return { outcome: 'idTwice', id }
  return appRoles.some((role) => role.id === zeroId) ? { outcome: 'reservedId' } : undefined
}

const repeated = <T>(values: readonly T[]): T | undefined =>
  values.find((value, place) => values.indexOf(value) !== place)
