/** The overview, requests, the audit log and erasures; in English. */
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('en')
const plural = pluralOf('en')

export const activity = {
  counts: 'Users at a glance',
  members: 'Members',
  guests: 'Guests',
  invited: 'Invited',
  disabled: 'Disabled',
  deleted: 'Deleted',
  firstHour: {
    title: 'The first hour',
    hide: 'Hide this list',
    done: 'Done',
    toDo: 'To do',
    mail: 'Let mail be sent: whoever runs this server sets GUESTHOUSE_SMTP_URL.',
    backup: 'Let backups be written: whoever runs this server calls guesthouse backup each night.',
    secondAdministrator: 'Make a second Global Administrator, so that nobody is the last.',
    verifiedDomain: 'Verify a domain.',
    privacyContact: 'Name a privacy contact, to whom guests can turn.',
    invitedGuest: 'Invite the first guest.',
  },
  needsYou: 'What needs you',
  needsSomebody: 'What needs somebody',
  needsNothing: 'Nothing now.',
  home: (organization: string) => `Home: ${organization}`,
  noHome: 'No home organization here',
  hereSince: 'here since',
  openRequests: (count: number) =>
    plural(count, { one: 'One request is open', other: '# requests are open' }),
  withoutSponsor: (count: number) =>
    plural(count, { one: 'One guest has no sponsor', other: '# guests have no sponsor' }),
  groupsWithoutOwner: (count: number) =>
    plural(count, { one: 'One group has no owner', other: '# groups have no owner' }),
  applicationsWithoutOwner: (count: number) =>
    plural(count, { one: 'One application has no owner', other: '# applications have no owner' }),
  chart: 'Joined and departed, month by month',
  joined: 'Joined',
  departed: 'Departed',
  month: 'Month',
  chartSummary: (months: number, joined: number, departed: number) =>
    `In ${plural(months, { one: 'a month', other: '# months' })} ${number(joined)} joined and ${number(departed)} departed.`,
  chartTable: 'Show the numbers',
  requestsIntro:
    'What people ask of your organization: to be removed, when they cannot leave by themselves, and to be restored.',
  requestTools: 'Which requests',
  requestsEmpty: 'No requests',
  requestsEmptyHint:
    'A guest who is disabled, or may not leave by themselves, can ask to be removed; somebody who left can ask to be restored.',
  requestsAnswered: 'No open requests',
  kind: 'Asks',
  kinds: { removal: 'To be removed', restore: 'To be restored' },
  userDeleted: 'Deleted',
  message: 'Message',
  asked: 'Asked',
  state: 'State',
  answerMessage: 'Message to whoever asked (optional)',
  answerReason: 'Reason, as whoever asked reads it',
  states: {
    open: 'Open',
    done: 'Done',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    expired: 'Ended unanswered',
  },
  answer: 'Answer',
  answers: {
    enable: 'Enable',
    delete: 'Delete',
    restore: 'Restore',
    decline: 'Decline',
    hold: 'Hold',
    release: 'End hold',
  },
  answerNamed: {
    enable: (name: string) => `Enable ${name}`,
    delete: (name: string) => `Delete ${name}`,
    restore: (name: string) => `Restore ${name}`,
    decline: (name: string) => `Decline the request of ${name}`,
    hold: (name: string) => `Hold the request of ${name}`,
    release: (name: string) => `End hold on the request of ${name}`,
  },
  answerTitles: {
    enable: (name: string) => `Enable ${name}?`,
    delete: (name: string) => `Delete ${name}?`,
    restore: (name: string) => `Restore ${name}?`,
    decline: (name: string) => `Decline the request of ${name}?`,
    hold: (name: string) => `Hold the request of ${name}?`,
    release: (name: string) => `End the hold on the request of ${name}?`,
  },
  /** Of so many requests. */
  answerTexts: {
    enable: (count: number) =>
      plural(count, {
        one: 'The user can sign in here again and leave by themselves. The request is closed.',
        other: 'The users can sign in here again and leave by themselves. The requests are closed.',
      }),
    delete: (count: number) =>
      plural(count, {
        one: 'The user loses access at once and moves to Deleted users, where they can be restored for a while. The request is closed.',
        other:
          'The users lose access at once and move to Deleted users, where they can be restored for a while. The requests are closed.',
      }),
    restore: (count: number) =>
      plural(count, {
        one: 'The user comes back with what stays ticked. What you untick is ended, and stands in the audit log. The request is closed.',
        other:
          'The users come back with what stays ticked. What you untick is ended, and stands in the audit log. The requests are closed.',
      }),
    decline: (count: number) =>
      plural(count, {
        one: 'Nothing changes for the user. They read your reason and can ask again.',
        other: 'Nothing changes for the users. They read your reason and can ask again.',
      }),
    hold: (count: number) =>
      plural(count, {
        one: 'The time of the request stands still until somebody answers it or ends the hold. Whoever asked reads your reason.',
        other:
          'The time of the requests stands still until somebody answers them or ends the hold. Whoever asked reads your reason.',
      }),
    release: (count: number, leastDays: number) => {
      const least = plural(leastDays, { one: 'a day', other: '# days' })
      return plural(count, {
        one: `The request has as much time as was left, and ${least} at the least.`,
        other: `Each request has as much time as was left, and ${least} at the least.`,
      })
    },
  },
  answered: {
    enable: (name: string) => `${name} is enabled.`,
    delete: (name: string) => `${name} is deleted.`,
    restore: (name: string) => `${name} is restored.`,
    decline: (name: string) => `The request of ${name} is declined.`,
    hold: (name: string) => `The request of ${name} is held.`,
    release: (name: string) => `The request of ${name} goes on.`,
  },
  auditIntro:
    'Who did what to whom, and when. After an erasure an entry names the person by an id only.',
  auditTools: 'Filter the audit log',
  from: 'From',
  to: 'To',
  actor: 'Done by',
  target: 'Done to',
  action: 'Action',
  anyAction: 'Any action',
  clear: 'Clear the filter',
  exportCsv: 'Export CSV',
  exporting: 'Exporting…',
  exported: 'The export is complete.',
  fileName: (day: string) => `audit-log-${day}.csv`,
  when: 'When',
  what: 'What',
  who: 'Done by',
  whom: 'Done to',
  result: 'Result',
  success: 'Done',
  failure: 'Refused',
  system: 'The system',
  operator: 'The operator',
  somethingElse: 'Request',
  auditEmpty: 'No entries',
  auditEmptyHint: 'Every change to this organization is noted here, and every sign-in to it.',
  oneEntry: 'You see one entry alone. Clear the filter to see all of them.',
  auditNothingHint: 'No entry fits the filter. Loosen it, or clear it.',
  auditUserEmptyHint: 'Every change to this user is noted here.',
  toUser: 'Done to this user',
  byUser: 'Done by this user',
  erasuresIntro:
    'Proof that the personal data of a deleted user is gone. A row names nobody: the id is all that stays.',
  erasuresEmpty: 'No erasures',
  erasuresEmptyHint:
    'A row is made when a user is deleted. It says when their data is to be erased, and then that it was.',
  erasureId: 'Object id',
  cause: 'Cause',
  causes: {
    administrator: 'By an administrator',
    windowEnded: 'Retention time over',
    operator: 'By an operator',
    backupRestored: 'Again, after a backup was put back',
  },
  deletedAt: 'Deleted',
  dueAt: 'Due',
  doneAt: 'Erased',
  status: 'Status',
  statuses: { scheduled: 'Scheduled', running: 'Running', done: 'Done', onHold: 'On hold' },
}

export type ActivityWords = typeof activity
