/**
 * What a user can be tied to, told once for everybody who speaks of it: the preview of leaving, the
 * copy of my data, a restore and the pages. Where each stands in the store is told in
 * directory/links.
 */

/** `all`: what all of a kind are called together; `means`: the same, said by whose they are. */
type Named = { readonly all: string; readonly means: string }

const ties = {
  group: { all: 'groups', means: 'Groups I am a member of' },
  ownedGroup: { all: 'ownedGroups', means: 'Groups I own' },
  application: { all: 'applications', means: 'Applications assigned to me; detail is the role' },
  ownedApplication: { all: 'ownedApplications', means: 'Applications I own' },
  role: { all: 'roles', means: 'Directory roles I hold' },
  sponsor: { all: 'sponsors', means: 'Who sponsors me' },
  sponsorOf: { all: 'sponsoredGuests', means: 'Guests I sponsor' },
  manager: { all: 'manager', means: 'My manager' },
  directReport: { all: 'directReports', means: 'People who report to me' },
} as const satisfies Readonly<Record<string, Named>>

export type LinkKind = keyof typeof ties
export const linkKinds = Object.keys(ties) as readonly LinkKind[]

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
