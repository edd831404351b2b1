/** Nobody is a mail relay: invitations are counted per inviter, organization and mailbox (K21). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { world } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { dayMs } from '../kernel/time.ts'
import { rows, sql } from '../store/database.ts'
import { keyedDigest } from '../store/installation-secret.ts'
import { organizationQuota } from './quota.rule.ts'
import { pruneQuotas, quotaSecret } from './quota.ts'

type Client = ReturnType<Awaited<ReturnType<typeof world>>['as']>

const fresh = (): string => `p-${newId()}@outside.example`
const asking = (client: Client, address: string, more: object = {}) =>
  client.post('/v1.0/invitations', {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://fabrikam.example/welcome',
    sendInvitationMessage: true,
    ...more,
  })
const sent = async (db: Parameters<typeof pruneQuotas>[0], tenantId: string): Promise<number> =>
  (
    await rows(
      db,
      sql`select 1 from events where tenant_id = ${tenantId} and activity in ('invitation.created', 'invitation.resent')`,
    )
  ).length

test('K21: a guest invites twenty strangers a day, and an administrator goes on', async () => {
  const w = await world()
  const ada = w.as(w.ada, w.fabrikam)
  const statuses: number[] = []
  for (let n = 0; n < 25; n++) statuses.push((await asking(ada, fresh())).status)
  assert.deepEqual([statuses.filter((status) => status === 201).length, statuses.at(-1)], [20, 429])
  const refused = await asking(ada, fresh())
  assert.equal(refused.headers.get('retry-after'), String(dayMs / 1_000))
  assert.match(
    (await refusal(refused, 429)).message,
    /as many invitations as one person may in a day\. Try again in 24 hours/,
  )
  assert.equal(await sent(w.db, w.fabrikam.id), 20)
  assert.equal((await asking(w.as(w.frank, w.fabrikam), fresh())).status, 201)
  w.pass(dayMs)
  assert.equal((await asking(w.as(w.ada, w.fabrikam), fresh())).status, 201)
})

test('K21: a mailbox gets five mails a day, whoever sends them, from wherever, also as a copy and again', async () => {
  const w = await world()
  const address = fresh()
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  const first = await json(await asking(frank, address), 201)
  assert.equal((await asking(w.as(w.ada, w.fabrikam), address)).status, 201)
  assert.equal((await asking(nora, address)).status, 201)
  const copy = {
    invitedUserMessageInfo: {
      ccRecipients: [{ emailAddress: { address: address.toUpperCase() } }],
    },
  }
  assert.equal((await asking(nora, fresh(), copy)).status, 201)
  const again = (more: Json = {}) =>
    frank.post(`/v1.0/guesthouse.invitations/${first['id']}/guesthouse.resend`, more)
  assert.equal((await again()).status, 200)
  assert.equal((await again()).status, 429)
  assert.equal((await asking(nora, fresh(), copy)).status, 429)
  assert.match(
    (await refusal(await asking(nora, address), 429)).message,
    /You can still hand the link over yourself/,
  )
  assert.equal((await asking(nora, address, { sendInvitationMessage: false })).status, 201)
  assert.equal((await again({ sendInvitationMessage: false })).status, 200)
})

test('K21: an organization invites ten thousand a day, whoever in it does, and no other is touched by it', async () => {
  const w = await world()
  const key = keyedDigest(await quotaSecret(w.db), 'organization', w.fabrikam.id)
  await sql`insert into invitation_quotas (key, count, since) values (${key}, ${organizationQuota - 1}, ${w.now()})`.execute(
    w.db,
  )
  const frank = w.as(w.frank, w.fabrikam)
  assert.equal((await asking(frank, fresh())).status, 201)
  for (const client of [frank, w.as(w.fiona, w.fabrikam)]) {
    const refused = await asking(client, fresh())
    assert.equal(refused.headers.get('retry-after'), String(dayMs / 1_000))
    assert.match(
      (await refusal(refused, 429)).message,
      /Your organization has sent as many invitations as it may in a day/,
    )
  }
  assert.equal(await sent(w.db, w.fabrikam.id), 1)
  assert.equal((await asking(w.as(w.nora, w.northwind), fresh())).status, 201)
  w.pass(dayMs)
  assert.equal((await asking(w.as(w.frank, w.fabrikam), fresh())).status, 201)
})

test('K21: counts are forgotten when their window is over', async () => {
  const w = await world()
  await asking(w.as(w.ada, w.fabrikam), fresh())
  w.pass(30 * dayMs)
  assert.ok((await pruneQuotas(w.db, w.now())) >= 2)
})
