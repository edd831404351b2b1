/** Why the mail about an ending was not sent: on the receipt, in the log and on the timeline. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../test/json.ts'
import { mailsTo } from '../../test/mails.ts'
import { world, type Person } from '../../test/world.ts'
import { dayMs, hourMs } from '../kernel/time.ts'
import { drainMails } from '../mail/drain.ts'
import type { Delivery, Post } from '../mail/post.ts'
import { sql } from '../store/database.ts'
import { whyNotSent, type WhyNotSent } from '../wire/mail-state.ts'
import { languages } from '../words/locales.ts'
import { serverWordsOf } from '../words/server-words.ts'

type World = Awaited<ReturnType<typeof world>>

const postThat = (delivery: Delivery): Post => ({
  send: () => Promise.resolve(delivery),
  close: () => undefined,
})
const failed = { code: 'ETEST', responseCode: undefined }
const drain = (w: World, post: Post | undefined) => drainMails(w.db, w.now, post, () => undefined)
const frank = (w: World) => w.as(w.frank, w.fabrikam)
const plainOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** An administrator there, with a session that pages know too. */
const shown = async (w: World) => {
  const admin = frank(w)
  await admin.get('/v1.0/me')
  return admin
}

const detail = (entry: Json, key: string): unknown =>
  entry['additionalDetails'].find((one: Json) => one['key'] === key)?.value

/** What three places say of the mail about somebody's ending in Fabrikam. */
const told = async (w: World, id: string, reference: string) => {
  const page = await (await shown(w)).get(`/receipts/${reference}`, { accept: 'text/html' })
  const { value } = await json(await frank(w).get(`/v1.0/users/${id}/guesthouse.timeline`))
  const mail = value.find((one: Json) => detail(one, 'guesthouse.letter') === 'receipt')
  const log = await json(
    await frank(w).get(
      `/v1.0/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '${id}')`,
    ),
  )
  const entry = log['value'].find((one: Json) => one['id'] === reference)
  return {
    page: plainOf(await page.text()),
    timeline: mail?.['resultReason'] as unknown,
    to: mail === undefined ? undefined : detail(mail, 'guesthouse.mailedTo'),
    log: detail(entry, 'guesthouse.mail'),
  }
}

const referenceOf = async (w: World, id: string): Promise<string> => {
  const { value } = await json(await frank(w).get(`/v1.0/users/${id}/guesthouse.timeline`))
  const ended = value.find((one: Json) =>
    ['user.deleted', 'user.left'].includes(String(one['additionalDetails'][0]['value'])),
  )
  return String(ended['id'])
}

const deleted = async (w: World, person: Person): Promise<string> => {
  const id = w.userOf(person, w.fabrikam) ?? assert.fail('no such guest')
  assert.equal((await frank(w).delete(`/v1.0/users/${id}`)).status, 204)
  return id
}

/** What makes each state of a mail that was queued. */
const settled: Readonly<
  Partial<Record<WhyNotSent | 'waiting' | 'taken', (w: World) => Promise<unknown>>>
> = {
  waiting: () => Promise.resolve(),
  taken: (w) => drain(w, postThat({ outcome: 'taken' })),
  noServer: (w) => drain(w, undefined),
  refused: (w) => drain(w, postThat({ outcome: 'refused', ...failed })),
  unconfirmed: async (w) => {
    for (let n = 0; n < 5; n++) {
      await drain(w, postThat({ outcome: 'failed', mayHaveArrived: true, ...failed }))
      w.pass(2 * hourMs)
    }
  },
  expired: async (w) => {
    await drain(w, postThat({ outcome: 'failed', mayHaveArrived: false, ...failed }))
    w.pass(30 * dayMs)
    await drain(w, postThat({ outcome: 'failed', mayHaveArrived: false, ...failed }))
  },
}
const saidOf = {
  waiting: /Mail about it waits to be sent/,
  taken: /Mail about it handed over to the mail server on 1 May/,
  noServer: /not sent: this installation has no mail server/,
  refused: /not sent: the mail server refused it for good/,
  unconfirmed: /given up: it was handed over several times and never confirmed/,
  expired: /not sent: given up after one try/,
}

for (const [state, bring] of Object.entries(settled))
  test(`R21: of a removal whose mail is ${state} the receipt, the log and the timeline say so`, async () => {
    const w = await world()
    await sql`delete from mails`.execute(w.db)
    const id = await deleted(w, w.ada)
    await bring(w)
    const { page, ...codes } = await told(w, id, await referenceOf(w, id))
    assert.match(page, saidOf[state as keyof typeof saidOf])
    const to = `${w.ada.upn[0]}…@${w.ada.upn.split('@')[1]}`
    assert.deepEqual(codes, { timeline: state, to, log: state })
  })

test('R21: what waited for a mail server is sent when there is one, and is said to be', async () => {
  const w = await world()
  const id = await deleted(w, w.ada)
  await drain(w, undefined)
  await drain(w, postThat({ outcome: 'taken' }))
  assert.equal((await told(w, id, await referenceOf(w, id))).timeline, 'taken')
})

test('R21: of who was invited and never came it is said that no address is known', async () => {
  const w = await world()
  const address = `nobody-${w.fabrikam.id}@outside.example`
  const invited = await json(
    await frank(w).post('/v1.0/invitations', {
      invitedUserEmailAddress: address,
      inviteRedirectUrl: 'https://x.example',
    }),
    201,
  )
  const id = String(invited['invitedUser']['id'])
  assert.equal((await frank(w).delete(`/v1.0/users/${id}`)).status, 204)
  const { page, timeline, log, to } = await told(w, id, await referenceOf(w, id))
  assert.match(page, /not sent: no mail address was known/)
  assert.deepEqual([timeline, log, to], ['noAddress', 'noAddress', undefined])
})

test('R21: after the erasure the receipt still says why, and the address is gone with the timeline', async () => {
  const w = await world()
  await sql`delete from mails`.execute(w.db)
  const id = await deleted(w, w.ada)
  const reference = await referenceOf(w, id)
  await drain(w, postThat({ outcome: 'refused', ...failed }))
  assert.equal((await frank(w).delete(`/v1.0/directory/deletedItems/${id}`)).status, 204)
  await drain(w, postThat({ outcome: 'refused', ...failed }))
  const page = await (await shown(w)).get(`/receipts/${reference}`, { accept: 'text/html' })
  assert.match(plainOf(await page.text()), /refused it for good/)
  assert.equal((await frank(w).get(`/v1.0/users/${id}/guesthouse.timeline`)).status, 404)
  const left = await sql`select 1 from told_mails where user_id = ${id}::uuid`.execute(w.db)
  assert.equal(left.rows.length, 0)
})

test('R21: each mail about their standing is on the timeline of a user: of which kind, and never what it says', async () => {
  const w = await world()
  await sql`delete from mails`.execute(w.db)
  const id = w.userOf(w.ada, w.fabrikam)
  for (const accountEnabled of [false, true]) {
    w.pass(hourMs)
    await frank(w).patch(`/v1.0/users/${id}`, { accountEnabled })
  }
  w.pass(hourMs)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const { value } = await json(await frank(w).get(`/v1.0/users/${id}/guesthouse.timeline`))
  const kinds = value.flatMap((one: Json) =>
    one['additionalDetails']
      .filter((detail: Json) => detail['key'] === 'guesthouse.letter')
      .map((detail: Json) => detail['value']),
  )
  assert.deepEqual(kinds, ['receipt', 'enabled', 'disabled'])
  const code = /code=([\w-]{43})/.exec((await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? '')?.[1]
  assert.ok(code !== undefined && !JSON.stringify(value).includes(code))
  const copy = await json(await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`))
  assert.deepEqual(
    copy['toldMails'].map((one: Json) => [one['kind'], one['state']]),
    [
      ['disabled', 'waiting'],
      ['enabled', 'waiting'],
      ['receipt', 'waiting'],
    ],
  )
})

test('R21: every reason has words in every language, and no two are the same', () => {
  for (const language of languages) {
    const { mailStates } = serverWordsOf({
      language,
      direction: language === 'ar' ? 'rtl' : 'ltr',
    }).receipts
    const said = Object.keys(whyNotSent).map((why) => {
      const words = mailStates[why as WhyNotSent]
      return typeof words === 'function' ? words(3) : words
    })
    assert.equal(new Set(said).size, Object.keys(whyNotSent).length, language)
  }
})
