/** Whom other settings would affect: a table of users, settings and effects. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effectsOn, type Settings, type TriedUser } from './trial.rule.ts'

const guest: TriedUser = {
  isHome: false,
  homeAccountEnabled: true,
  homeAccountDeleted: false,
  homeClosed: false,
  accountEnabled: true,
  disabledByPolicy: false,
  organizationClosed: false,
  isAdministrator: false,
  anotherAdministrator: true,
  askedBack: false,
  userType: 'Guest',
  roles: [],
  pending: false,
  waiting: false,
  domain: 'contoso.example',
}
const invited: TriedUser = { ...guest, pending: true, waiting: true }
const member: TriedUser = { ...guest, isHome: true, userType: 'Member', domain: 'own.example' }
const open: Settings = {
  mayLeave: true,
  allowInvitesFrom: 'everyone',
  domainRule: 'none',
  domains: [],
  guestLevel: 'limited',
  membersReadOthers: true,
}
const blocked: Settings = { ...open, domainRule: 'block', domains: ['contoso.example'] }
const closed: Settings = { ...open, mayLeave: false }

const table: readonly (readonly [string, TriedUser, Settings, Settings, readonly string[]])[] = [
  ['a guest', guest, open, open, []],
  ['a guest', guest, open, closed, ['leavingTaken']],
  ['a guest', guest, closed, open, ['leavingGiven']],
  ['who is disabled here', { ...guest, accountEnabled: false }, open, closed, ['keptAnyway']],
  [
    'who is disabled at home',
    { ...guest, homeAccountEnabled: false },
    open,
    closed,
    ['keptAnyway'],
  ],
  [
    'whom a policy has disabled',
    { ...guest, accountEnabled: false, disabledByPolicy: true },
    open,
    closed,
    ['leavingTaken'],
  ],
  ['who has not accepted', invited, open, closed, []],
  ['a member', member, open, closed, []],
  ['an external member', { ...guest, userType: 'Member' }, open, closed, ['leavingTaken']],
  ['a guest', guest, open, blocked, ['domainRefused']],
  ['a subdomain', { ...guest, domain: 'eu.contoso.example' }, open, blocked, ['domainRefused']],
  ['another domain', { ...guest, domain: 'notcontoso.example' }, open, blocked, []],
  ['who has not accepted', invited, open, blocked, ['invitationRefused']],
  ['who has not accepted', invited, blocked, open, ['invitationLetIn']],
  ['whose invitation is over', { ...invited, waiting: false }, open, blocked, []],
  ['a member', { ...member, domain: 'contoso.example' }, open, blocked, []],
  ['without an address', { ...guest, domain: null }, open, blocked, []],
  [
    'an allow list without the domain',
    guest,
    open,
    { ...open, domainRule: 'allow', domains: ['fabrikam.example'] },
    ['domainRefused'],
  ],
  ['a guest', guest, open, { ...open, guestLevel: 'restricted' }, ['seesLess']],
  ['a guest', guest, open, { ...open, guestLevel: 'asMembers' }, ['seesMore']],
  ['a member', member, open, { ...open, guestLevel: 'restricted' }, []],
  ['a member', member, open, { ...open, membersReadOthers: false }, ['seesLess']],
  [
    'a reader of the directory',
    { ...guest, roles: ['globalReader'] },
    open,
    { ...open, guestLevel: 'restricted' },
    [],
  ],
  [
    'a guest',
    guest,
    open,
    { ...open, allowInvitesFrom: 'adminsGuestInvitersAndAllMembers' },
    ['invitingTaken'],
  ],
  ['a member', member, { ...open, allowInvitesFrom: 'none' }, open, ['invitingGiven']],
  [
    'a guest inviter',
    { ...guest, roles: ['guestInviter'] },
    open,
    { ...open, allowInvitesFrom: 'adminsAndGuestInviters' },
    [],
  ],
  ['all at once', guest, open, { ...blocked, mayLeave: false }, ['leavingTaken', 'domainRefused']],
]

test('U16, R24, R94, R96, R102: each setting affects exactly whom the judgement of the act is another for', () => {
  for (const [who, user, before, after, effects] of table)
    assert.deepEqual(effectsOn(user, before, after), effects, `${who}: ${JSON.stringify(after)}`)
})
