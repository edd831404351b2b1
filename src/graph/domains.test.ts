/** Domains: added, shown by DNS, made the default, given up. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { untilBlockedBy } from '../../test/blocked.ts'
import { json, refusal, type Json } from '../../test/json.ts'
import { world, type Organization, type Person } from '../../test/world.ts'
import { operatorAuthority } from '../directory/authority.ts'
import { restoreUser } from '../directory/deleted/restore.ts'
import {
  makeDefaultDomain,
  removeDomain,
  verifyDomain,
} from '../directory/organizations/domains.ts'
import { createMember } from '../directory/users/create.ts'
import { updateUser } from '../directory/users/update.ts'
import { invite } from '../invitations/invite.ts'
import type { Domain } from '../kernel/domain.ts'
import type { UserId } from '../kernel/ids.ts'
import { transaction, type Database } from '../store/database.ts'

const domains = '/v1.0/domains'

/** What the name servers of the world say, after `wait`. */
const opened = async (wait: () => Promise<void> = () => Promise.resolve()) => {
  const texts = new Map<string, string[]>()
  const w = await world('http://guesthouse.test', {
    resolveTxt: async (name) => {
      await wait()
      return texts.get(name) ?? []
    },
  })
  const name = `second-${w.fabrikam.domain}`
  const of = (person: Person, at: Organization) => {
    const caller = w.as(person, at)
    return {
      ...caller,
      claim: async () => json(await caller.post(domains, { id: name }), 201),
      proof: async () => {
        const { value } = await json(await caller.get(`${domains}/${name}/verificationDnsRecords`))
        return String((value as Json[])[0]?.['text'])
      },
      verify: () => caller.post(`${domains}/${name}/verify`),
    }
  }
  return { w, name, texts, frank: of(w.frank, w.fabrikam), nora: of(w.nora, w.northwind) }
}

test('7.7: a domain counts when its DNS holds the text of this organization, and is no other’s then', async () => {
  const { w, name, texts, frank, nora } = await opened()
  const fiona = w.as(w.fiona, w.fabrikam)
  await refusal(await fiona.post(domains, { id: name }), 403)
  assert.equal((await frank.claim())['isVerified'], false)
  await refusal(await frank.post(domains, { id: name }), 409)
  await refusal(await frank.post(domains, { id: 'no domain' }), 400)
  await nora.claim()
  const member = { displayName: 'New', userPrincipalName: `new@${name}` }
  assert.equal((await refusal(await frank.post('/v1.0/users', member), 400)).code, 'foreignDomain')
  await refusal(await frank.verify(), 400)
  // What another organization has put there shows nothing of this one.
  texts.set(name, ['v=spf1 -all', await nora.proof()])
  await refusal(await frank.verify(), 400)
  texts.set(name, [await frank.proof(), await nora.proof()])
  assert.equal((await json(await frank.verify()))['isVerified'], true)
  await refusal(await nora.verify(), 409)
  await json(await frank.post('/v1.0/users', member), 201)
  const log = await json(await frank.get('/v1.0/auditLogs/directoryAudits?$top=20'))
  const names = new Set((log['value'] as Json[]).map((one) => one['activityDisplayName']))
  for (const one of ['Add unverified domain', 'Verify domain']) assert.ok(names.has(one), one)
})

test('7.7: the default domain can be another; what it was made with and what is used stays', async () => {
  const { w, name, texts, frank } = await opened()
  await frank.claim()
  const one = `${domains}/${name}`
  await refusal(await frank.patch(one, { isDefault: true }), 400)
  texts.set(name, [await frank.proof()])
  await json(await frank.verify())
  await json(await frank.patch(one, { isDefault: true }), 204)
  const read = async (of: string) => json(await frank.get(`${domains}/${of}`))
  const [now, before] = [await read(name), await read(w.fabrikam.domain)]
  assert.deepEqual([now['isDefault'], now['isInitial']], [true, false])
  assert.deepEqual([before['isDefault'], before['isInitial']], [false, true])
  await refusal(await frank.delete(one), 400)
  await refusal(await frank.patch(one, { isDefault: false }), 400)
  await json(await frank.patch(`${domains}/${w.fabrikam.domain}`, { isDefault: true }), 204)
  await refusal(await frank.delete(`${domains}/${w.fabrikam.domain}`), 400)

  const member = { displayName: 'New', userPrincipalName: `new@${name}` }
  const { id } = await json(await frank.post('/v1.0/users', member), 201)
  await refusal(await frank.delete(one), 400)
  const { value } = await json(await frank.get(`${one}/domainNameReferences`))
  assert.deepEqual(
    (value as Json[]).map((user) => user['id']),
    [id],
  )
  await json(await frank.delete(`/v1.0/users/${id}`), 204)
  await refusal(await frank.delete(one), 400)
  await json(await frank.delete(`/v1.0/directory/deletedItems/${id}`), 204)
  await json(await frank.delete(one), 204)
  await refusal(await frank.get(one), 404)
  await refusal(await frank.verify(), 404)
})

test('7.7: nobody gets a name at a domain that is removed at the same moment', async () => {
  const { w, name, texts, frank } = await opened()
  await frank.claim()
  texts.set(name, [await frank.proof()])
  await json(await frank.verify())
  const member = { displayName: 'New', userPrincipalName: `new@${name}` }
  const [made, removed] = await Promise.all([
    frank.post('/v1.0/users', member),
    w.as(w.frank, w.fabrikam).delete(`${domains}/${name}`),
  ])
  assert.deepEqual(
    [made.status, removed.status].toSorted(),
    made.status === 201 ? [201, 400] : [204, 400],
  )
})

/** A domain of Fabrikam that nobody has yet. */
const verified = async () => {
  const scene = await opened()
  const { name, texts, frank } = scene
  await frank.claim()
  texts.set(name, [await frank.proof()])
  await json(await frank.verify())
  return scene
}

test('7.7: a domain is not given up while somebody is restored, made or renamed at it, or invited under it', async () => {
  for (const act of ['restored', 'made', 'renamed', 'invited'] as const) {
    const { w, name, frank } = await verified()
    const { id: tenantId } = w.fabrikam
    const at = `new@${name}`
    const user = { displayName: 'New', userPrincipalName: `old@${w.fabrikam.domain}` }
    const { id } = await json(await frank.post('/v1.0/users', user), 201)
    const userId = id as UserId
    if (act === 'restored') await json(await frank.delete(`/v1.0/users/${id}`), 204)
    if (act === 'invited')
      await makeDefaultDomain(w.db, { tenantId, name: name as Domain }, w.operator())
    const acts: Readonly<Record<typeof act, (tx: Database) => Promise<{ outcome: string }>>> = {
      restored: (tx) =>
        restoreUser(
          tx,
          { tenantId, userId },
          { newUserPrincipalName: at },
          operatorAuthority,
          w.operator(),
        ),
      made: (tx) => createMember(tx, tenantId, { ...user, userPrincipalName: at }, w.operator()),
      renamed: (tx) =>
        updateUser(
          tx,
          { tenantId, userId },
          { userPrincipalName: at },
          operatorAuthority,
          w.operator(),
        ),
      invited: (tx) =>
        invite(
          tx,
          tenantId,
          { address: 'mia@outside.example', redirectUrl: 'https://app.example/', sendMail: false },
          { kind: 'operator' },
          w.operator(),
        ),
    }
    // The act has its name and is not done yet, when the domain is given up.
    const removed = await transaction(w.db, async (tx) => {
      const { outcome } = await acts[act](tx)
      assert.ok(['restored', 'created', 'updated', 'invited'].includes(outcome), outcome)
      const removing = (async () => {
        if (act === 'invited')
          await frank.patch(`${domains}/${w.fabrikam.domain}`, { isDefault: true })
        return frank.delete(`${domains}/${name}`)
      })()
      await untilBlockedBy(tx, w.db, removing)
      return { removing }
    })
    assert.match((await refusal(await removed.removing, 400)).message, /users/, act)
  }
})

test('7.7: nobody is restored or renamed at a domain that is being given up', async () => {
  const { w, name, frank } = await verified()
  const user = { displayName: 'New', userPrincipalName: `old@${w.fabrikam.domain}` }
  const [first, second] = [
    await json(await frank.post('/v1.0/users', user), 201),
    await json(
      await frank.post('/v1.0/users', { ...user, userPrincipalName: `b${user.userPrincipalName}` }),
      201,
    ),
  ]
  await json(await frank.delete(`/v1.0/users/${first['id']}`), 204)
  const which = { tenantId: w.fabrikam.id, name: name as Domain }
  const asking = await transaction(w.db, async (tx) => {
    assert.equal((await removeDomain(tx, which, w.operator())).outcome, 'removed')
    const asked = [
      frank.post(`/v1.0/directory/deletedItems/${first['id']}/restore`, {
        newUserPrincipalName: `new@${name}`,
      }),
      frank.patch(`/v1.0/users/${second['id']}`, { userPrincipalName: `other@${name}` }),
    ]
    for (const one of asked) await untilBlockedBy(tx, w.db, one)
    return { asked }
  })
  for (const one of asking.asked)
    assert.equal((await refusal(await one, 400)).code, 'foreignDomain')
})

test('7.7: a domain that is shown twice at the same moment is verified once, and both are told so', async () => {
  const both = Promise.withResolvers<void>()
  let asked = 0
  const { w, name, texts, frank } = await opened(async () => {
    if (++asked === 2) both.resolve()
    await both.promise
  })
  await frank.claim()
  texts.set(name, [await frank.proof()])
  const other = w.as(w.frank, w.fabrikam)
  const told = await Promise.all([frank.verify(), other.post(`${domains}/${name}/verify`)])
  for (const one of told) assert.equal((await json(one))['isVerified'], true)
  const log = await json(await frank.get('/v1.0/auditLogs/directoryAudits?$top=20'))
  const verifying = log['value'].filter(
    (one: Json) => one['activityDisplayName'] === 'Verify domain',
  )
  assert.equal(verifying.length, 1)
})

test('7.7: who makes a domain the default one while it is being shown is not told that it is not', async () => {
  const { w, name, texts, frank } = await opened()
  await frank.claim()
  texts.set(name, [await frank.proof()])
  const which = { tenantId: w.fabrikam.id, name: name as Domain }
  const { making } = await transaction(w.db, async (tx) => {
    const found = () => Promise.resolve(texts.get(name) ?? [])
    assert.equal((await verifyDomain(tx, which, found, w.operator())).outcome, 'verified')
    const asked = frank.patch(`${domains}/${name}`, { isDefault: true })
    await untilBlockedBy(tx, w.db, asked)
    return { making: asked }
  })
  await json(await making, 204)
  assert.equal((await json(await frank.get(`${domains}/${name}`)))['isDefault'], true)
})
