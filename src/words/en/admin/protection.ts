/** Permanent deletions that are protected, and those that wait; in English. */
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('en')

export const protection = {
  title: 'Protected deletions',
  intro:
    'What is asked for before an administrator deletes something permanently, and what waits for it. What reaches the end of its retention time is deleted all the same.',
  setting: 'Protection',
  question: 'Before something is permanently deleted',
  choices: {
    none: 'Nothing is asked for',
    waiting: 'It waits, and any administrator can stop it until then',
    secondAdministrator: 'A second administrator says yes',
  },
  hours: 'How many hours it waits',
  hint: 'More protection counts at once. Less needs what is asked for now: the second administrator, or the time.',
  saved: {
    changed: 'The protection is changed.',
    asked: 'Asked for. The protection changes when a second administrator has said yes.',
    waits: 'Asked for. The protection changes when the time has passed.',
  },
  asked: (count: number) =>
    plural(count, {
      one: 'One permanent deletion is asked for. It waits under Protected deletions.',
      other: '# permanent deletions are asked for. They wait under Protected deletions.',
    }),
  /** What is true of a permanent deletion while it is protected. */
  asksFirst: {
    waiting:
      'Nothing is deleted at once: it is asked for and waits under Protected deletions, where any administrator can stop it.',
    secondAdministrator:
      'Nothing is deleted at once: it is asked for and waits under Protected deletions, until a second administrator says yes.',
  },
  waitingTitle: 'What waits',
  historyTitle: 'Everything that was asked for',
  became: 'What became of it',
  states: {
    open: 'It waits',
    done: 'Done',
    refused: 'Refused',
    withdrawn: 'Taken back',
    lapsed: 'Over: there was nothing left to do, or it is kept under a hold',
  },
  statesBy: {
    done: (name: string) => `Done, with a yes of ${name}`,
    refused: (name: string) => `Refused by ${name}`,
    withdrawn: (name: string) => `Taken back by ${name}`,
  },
  refusedWhy: {
    mayNoLonger: 'Refused by nobody: whoever asked may no longer do it',
  },
  whatIs: 'What',
  kinds: {
    user: 'User',
    group: 'Group',
    application: 'Application',
    protection: 'Less protection',
  },
  gone: 'Not among what is deleted any more',
  askedBy: 'Asked by',
  somebodyGone: 'Somebody who is not here any more',
  askedAt: 'Asked on',
  dueAt: 'Done on',
  needsYes: 'when a second administrator says yes',
  answer: 'Answer',
  approve: 'Approve',
  refuse: 'Refuse',
  withdraw: 'Take back',
  approveNamed: (what: string) => `Approve: ${what}`,
  refuseNamed: (what: string) => `Refuse: ${what}`,
  withdrawNamed: (what: string) => `Take back: ${what}`,
  ownRequest: 'You asked for this yourself, so another administrator has to say yes.',
  approveTitle: 'Delete permanently?',
  approveText: (what: string) =>
    `${what} is permanently deleted at once. Afterwards nobody can undo that.`,
  approveProtectionTitle: 'Protect permanent deletions less?',
  approveProtectionText: (what: string) => `From now on: ${what}.`,
  refuseTitle: 'Refuse this?',
  withdrawTitle: 'Take this back?',
  refuseText: (what: string) => `${what} stays as it is. It can be asked for again.`,
  approved: 'Approved, and done.',
  refused: 'Refused.',
  withdrawn: 'Taken back.',
  empty: 'Nothing waits',
  emptyHint:
    'While protection is on, a permanent deletion stands here until it is approved, refused, or its time has come.',
}

export type ProtectionWords = typeof protection
