/** Breaks of inviting, accepting, declining and resetting, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

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
]
