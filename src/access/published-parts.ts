/** The parts that the tables of published scopes are written in. */

export type Scopes = {
  readonly people: string
  /** null: there is no such operation without a person. */ readonly applications: string | null
}

/** The same for people and for applications. */
export const both = (scopes: string) => ({ people: scopes, applications: scopes })

/** For people alone: there is no such operation without one. */
export const peopleOnly = (scopes: string): Scopes => ({ people: scopes, applications: null })

/** Good for what the application owns alone, where something changes (lack.ts). */
export const ownedAlone = 'Application.ReadWrite.OwnedBy'

/**
 * Beside each of these stands the same for what an application owns, which nobody gives for people.
 */
export const orOwned = (people: string, applications = people): Scopes => ({
  people,
  applications: applications.replace(
    /Application\.ReadWrite\.All(?<more>\+\S+)?/,
    `$& ${ownedAlone}$<more>`,
  ),
})

export const readUsers =
  'Directory.Read.All Directory.ReadWrite.All User.Read.All User.ReadWrite.All'
export const readApplications =
  'Application.Read.All Application.ReadWrite.All Directory.Read.All Directory.ReadWrite.All'
export const readGrants =
  'DelegatedPermissionGrant.ReadWrite.All Directory.Read.All Directory.ReadWrite.All'
