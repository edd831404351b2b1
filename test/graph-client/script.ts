/**
 * What scripts about guests do, whichever library they use: the stories are told in these words,
 * and each client does them in its own way, as its documentation writes it.
 */

type Named = { readonly id: string; readonly name: string }

/** What a delta says of an object: that it is there, or why it is no more. */
export type Told = { readonly id: string; readonly is: 'plain' | 'changed' | 'deleted' }

/** What a client's own class of errors says. */
export type Refusal = {
  readonly status: number | undefined
  readonly code: string | null | undefined
  readonly requestId: string | null | undefined
}

export type Script = {
  invite: (address: string) => Promise<{ readonly id: string; readonly redeemUrl: string }>
  make: (principalName: string) => Promise<string>
  makeGroup: (name: string) => Promise<string>
  addMember: (groupId: string, userId: string) => Promise<void>
  assign: (userId: string, resourceId: string) => Promise<void>
  /** A user with its user principal name. */
  user: (id: string) => Promise<Named>
  /** The ids of all users, two a page, by the client's iterator of pages. */
  users: () => Promise<readonly string[]>
  /** Those of a name, by an advanced query, and how many the service counts. */
  found: (name: string) => Promise<{ readonly count: number; readonly ids: readonly string[] }>
  /** How many users there are, by `/$count`. */
  count: () => Promise<number>
  members: (groupId: string) => Promise<readonly string[]>
  groupsOf: (userId: string) => Promise<readonly string[]>
  /** The applications to which somebody is assigned. */
  assignedTo: (userId: string) => Promise<readonly string[]>
  /** Deletes users by one batch; what came of each. */
  deleteAll: (ids: readonly string[]) => Promise<readonly number[]>
  /** One batch, each step after the one before: disabled, deleted, and read; what came of each. */
  disableAndDelete: (id: string) => Promise<readonly number[]>
  delete: (id: string) => Promise<void>
  /** Deleted users with their user principal names. */
  deleted: () => Promise<readonly Named[]>
  restore: (id: string, newPrincipalName?: string) => Promise<void>
  purge: (id: string) => Promise<void>
  /** Begins to follow all users; each call afterwards reads the next round by its link. */
  follow: () => Promise<() => Promise<readonly Told[]>>
  /** Guests nobody has seen since, with when they were made. */
  unusedGuests: (since: Date) => Promise<readonly string[]>
  refusal: (error: unknown) => Refusal
}
