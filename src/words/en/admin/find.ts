/** The search box of the admin centre, in English. */
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('en')

export const find = {
  open: 'Search everything',
  title: 'Search the organization',
  box: 'Reference, id, address or name',
  hint: 'Paste the reference of a receipt, the id of a request, or any other id; or type an address, or how a name begins.',
  looking: 'Searching…',
  nothing: 'Nothing found. Of names the beginning counts; ids and references have to be whole.',
  found: (count: number) => plural(count, { one: 'One found', other: '# found' }),
  byKey: 'Open with the key /',
  kind: {
    receipt: 'Receipt',
    request: 'Request',
    user: 'User',
    deletedUser: 'Deleted user',
    group: 'Group',
    application: 'Application',
    auditEntry: 'Audit log',
  },
  receipt: {
    left: 'Left',
    declined: 'Invitation declined',
    removed: 'Removed by an administrator',
    removedByOperator: 'Removed by an operator',
    removedByPolicy: 'Removed by a rule',
    homeGone: 'Home account gone',
    merged: 'Two guests became one',
    neverAccepted: 'Invitation never accepted',
    erased: 'Erased',
  },
  request: { removal: 'To be removed', restore: 'To be restored' },
}
