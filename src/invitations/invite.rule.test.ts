import assert from 'node:assert/strict'
import { domainAllowed, type DomainRule } from '../directory/domain-list.rule.ts'
import { invitersAllowed } from '../wire/graph/organization.ts'
import { test } from 'node:test'
import type { RoleName } from '../access/roles.ts'
import { addressOf } from '../kernel/address.ts'
import { inviteRefusal, mayInvite, mayInviteMembers, type InviteFacts } from './invite.rule.ts'

const guest = { userType: 'Guest' as const, roles: [] }
const member = { userType: 'Member' as const, roles: [] }
const holder = (...roles: RoleName[]) => ({ userType: 'Member' as const, roles })

test('R94, R118: the four values of allowInvitesFrom, for each kind of user', () => {
  const who = {
    guest,
    member,
    inviter: holder('guestInviter'),
    userAdministrator: holder('userAdministrator'),
    globalAdministrator: holder('globalAdministrator'),
    reader: holder('globalReader'),
  }
  const table = Object.fromEntries(
    invitersAllowed.map((value) => [
      value,
      Object.entries(who)
        .filter(([, one]) => mayInvite(value, one))
        .map(([name]) => name),
    ]),
  )
  assert.deepEqual(table, {
    none: [],
    adminsAndGuestInviters: ['inviter', 'userAdministrator', 'globalAdministrator'],
    adminsGuestInvitersAndAllMembers: [
      'member',
      'inviter',
      'userAdministrator',
      'globalAdministrator',
      'reader',
    ],
    everyone: ['guest', 'member', 'inviter', 'userAdministrator', 'globalAdministrator', 'reader'],
  })
})

test('R93: only administrators invite members', () => {
  assert.ok(mayInviteMembers(holder('userAdministrator')))
  for (const one of [guest, member, holder('guestInviter')]) assert.ok(!mayInviteMembers(one))
})

test('R95: an allow list lets in what is on it, a block list all else, each with subdomains', () => {
  const list = ['contoso.example']
  const allowed = (address: string, rule: DomainRule) =>
    domainAllowed(addressOf(address).key, rule, list)
  assert.ok(allowed('a@contoso.example', 'allow') && allowed('a@eu.contoso.example', 'allow'))
  assert.ok(!allowed('a@notcontoso.example', 'allow') && allowed('a@notcontoso.example', 'block'))
  assert.ok(!allowed('a@CONTOSO.example', 'block') && allowed('a@contoso.example', 'none'))
})

const facts: InviteFacts = {
  ownDomain: false,
  domainAllowed: true,
  refuses: false,
  guest: undefined,
  existing: undefined,
  deletedId: undefined,
  forceNew: false,
}

test('R73, R74, R76, R77: leftovers are told apart, each with its own way on', () => {
  const existing = { id: 'x', accountEnabled: true, standing: 'pending' } as const
  assert.equal(inviteRefusal(facts), undefined)
  assert.equal(
    inviteRefusal({ ...facts, existing }),
    undefined,
    'pending: invited again under the same object',
  )
  assert.deepEqual(inviteRefusal({ ...facts, existing: { ...existing, accountEnabled: false } }), {
    outcome: 'guestDisabled',
    userId: 'x',
  })
  assert.deepEqual(inviteRefusal({ ...facts, existing: { ...existing, standing: 'accepted' } }), {
    outcome: 'alreadyGuest',
    userId: 'x',
  })
  assert.deepEqual(inviteRefusal({ ...facts, deletedId: 'y' }), {
    outcome: 'softDeletedUserExists',
    userId: 'y',
  })
  assert.equal(inviteRefusal({ ...facts, deletedId: 'y', forceNew: true }), undefined)
  assert.deepEqual(
    inviteRefusal({ ...facts, refuses: true, existing }),
    { outcome: 'inviteeRefuses' },
    'R37',
  )
})
