/**
 * Breaks of whose guest the reader of a mailbox is, each caught by the test that carries its rule.
 */
import type { Mutation } from './mutation.ts'

const file = 'src/directory/users/own-address.sql.ts'
const test = 'src/sign-in/removal/moved-on.test.ts'
const another = 'an address that is another’s by now'
const mistyped = 'the reader of a mistyped address'
const hears = 'who accepts is not removed by'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R30',
    title: another,
    file,
    test,
    from: 'v.address_key = m.first_mail_key\n        where m.person_id = ${personId} and not ${isAnothers(sql`v.address_key`, personId)}',
    to: 'v.address_key = m.first_mail_key\n        where m.person_id = ${personId}',
    quick: true,
  },
  {
    rule: 'R139',
    title: 'whoever gets the name of somebody who is erased',
    file,
    test,
    from: 'u.first_mail_key = ${key} and not ${isAnothers(sql`${key}`, sql`u.person_id`)}',
    to: 'u.first_mail_key = ${key}',
    quick: true,
  },
  {
    rule: 'R128',
    title: 'whoever gets the name of somebody who is erased',
    file,
    test,
    from: 'when not ${isAnothers(sql`u.first_mail_key`, sql`u.person_id`)}',
    to: 'when true',
  },
  {
    rule: 'R30',
    title: 'a mailbox that is somebody’s sign-in',
    file,
    test,
    from: '(select k.person_id <> ${personId} from identities k where k.issuer = ${emailIssuer} and k.subject = ${key}), false)',
    to: 'false)',
  },
  {
    rule: 'R30',
    title: mistyped,
    file: 'src/directory/users/addresses.sql.ts',
    test,
    from: 'mail !== mailKey && mailKey === invited',
    to: 'false',
  },
  {
    rule: 'R30',
    title: mistyped,
    file,
    test,
    from: 'i.address_key = ${key} and ${goesToGuest} and not',
    to: 'i.address_key = ${key} and not',
  },
  {
    rule: 'R100',
    title: 'where the right one has come, a reset',
    file: 'src/directory/guests/redeem.ts',
    test,
    from: 'then ${addressKey} else first_mail_key end',
    to: 'then first_mail_key else first_mail_key end',
    quick: true,
  },
  {
    rule: 'R127',
    title: 'who was asked back at a mailbox',
    file: 'src/directory/guests/redeem.ts',
    test,
    from: 'when left_event_id is null or person_id is distinct from ${personId} then',
    to: 'when true then',
  },
  {
    rule: 'R32',
    title: hears,
    file: 'src/directory/guests/redeem.ts',
    test,
    from: "    await endRemoval(tx, { tenantId, userId }, 'corrected', context)\n",
    to: '    await Promise.resolve(endRemoval)\n',
  },
  {
    rule: 'R32',
    title: hears,
    file: 'src/directory/users/addresses.sql.ts',
    test,
    from: 'if (!keys.includes(before.invitedKey))',
    to: 'if (keys.includes(before.invitedKey))',
  },
  {
    rule: 'R31',
    title: 'accepting takes back what was asked for',
    file: 'src/invitations/accept.ts',
    test,
    from: "  await endRemoval(tx, { tenantId, userId }, 'accepted', context)\n",
    to: '  await Promise.resolve(endRemoval)\n',
  },
  {
    rule: 'R30',
    title: 'whose home is gone gets the copy',
    file: 'src/directory/requests/by-address.sql.ts',
    test: 'src/sign-in/removal/copy.test.ts',
    from: '(${cannotSignIn} and (',
    to: '(true and (',
  },
  {
    rule: 'R31',
    title: 'what a person has asked for is not taken back',
    file: 'src/directory/requests/by-address.ts',
    test: 'src/directory/requests/own-yes.test.ts',
    from: '${cannotSignIn} and',
    to: 'true and',
  },
  {
    rule: 'R139',
    title: 'email_verified is left out of an address',
    file: 'src/tokens/account.sql.ts',
    test: 'src/oidc/claims.test.ts',
    from: 'not ${isAnothers(sql`u.mail_key`, sql`u.person_id`)} and (',
    to: 'true and (',
  },
]
