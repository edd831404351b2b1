/** What applications are told of people: names, addresses, and how surely they signed in. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { browserOf, type Browser } from '../../test/in-process-browser.ts'
import { json } from '../../test/json.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
} from '../../test/sign-on.ts'
import { world, type Person } from '../../test/world.ts'
import { newId, type PersonId } from '../kernel/ids.ts'
import { emailIssuer, addressOf } from '../kernel/address.ts'
import { createGuest, createMember } from '../directory/users/create.ts'
import type { SignInMethod } from '../wire/account-access.ts'
import { openSession } from '../people/open-session.ts'
import { sql } from '../store/database.ts'

const scene = async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const told = async (person: Pick<Person, 'personId'>, more: Record<string, string> = {}) => {
    const browser = await browserWith(w, person as Person)
    const tokens = await (await signOn(config, browser, application, more)).exchange()
    const id: Record<string, unknown> = tokens.claims() ?? {}
    return {
      id,
      info: await client.fetchUserInfo(config, tokens.access_token, client.skipSubjectCheck),
      tokens,
    }
  }
  /** A browser in which somebody has signed in by a method; `anew` does so again in it. */
  const by = async (
    person: Person,
    method: SignInMethod,
  ): Promise<{ browser: Browser; anew: (other: SignInMethod) => Promise<void> }> => {
    const browser = browserOf(w)
    const device = { address: null, userAgent: 'test' }
    let { token } = await openSession(w.db, person.personId, device, w.now(), { method })
    browser.signIn(token)
    const anew = async (other: SignInMethod): Promise<void> => {
      ;({ token } = await openSession(
        w.db,
        person.personId,
        { ...device, before: token },
        w.now(),
        { method: other },
      ))
      browser.signIn(token)
    }
    return { browser, anew }
  }
  return { w, application, config, told, by }
}

test('email_verified is true where the address is proved, and left out where only an administrator has written it down', async () => {
  const { w, told } = await scene()
  const verified = async (person: Pick<Person, 'personId'>) => {
    const { id, info } = await told(person)
    assert.deepEqual([info['email'], info['email_verified']], [id['email'], id['email_verified']])
    assert.ok(id['email'] !== undefined)
    return 'email_verified' in id ? id['email_verified'] : 'left out'
  }
  assert.equal(await verified(w.ada), true, 'her home says it too, and the domain is its own')
  assert.equal(await verified(w.fiona), true, 'a member, at a domain of the organization')
  const frank = w.as(w.frank, w.fabrikam)
  const change = async (person: Person, mail: string) =>
    assert.equal(
      (await frank.patch(`/v1.0/users/${w.userOf(person, w.fabrikam)}`, { mail })).status,
      204,
    )
  await change(w.ada, `chief@${w.contoso.domain}`)
  assert.equal(
    await verified(w.ada),
    'left out',
    'a guest’s address at her home’s domain that her home does not give her',
  )
  await change(w.fiona, `fiona-${newId()}@elsewhere.example`)
  assert.equal(await verified(w.fiona), 'left out')

  const mailbox = `mia-${newId()}@mailbox.example`
  const personId = newId<PersonId>()
  await sql`insert into persons (id, created_at) values (${personId}, ${w.now()})`.execute(w.db)
  const upn = `${mailbox.replace('@', '_')}#EXT#@${w.fabrikam.domain}`
  const made = await createGuest(
    w.db,
    w.fabrikam.id,
    { personId, displayName: 'Mia', userPrincipalName: upn, mail: addressOf(mailbox) },
    w.operator(),
  )
  assert.equal(made.outcome, 'created')
  assert.equal(await verified({ personId }), 'left out')
  await sql`insert into identities (issuer, subject, person_id, created_at) values (${emailIssuer}, ${mailbox}, ${personId}, ${w.now()})`.execute(
    w.db,
  )
  assert.equal(await verified({ personId }), true, 'shown by a code')
  assert.equal((await told({ personId })).id['preferred_username'], mailbox)
})

test('R139: email_verified is left out of an address that is somebody else’s by now', async () => {
  const { w, told } = await scene()
  const eve = await w.member(w.contoso, 'Eve Stone')
  const wish = { invitedUserEmailAddress: eve.upn, inviteRedirectUrl: 'https://app.example/' }
  await json(await w.as(w.frank, w.fabrikam).post('/v1.0/invitations', wish), 201)
  await json(await w.as(eve).post(`/account/organizations/${w.fabrikam.id}/invitation/accept`, {}))
  assert.equal((await told(eve)).id['email_verified'], true)
  const now = `eve.married@${w.contoso.domain}`
  const renamed = { userPrincipalName: now, mail: now }
  await json(await w.as(w.carol, w.contoso).patch(`/v1.0/users/${eve.userId}`, renamed), 204)
  assert.equal((await told(eve)).id['email_verified'], true, 'nobody else has it')
  const another = { displayName: 'Evelyn', userPrincipalName: eve.upn, mail: addressOf(eve.upn) }
  const made = await createMember(w.db, w.contoso.id, another, w.operator())
  assert.equal(made.outcome, 'created')
  const { id } = await told(eve)
  assert.deepEqual([id['email'], id['email_verified']], [eve.upn, undefined])
})

test('preferred_username is the name at home, upn the one here', async () => {
  const { w, told } = await scene()
  const ada = await told(w.ada)
  for (const claims of [ada.id, ada.info]) {
    assert.equal(claims['preferred_username'], w.ada.upn)
    assert.match(String(claims['upn']), /#EXT#@/)
  }
  const fiona = await told(w.fiona)
  assert.deepEqual([fiona.id['preferred_username'], fiona.id['upn']], [w.fiona.upn, w.fiona.upn])
})

test('Core 5.5: single claims are asked for by the parameter claims, of the ID token or of userinfo', async () => {
  const { w, told, config } = await scene()
  const claims = JSON.stringify({
    id_token: { email: null },
    userinfo: { name: { essential: true }, given_name: null, unheard: null },
  })
  const { id, info, tokens } = await told(w.ada, { scope: 'openid', claims })
  assert.deepEqual([id['email'], id['name']], [w.ada.upn, undefined])
  assert.deepEqual([info['email'], info['name']], [undefined, 'Ada Lovelace'])
  const renewed = await client.refreshTokenGrant(config, String(tokens.refresh_token))
  assert.equal(
    (await client.fetchUserInfo(config, renewed.access_token, client.skipSubjectCheck))['name'],
    'Ada Lovelace',
  )
  assert.equal((await told(w.ada, { scope: 'openid' })).id['email'], undefined)
})

test('amr and acr say how somebody signed in, acr in the words that were asked for', async () => {
  const { w, application, config, by } = await scene()
  const rows: [SignInMethod, Record<string, string>, string, string[]][] = [
    ['password', {}, '1', ['pwd']],
    ['authenticator', {}, '2', ['otp', 'mfa']],
    ['passkey', {}, 'phr', ['pop', 'user', 'mfa']],
    ['passkey', { acr_values: 'mfa 1' }, 'mfa', ['pop', 'user', 'mfa']],
    [
      'authenticator',
      { acr_values: 'phr https://refeds.org/profile/mfa' },
      'https://refeds.org/profile/mfa',
      ['otp', 'mfa'],
    ],
    ['password', { acr_values: 'phr mfa' }, '1', ['pwd']],
    ['password', { acr_values: 'unheard of' }, '1', ['pwd']],
    [
      'authenticator',
      { claims: JSON.stringify({ id_token: { acr: { essential: true, values: ['2'] } } }) },
      '2',
      ['otp', 'mfa'],
    ],
  ]
  for (const [method, more, acr, amr] of rows)
    for (const silent of [{}, { prompt: 'none' }]) {
      const { browser } = await by(w.ada, method)
      const tokens = await (
        await signOn(config, browser, application, { ...more, ...silent })
      ).exchange()
      assert.deepEqual(
        [tokens.claims()?.['acr'], tokens.claims()?.['amr']],
        [acr, amr],
        JSON.stringify([method, more, silent]),
      )
      const next = await client.refreshTokenGrant(config, String(tokens.refresh_token))
      assert.deepEqual(decodeJwt(String(next.id_token))['amr'], amr)
    }
})

test('who can show more is asked to where an application wishes or insists; who cannot is told so only where it insists', async () => {
  const { w, application, config, by } = await scene()
  const insists = {
    claims: JSON.stringify({ id_token: { acr: { essential: true, value: 'mfa' } } }),
  }
  const wishes = { acr_values: 'mfa' }
  const cannot = await by(w.ada, 'password')
  const refused = (await askToSignOn(config, cannot.browser, application, insists)).end
  assert.equal(refused.status, 403)
  assert.match(refused.page ?? '', /asks for a stronger sign-in than you have/)
  assert.match(refused.page ?? '', /Use another account/)
  assert.ok(
    (await signOn(config, cannot.browser, application, wishes)).url.searchParams.get('code'),
  )

  await sql`insert into authenticators (tenant_id, user_id, sealed_secret, created_at, confirmed_at)
    values (${w.contoso.id}, ${w.ada.userId}, ${Buffer.from('x')}, ${w.now()}, ${w.now()})`.execute(
    w.db,
  )
  for (const more of [insists, wishes]) {
    const { browser, anew } = await by(w.ada, 'password')
    const { end, take } = await askToSignOn(config, browser, application, more)
    assert.equal(end.url.pathname, '/sign-in', JSON.stringify(more))
    const back = end.url.searchParams.get('return') ?? ''
    await anew('authenticator')
    assert.equal((await take((await browser.open(back)).url)).claims()?.['acr'], 'mfa')
    const stubborn = await by(w.ada, 'password')
    const again = await askToSignOn(config, stubborn.browser, application, more)
    await stubborn.anew('emailCode')
    const went = await stubborn.browser.open(again.end.url.searchParams.get('return') ?? '')
    assert.equal(
      went.status === 403,
      more === insists,
      'shown less: refused where it insists, let in where it wishes',
    )
  }
  const none = await by(w.ada, 'password')
  const silent = await signOn(config, none.browser, application, { ...insists, prompt: 'none' })
  assert.equal(silent.url.searchParams.get('error'), 'login_required')
})

test('discovery tells the claims and the values of acr', async () => {
  const { w } = await scene()
  const found = await json(
    await w.app.request(`${w.publicUrl}/${w.fabrikam.id}/v2.0/.well-known/openid-configuration`),
  )
  for (const claim of ['upn', 'amr', 'acr', 'auth_time', 'email_verified'])
    assert.ok(found['claims_supported'].includes(claim), claim)
  assert.ok(found['acr_values_supported'].includes('phr'))
  assert.equal(found['claims_parameter_supported'], true)
})
