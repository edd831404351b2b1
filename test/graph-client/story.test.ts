/**
 * The life of a guest as scripts live it, by the libraries that Microsoft publishes, unchanged:
 * only the address and the authority are ours. Each as an application by itself and for a person.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs } from '../../src/kernel/time.ts'
import { browserWith } from '../sign-on.ts'
import type { Organization, Person } from '../world.ts'
import { clients } from './clients.ts'
import { callers, reached, type Reached } from './reached.ts'
import type { Refusal, Script, Told } from './script.ts'

const redeem = async ({ w }: Reached, person: Person, redeemUrl: string): Promise<void> => {
  const browser = await browserWith(w, person)
  const { page } = await browser.submit(await browser.open(redeemUrl))
  assert.match(page ?? '', /You are a guest of Fabrikam now/)
}

const refusedOf = async (script: Script, act: () => Promise<unknown>): Promise<Refusal> => {
  try {
    await act()
  } catch (error) {
    return script.refusal(error)
  }
  throw new Error('it was not refused')
}

const isOf = (told: readonly Told[], id: string): readonly string[] =>
  told.filter((one) => one.id === id).map((one) => one.is)

const aRequest = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Invited, redeemed, in a group and assigned to an application. */
const arrived = async (r: Reached, script: Script) => {
  const { id, redeemUrl } = await script.invite(r.w.carol.upn)
  await redeem(r, r.w.carol, redeemUrl)
  const group = await script.makeGroup('Crew')
  await script.addMember(group, id)
  await script.assign(id, r.script.id)
  return { id, group, name: (await script.user(id)).name }
}

/** Nobody sees a deleted user but who looks for deleted users. */
const isHidden = async (script: Script, { id, group, name }: Arrived): Promise<void> => {
  const { status, code, requestId } = await refusedOf(script, () => script.user(id))
  assert.deepEqual([status, code], [404, 'Request_ResourceNotFound'])
  assert.match(requestId ?? '', aRequest)
  const all = await script.users()
  assert.equal(await script.count(), all.length)
  assert.ok(!all.includes(id))
  assert.deepEqual(await script.found('Carol'), { count: 0, ids: [] })
  assert.deepEqual(await script.members(group), [])
  const stored = `${id.replaceAll('-', '')}${name}`
  assert.deepEqual(await script.deleted(), [{ id, name: stored }])
}
type Arrived = Awaited<ReturnType<typeof arrived>>

const another = (at: Organization): string => `carol.again@${at.domain}`

/** Back under another name, as somebody has its own by now, with all that it had. */
const comesBack = async (r: Reached, script: Script, { id, group, name }: Arrived) => {
  await script.make(name)
  const { status, code } = await refusedOf(script, () => script.restore(id))
  assert.deepEqual([status, code], [409, 'Request_MultipleObjectsWithSameKeyValue'])
  await script.restore(id, another(r.w.fabrikam))
  assert.deepEqual(await script.user(id), { id, name: another(r.w.fabrikam) })
  assert.deepEqual(await script.groupsOf(id), [group])
  assert.deepEqual(await script.members(group), [id])
  assert.deepEqual(await script.assignedTo(id), [r.script.id])
}

for (const [client, scriptOf] of Object.entries(clients))
  for (const as of callers) {
    test(`contract §12.4: ${client} lives the life of a guest, ${as}: invited, deleted, restored under another name, purged, and told of it by delta`, async () => {
      const r = await reached()
      const script = scriptOf(r, as)
      const guest = await arrived(r, script)
      const { id } = guest
      assert.deepEqual(await script.found('Carol'), { count: 1, ids: [id] })
      const next = await script.follow()
      assert.deepEqual(await next(), [])
      await script.delete(id)
      await isHidden(script, guest)
      assert.deepEqual(isOf(await next(), id), ['changed'])
      await comesBack(r, script, guest)
      assert.deepEqual(isOf(await next(), id), ['plain'])
      await script.delete(id)
      assert.deepEqual(isOf(await next(), id), ['changed'])
      await script.purge(id)
      assert.deepEqual(isOf(await next(), id), ['deleted'])
      assert.deepEqual(await script.deleted(), [])
      await r.stop()
    })

    test(`${client} finds all guests who have not been there for 90 days, ${as}, and deletes them by a batch`, async () => {
      const r = await reached()
      const { w } = r
      const idOf = (person: Person): string => w.userOf(person, w.fabrikam)
      w.pass(100 * dayMs)
      await w.as(w.bob).post(`/account/organizations/${w.fabrikam.id}/session`)
      const script = scriptOf(r, as)
      const { id: invited } = await script.invite(w.carol.upn)
      const since = new Date(w.now().getTime() - 90 * dayMs)
      const unused = await script.unusedGuests(since)
      assert.deepEqual(unused, [idOf(w.ada)], 'neither who was there nor who was invited today')
      assert.deepEqual(await script.deleteAll([...unused, invited, w.nora.userId]), [204, 204, 404])
      assert.deepEqual(
        (await script.deleted()).map(({ id }) => id).toSorted(),
        [idOf(w.ada), invited].toSorted(),
      )
      assert.ok((await script.users()).includes(idOf(w.bob)))
      assert.deepEqual(await script.disableAndDelete(idOf(w.bob)), [204, 204, 404])
      assert.deepEqual(await script.disableAndDelete(idOf(w.bob)), [404, 424, 424])
      await r.stop()
    })
  }
