/** Objects that come along with notifications: encrypted, for who reads them, as they read them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import { applicationToken, callWith } from '../../test/by-itself.ts'
import { decrypted } from '../../test/decrypted.ts'
import { json, refusal, type Json } from '../../test/json.ts'
import { certificate, type Certificate } from '../../test/peers/certificate.ts'
import { registerApplication } from '../../test/sign-on.ts'
import { done, path, subscribersIn, turn } from '../../test/subscribers.ts'
import { dayMs, minuteMs, plus } from '../kernel/time.ts'
import { sql } from '../store/database.ts'

type Stage = Awaited<ReturnType<typeof subscribersIn>>

const certificateIn = ({ w }: Stage, days = 60, more = {}): Certificate =>
  certificate(plus(w.now(), -dayMs), plus(w.now(), days * dayMs), more)

const along = ({ base64 }: Certificate, more: object = {}) => ({
  includeResourceData: true,
  encryptionCertificate: base64,
  encryptionCertificateId: 'mine',
  ...more,
})

const without = (object: Json): Json =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !name.startsWith('@'))) as Json

test('resource data: the receiver decrypts what its subscriber reads of the object now, shown to be from here, and nothing stands open', async () => {
  const stage = await subscribersIn()
  const { to, w, frank, subscribe, rename, makes } = stage
  const mine = certificateIn(stage)
  const select = 'displayName,jobTitle,mail,accountEnabled'
  const id = await subscribe(`users?$select=${select}`, along(mine))
  const shown = await json(await frank.get(`${path}/${id}`))
  assert.deepEqual(
    [
      shown['includeResourceData'],
      shown['encryptionCertificate'],
      shown['encryptionCertificateId'],
    ],
    [true, mine.base64, 'mine'],
  )
  await rename(w.fiona.userId, 'Very own title')
  await turn(w)
  const [told] = to.received
  assert.ok(told !== undefined)
  assert.doesNotMatch(JSON.stringify(to.messages), /Very own title|Fiona/)
  assert.equal(told['resourceData']['id'], w.fiona.userId)
  assert.equal(told['encryptedContent']['encryptionCertificateId'], 'mine')
  const content = decrypted(mine, told)
  assert.equal(content['@odata.type'], '#microsoft.graph.user')
  const read = await json(await frank.get(`/v1.0/users/${w.fiona.userId}?$select=id,${select}`))
  assert.deepEqual(without(content), without(read))

  // The same again is under another key.
  for (const title of ['Another', 'Very own title']) await rename(w.fiona.userId, title)
  await turn(w)
  const again = to.received[1] ?? {}
  assert.deepEqual(decrypted(mine, again), content)
  assert.notEqual(again['encryptedContent']['data'], told['encryptedContent']['data'])

  const [token] = (to.messages[0] ?? {})['validationTokens'] as string[]
  const keys = (await (
    await w.app.request(`${w.publicUrl}/${w.fabrikam.id}/discovery/v2.0/keys`)
  ).json()) as JSONWebKeySet
  const { payload, protectedHeader } = await jwtVerify(String(token), createLocalJWKSet(keys), {
    issuer: `${w.publicUrl}/${w.fabrikam.id}/v2.0`,
    audience: String(shown['applicationId']),
    currentDate: w.now(),
  })
  assert.equal(payload['azp'], '0bf30f3b-4a52-48df-9a82-234910c7a086')
  assert.equal(payload['tid'], w.fabrikam.id)
  assert.equal(payload.sub, undefined)
  assert.equal(protectedHeader.typ, 'JWT')
  assert.equal((await callWith(w, String(token))('GET', '/users')).status, 401)

  // What is deleted is told by its id.
  const group = await makes.group()
  await subscribe(`groups/${group}?$select=displayName,description`, along(mine))
  await done(frank.patch(`/v1.0/groups/${group}`, { description: 'after' }))
  await turn(w)
  assert.deepEqual(without(decrypted(mine, to.received.at(-1) ?? {})), {
    id: group,
    displayName: (await json(await frank.get(`/v1.0/groups/${group}`)))['displayName'],
    description: 'after',
  })
  await done(frank.delete(`/v1.0/groups/${group}`))
  await turn(w)
  assert.deepEqual(
    [to.received.at(-1)?.['changeType'], to.received.at(-1)?.['encryptedContent']],
    ['updated', undefined],
  )
  await to.stop()
})

test('resource data: an application gets what it may read when it is told, and nothing once its permission is gone', async () => {
  const stage = await subscribersIn()
  const { to, w, wish, rename } = stage
  const application = await registerApplication(w, w.fabrikam, w.frank)
  await sql`insert into application_permissions (tenant_id, id, application_id, permission, created_at)
    values (${w.fabrikam.id}, gen_random_uuid(), ${application.id}, 'User.Read.All', ${w.now()})`.execute(
    w.db,
  )
  const call = callWith(w, await applicationToken(w, application))
  const mine = certificateIn(stage)
  await json(await call('POST', '/subscriptions', wish('users?$select=jobTitle', along(mine))), 201)
  await rename(w.fiona.userId, 'read')
  await turn(w)
  assert.equal(decrypted(mine, to.received[0] ?? {})['jobTitle'], 'read')
  await sql`delete from application_permissions where application_id = ${application.id}`.execute(
    w.db,
  )
  await rename(w.fiona.userId, 'hidden')
  w.pass(minuteMs)
  await turn(w)
  assert.equal(to.messages.length, 1)
  await to.stop()
})

test('resource data: a property that a role shows is left out when the subscriber has lost the role, and nobody else chooses it', async () => {
  const stage = await subscribersIn()
  const { to, w, frank, subscribe, wish } = stage
  const mine = certificateIn(stage)
  const resource = 'users?$select=displayName,guesthouse.endDateTime'
  await refusal(await w.as(w.fiona, w.fabrikam).post(path, wish(resource, along(mine))), 403)
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  await subscribe(resource, along(mine), w.fiona)
  const ada = w.userOf(w.ada, w.fabrikam)
  const ends = (day: string) =>
    done(frank.patch(`/v1.0/users/${ada}`, { 'guesthouse.endDateTime': `${day}T00:00:00Z` }))
  await ends('2027-01-01')
  await turn(w)
  assert.match(
    String(decrypted(mine, to.received[0] ?? {})['guesthouse.endDateTime']),
    /^2027-01-01/,
  )
  await sql`delete from role_assignments where tenant_id = ${w.fabrikam.id} and user_id = ${w.fiona.userId}`.execute(
    w.db,
  )
  await ends('2027-02-01')
  await turn(w)
  const content = decrypted(mine, to.received[1] ?? {})
  assert.deepEqual(Object.keys(content).toSorted(), ['@odata.type', 'displayName', 'id'])
  await to.stop()
})

test('resource data: with another certificate messages are encrypted for that one; one that ends before the subscription is refused', async () => {
  const stage = await subscribersIn()
  const { to, w, frank, subscribe, rename } = stage
  const [old, next] = [certificateIn(stage, 25), certificateIn(stage)]
  const id = await subscribe('users?$select=jobTitle', along(old))
  const one = `${path}/${id}`
  const end = (days: number) => ({
    expirationDateTime: plus(w.now(), days * dayMs).toISOString(),
  })
  assert.match((await refusal(await frank.patch(one, end(28)), 400)).message, /ends before/)
  const named = { encryptionCertificate: next.base64, encryptionCertificateId: 'next' }
  assert.match(
    (await refusal(await frank.patch(one, { encryptionCertificate: next.base64 }), 400)).message,
    /together/,
  )
  const changed = await json(await frank.patch(one, { ...named, ...end(28) }), 200)
  assert.equal(changed['encryptionCertificateId'], 'next')
  await rename(w.fiona.userId, 'rotated')
  await turn(w)
  assert.equal(decrypted(next, to.received[0] ?? {})['jobTitle'], 'rotated')
  const plain = await subscribe('users')
  assert.match(
    (await refusal(await frank.patch(`${path}/${plain}`, named), 400)).message,
    /ids alone/,
  )
  await to.stop()
})

test('resource data: what is not asked for as it has to be is refused in words before anybody is asked', async () => {
  const stage = await subscribersIn()
  const { to, w, frank, wish } = stage
  const mine = certificateIn(stage)
  const select = 'users?$select=displayName'
  const wishes: readonly [resource: string, more: object, words: RegExp][] = [
    ['users', along(mine), /\$select in the resource/],
    ['users?$select=', along(mine), /\$select in the resource/],
    ['users?$select=displayName,nothing', along(mine), /property named 'nothing'/],
    ['users?$select=a/b', along(mine), /property named 'a\/b'/],
    ['users?$select=*', along(mine), /property named '\*'/],
    ['users?$filter=id eq 1', along(mine), /Nothing but \$select/],
    ['users?$select=id&$expand=manager', along(mine), /Nothing but \$select/],
    [`groups/${w.fiona.userId}/members?$select=id`, along(mine), /members and owners/],
    [`users?$select=${'displayName,'.repeat(200)}id`, along(mine), /2048 characters/],
    [select, {}, /ids alone/],
    [select, { includeResourceData: true }, /encryptionCertificateId together/],
    [select, along(mine, { encryptionCertificateId: 'x'.repeat(129) }), /128 characters/],
    [select, along(mine, { encryptionCertificate: 'bm8=' }), /no certificate/],
    [select, along(certificateIn(stage, 60, { modulusLength: 1_024 })), /2048 to 8192 bits/],
    [select, along(certificateIn(stage, -1 / 24)), /is over/],
    [select, along(certificateIn(stage, 10)), /ends before/],
    ['users', { encryptionCertificate: mine.base64 }, /includeResourceData: true/],
  ]
  for (const [resource, more, words] of wishes) {
    const { code, message } = await refusal(await frank.post(path, wish(resource, more)), 400)
    assert.equal(code, 'InvalidRequest', resource)
    assert.match(message, words, resource)
  }
  assert.deepEqual(to.asked, [])
  await to.stop()
})

test('resource data: many objects come in several messages', async () => {
  const stage = await subscribersIn()
  const { to, w, subscribe } = stage
  const mine = certificateIn(stage)
  await subscribe('users?$select=jobTitle', along(mine))
  await sql`insert into users select made.* from users u cross join generate_series(1, 120) n
    cross join lateral jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'person_id', null, 'job_title', 'n ' || n,
      'user_principal_name', 'm' || n || '@m.example', 'name_key', 'm' || n || '@m.example', 'mail', null, 'mail_key', null)) made
    where u.tenant_id = ${w.fabrikam.id} and u.id = ${w.fiona.userId}`.execute(w.db)
  await turn(w)
  assert.deepEqual(
    to.messages.map(({ value }) => (value as object[]).length),
    [50, 50, 20],
  )
  const titles = new Set(to.received.map((one) => decrypted(mine, one)['jobTitle']))
  assert.equal(titles.size, 120)
  await to.stop()
})
