/**
 * Whom the statement leaves out because they keep every rule, the rule finds nothing of either:
 * over guests with facts by chance, and policies by chance.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../../test/properties.ts'
import { world, type Person } from '../../../test/world.ts'
import { newId, type UserId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { sql } from '../../store/database.ts'
import { readGoverned, readSlice } from './facts.sql.ts'
import { type PolicyRules } from './breaches.rule.ts'
import { outlook } from './policy.rule.ts'
import type { Policy } from './policies.sql.ts'

type World = Awaited<ReturnType<typeof world>>

const longAgo = 100
const ago = fc.integer({ min: 0, max: longAgo })
const maybe = fc.option(ago)
const guestFacts = fc.record({
  created: ago,
  used: maybe,
  attested: maybe,
  countedFrom: maybe,
  invited: maybe,
  pending: fc.boolean(),
  state: fc.constantFrom('enabled', 'enabled', 'disabled', 'byPolicy'),
  sponsor: fc.constantFrom('none', 'enabled', 'disabled'),
})
type Facts = typeof guestFacts extends fc.Arbitrary<infer T> ? T : never
const days = fc.option(fc.integer({ min: 1, max: 150 }))
const rules = fc.record({
  inactiveDays: days,
  needsSponsor: fc.constantFrom(false, false, true),
  attestationDays: days,
  redemptionDays: days,
})

const policyOf = (w: World, given: Partial<PolicyRules>, priority: number): Policy => ({
  id: newId(),
  displayName: 'By chance',
  description: null,
  isEnabled: true,
  priority,
  groupId: null,
  groupGoneAt: null,
  exceptGroupId: null,
  inactiveDays: null,
  needsSponsor: false,
  attestationDays: null,
  redemptionDays: null,
  graceDays: 0,
  action: 'disable',
  deletionDays: null,
  createdAt: w.now(),
  changedAt: w.now(),
  lastRunAt: null,
  ...given,
})

/** A guest with these facts, as Ada is one of Fabrikam. */
const guestWith = async (w: World, facts: Facts, disabled: Person): Promise<UserId> => {
  const id = newId<UserId>()
  const at = (count: number | null): Date | null =>
    count === null ? null : plus(w.now(), -count * dayMs)
  const name = `chance-${id}@x.example`
  const set = {
    id,
    person_id: null,
    user_principal_name: name,
    name_key: name,
    created_at: at(facts.created),
    last_sign_in_at: at(facts.used),
    attested_at: at(facts.attested),
    lifecycle_from: at(facts.countedFrom),
    external_user_state: facts.pending ? 'PendingAcceptance' : 'Accepted',
    account_enabled: facts.state === 'enabled',
    disabled_by_policy: facts.state === 'byPolicy',
  }
  await sql`insert into users select made.*
    from users u
    cross join lateral jsonb_populate_record(u, ${JSON.stringify(set)}::jsonb) made
    where u.tenant_id = ${w.fabrikam.id} and u.id = ${w.userOf(w.ada, w.fabrikam)}`.execute(w.db)
  if (facts.invited !== null)
    await sql`insert into invitations (tenant_id, id, user_id, address, address_key, redirect_url, created_at, expires_at)
      values (${w.fabrikam.id}, ${newId()}, ${id}, ${name}, ${name}, 'https://x.example', ${at(facts.invited)}, ${w.now()})`.execute(
      w.db,
    )
  if (facts.sponsor !== 'none') {
    const { userId } = facts.sponsor === 'enabled' ? w.fiona : disabled
    await sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id)
      values (${w.fabrikam.id}, ${id}, ${userId}, ${userId})`.execute(w.db)
  }
  return id
}

test('R134: whom a slice leaves out no policy finds anything of, whatever is known of them', async () => {
  const w = await world()
  const tenantId = w.fabrikam.id
  const disabled = await w.member(w.fabrikam, 'Disabled Host')
  await sql`update users set account_enabled = false where tenant_id = ${tenantId} and id = ${disabled.userId}`.execute(
    w.db,
  )
  let found = 0
  let leftOut = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(guestFacts, { minLength: 8, maxLength: 12 }),
      fc.array(rules, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 40 }),
      async (guests, wishes, ahead) => {
        const policies = wishes.map((wish, place) => policyOf(w, wish, place))
        const by = plus(w.now(), ahead * dayMs)
        const ids = await Promise.all(guests.map((facts) => guestWith(w, facts, disabled)))
        const slice = { after: undefined, limit: 10_000, by }
        const read = await readSlice(w.db, tenantId, policies, slice)
        const inSlice = new Set(read.found.map(({ guest }) => guest.userId))
        for (const [place, userId] of ids.entries()) {
          const one = await readGoverned(w.db, { tenantId, userId }, policies)
          assert.ok(one !== undefined)
          const coming = outlook(one.policy, one.guest, one.state, w.now())
          const isFound = coming !== undefined && coming.toldAt <= by
          if (isFound) found++
          if (!inSlice.has(userId)) leftOut++
          assert.ok(!isFound || inSlice.has(userId), JSON.stringify([guests[place], wishes, ahead]))
        }
      },
    ),
    { numRuns: 20 },
  )
  assert.ok(found > 0 && leftOut > 0, `${found} found, ${leftOut} left out`)
})
