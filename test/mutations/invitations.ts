/** Breaks of inviting, accepting, declining and resetting, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const judged = 'src/invitations/one-judgement.test.ts'
const stay = 'src/invitations/guests-stay.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R122',
    file: 'src/directory/redeem-guest.ts',
    from: 'and deleted_at is null and not ever_accepted',
    to: 'and deleted_at is null',
    test: stay,
  },
  {
    rule: 'R92',
    file: 'src/directory/redeem-guest.ts',
    from: 'const merged = await mergeGuest(tx, { tenantId, from: userId, into: other.id }, context)',
    to: 'const merged = nothingMerged',
    test: stay,
  },
  {
    rule: 'R123',
    file: 'src/invitations/reset.ts',
    from: 'if (!guest.addresses.includes(address))',
    to: 'if (false)',
    test: stay,
  },
  {
    rule: 'R123',
    file: 'src/directory/redeem-guest.ts',
    from: 'sql`update users set home_deleted_at = null,',
    to: 'sql`update users set person_id = null, home_deleted_at = null,',
    test: stay,
  },
  {
    rule: 'R124',
    file: 'src/invitations/reset.ts',
    from: "if (target.roles.includes('globalAdministrator') &&",
    to: 'if (false &&',
    test: stay,
  },
  {
    rule: 'R123',
    file: 'src/invitations/reset.ts',
    from: "await tellPerson(tx, { tenantId, userId }, { kind: 'redemptionReset', address }, now)",
    to: '',
    test: stay,
  },
  {
    rule: 'R132',
    file: 'src/invitations/invite.sql.ts',
    from: '${refusesTenant(addressDigest, persons)}',
    to: '${refusesTenant(addressDigest, sql`select null::uuid`)}',
    test: judged,
  },
  {
    rule: 'K6',
    file: 'src/invitations/accept.ts',
    from: 'if (refusal !== undefined) throw',
    to: 'if (false) throw',
    test: judged,
  },
  {
    rule: 'K6',
    file: 'src/directory/waiting-invitations.sql.ts',
    from: '(i.address = lower(u.mail) or exists',
    to: '(true or exists',
    test: judged,
  },
  {
    rule: 'R132',
    file: 'src/directory/waiting-invitations.sql.ts',
    from: 'or (i.for_person_id is null and',
    to: 'or (false and',
    test: judged,
  },
  {
    rule: 'K21',
    file: 'src/invitations/invite.rule.ts',
    from: '  inviter.id === written.inviterId ||',
    to: '  true ||',
    test: judged,
  },
  {
    rule: 'K22',
    file: 'src/sign-in/invitation-pages.ts',
    from: 'const atHome = personId !== null && prover?.addresses.includes(address) === true',
    to: 'const atHome = personId !== null',
    test: judged,
  },
  {
    rule: 'K7',
    file: 'src/sign-in/invitation-over-pages.ts',
    from: "link.state === 'open' || !mayKnow(link, prover)",
    to: "link.state === 'open' || prover === undefined",
    test: judged,
  },
  {
    rule: 'R130',
    file: 'src/directory/leave.rule.ts',
    from: "yield facts.homeAccountDeleted ? 'homeDeleted' : 'disabledAtHome'",
    to: "yield 'disabledAtHome'",
    test: 'src/directory/leave.rule.test.ts',
    quick: true,
  },
  {
    rule: 'K7',
    file: 'src/directory/requests.ts',
    from: "{ outcome: 'found', userId: facts.userId } : { outcome: 'lastAdministrator' }",
    to: "{ outcome: 'found', userId: facts.userId } : { outcome: 'canLeave' }",
    test: 'src/account/dead-ends.test.ts',
  },
  {
    rule: 'R30',
    file: 'src/directory/removal-by-address.ts',
    from: "if (guest === undefined) return { outcome: 'notFound' }",
    to: '',
    test: 'src/account/dead-ends.test.ts',
  },
  {
    rule: 'R31',
    file: 'src/directory/soft-delete.sql.ts',
    from: "q.kind = 'removal' and q.state = 'open'",
    to: "q.kind = 'removal' and false",
    test: 'src/account/dead-ends.test.ts',
  },
]
