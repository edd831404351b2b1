/**
 * What a user can be tied to, told once for everybody who speaks of it: the preview of leaving, the
 * copy of my data, a restore and the pages. Where each stands in the store is told in
 * directory/links.
 */

/** `all`: what all of a kind are called together; `means`: the same, said by whose they are. */
type Named = { readonly all: string; readonly means: string }
/** `list`: the address below `/users/{id}` at which administrators read them. */
type Listed = Named & { readonly list: string }

const ties = {
  group: { all: 'groups', list: 'memberOf', means: 'Groups I am a member of' },
  ownedGroup: { all: 'ownedGroups', list: 'ownedObjects', means: 'Groups I own' },
  application: {
    all: 'applications',
    list: 'appRoleAssignments',
    means: 'Applications assigned to me; detail is the role',
  },
  ownedApplication: { all: 'ownedApplications', list: 'ownedObjects', means: 'Applications I own' },
  role: { all: 'roles', list: 'guesthouse.roles', means: 'Directory roles I hold' },
  sponsor: { all: 'sponsors', list: 'sponsors', means: 'Who sponsors me' },
  sponsorOf: {
    all: 'sponsoredGuests',
    list: 'guesthouse.sponsoredGuests',
    means: 'Guests I sponsor',
  },
  manager: { all: 'manager', list: 'manager', means: 'My manager' },
  directReport: { all: 'directReports', list: 'directReports', means: 'People who report to me' },
} as const satisfies Readonly<Record<string, Listed>>

export type LinkKind = keyof typeof ties
export const linkKinds = Object.keys(ties) as readonly LinkKind[]

/** A list of a user's page. */
export type LinkList = (typeof ties)[LinkKind]['list']
export const listOf = (kind: LinkKind): LinkList => ties[kind].list

/** The most sponsors a user may have (R104). */
export const maxSponsors = 5

/** What ends with leaving: each tie, and what is reached through one. */
export const endings = {
  ...ties,
  throughGroup: {
    all: 'applicationsThroughGroups',
    means: 'Applications that a group of mine is assigned to; detail is the group',
  },
} as const satisfies Readonly<Record<string, Named>>

export type EndingKind = keyof typeof endings
export type EndingName = (typeof endings)[EndingKind]['all']
