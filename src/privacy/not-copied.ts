/** What the copy of my data leaves out, each with the reason (R139). */
import { storedIn } from '../wire/graph/definition/row.ts'
import { user } from '../wire/graph/users/user.ts'

const inEvents = 'what I did to others is in the events'

/** Columns that can hold somebody's id and are not found by it. */
export const notCopied: Readonly<Record<string, string>> = {
  'users.id': 'the user itself, whole',
  'users.person_id': 'the user itself, whole',
  'users.disabled_by': inEvents,
  'users.deleted_by': inEvents,
  'users.held_by': inEvents,
  'requests.answered_by': inEvents,
  'invitations.invited_by': inEvents,
  'exports.asked_by': inEvents,
  'users_by_host.user_id': 'made from sponsors and the invitation, which are copied',
  'users_by_host.host_id': 'made from sponsors, which are copied, and invitations',
  'ways_in.made_by': inEvents,
  'proved_accounts.person_id': 'the account is in the section of identities',
  'erasures.user_id': 'written when nothing else is left',
  'application_roles.role_id': 'a directory role, and nobody',
  'told_mails.receipt_id': 'a reference; the section of receipts has it',
  'receipt_systems.application_id': 'an application, and nobody',
  'mails.reader_id': 'who reads it; what is about me here is the section of waiting mail',
  'homes_gone.person_id': 'an id alone, for the minute until organizations are told',
  'purge_requests.target_id': 'what was asked about me is in the events',
  'purge_requests.asked_by': 'what I did to others is in the events',
  'purge_requests.answered_by': 'what I did to others is in the events',
  'events.actor_id': 'the section of events',
  'events.target_id': 'the section of events',
  'events.related_id': 'the section of events',
  'directory_changes.object_id': 'ids alone, for a month; what has changed is in the events',
  'subscriptions.id': 'an id of its own, for a month at most',
  'subscriptions.app_id': 'an application, and nobody',
  'subscriptions.user_id':
    'what an application does for somebody for a month; that it began and ended is in the events',
  'subscriptions.object_id':
    'an id alone, for a month at most, of whom an application is told that they changed',
  'subscriptions.epoch': 'a mark of the store, and nobody',
  'directory_feeds.epoch': 'a mark of the store, and nobody',
  'directory_changes.other_id': 'ids alone, for a month; what has changed is in the events',
  'event_links.event_id': 'the id of an entry, no user’s',
  'events_unchained.event_id': 'the id of an entry, no user’s',
}

const derived = 'made from a column that is copied, to sort and find by'
const anothers = 'who did it is somebody else'

/** Columns of the user itself. */
export const notCopiedOfUser: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    storedIn(user.properties).flatMap(([, { key }]) => (key === undefined ? [] : [[key, derived]])),
  ),
  search_words: derived,
  first_mail_key: 'the address that the guest was made with, to know whoever proves it again',
  has_sponsor: 'made from the sponsors, which are copied',
  hold_reason: 'the organization’s own words about its duty',
  left_event_id: 'the leaving is in the sections of events and receipts',
  left_by_kind: 'as the event of it',
  left_state: 'what I was when I left, while I am asked to come back; it is told in the events',
  left_state_changed_at: 'as the state itself',
  undo_ends_at: 'made from the leaving, which is copied, and the hours that the organization gives',
  held_by: anothers,
  disabled_by: anothers,
  deleted_by: anothers,
}
