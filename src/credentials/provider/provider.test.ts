import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browserOf, tokenIn } from '../../../test/in-process-browser.ts'
import { browsing } from '../../../test/browser/browsing.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { openIdProvider, strangeKey } from '../../../test/peers/openid-provider.ts'
import { mailsTo } from '../../../test/mails.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'
import { addressOf } from '../../kernel/address.ts'
import { newId, type PersonId } from '../../kernel/ids.ts'
import { minuteMs, secondMs } from '../../kernel/time.ts'
import { serverApp } from '../../server/server.ts'
import { firstRow, rows } from '../../store/database.ts'
import { sql } from 'kysely'
import { createGuest } from '../../directory/users/create.ts'
import { setPassword } from '../password/set.ts'

type Their = Awaited<ReturnType<typeof openIdProvider>>
let theirs: Their
let other: Their
before(async () => {
  theirs = await openIdProvider('http://guesthouse.test/sign-in/provider/callback')
  other = await openIdProvider('http://guesthouse.test/sign-in/provider/callback')
})
after(async () => {
  await theirs.stop()
  await other.stop()
})

const stage = async () => {
  const w = await world()
  const app = serverApp({ ...w.services, allowPrivateProviders: true, savesIssuersUnasked: false })
  Object.assign(theirs.state, {
    tamper: undefined,
    tamperMetadata: undefined,
    hangs: false,
    account: `subject-${newId()}`,
  })
  theirs.state.claims = {
    email: 'somebody@elsewhere.example',
    email_verified: true,
    name: 'Somebody',
  }
  const browse = () => browsing(app, w.publicUrl)
  /** A request of an administrator, to a product that allows providers at loopback. */
  const call = async (
    person: Person,
    at: Organization,
    method: string,
    path: string,
    body?: object,
  ) => {
    const { openSession } = await import('../../people/open-session.ts')
    const { token } = await openSession(
      w.db,
      person.personId,
      { address: null, userAgent: 'test' },
      w.now(),
    )
    const browser = browserOf({ app, publicUrl: w.publicUrl })
    browser.signIn(token)
    const access = await tokenIn({ app, publicUrl: w.publicUrl }, browser, at.id)
    const headers: Record<string, string> =
      access === undefined ? {} : { authorization: `Bearer ${access.text}` }
    if (body !== undefined) headers['content-type'] = 'application/json'
    return app.request(`${w.publicUrl}/v1.0${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }
  const name = async (
    person: Person,
    at: Organization,
    domains: string[] | null,
    from: Their = theirs,
  ): Promise<string> => {
    const { issuer, clientId, clientSecret } = from
    const body = { displayName: `Login of ${at.name}`, issuer, clientId, clientSecret, domains }
    return String(
      (await json(await call(person, at, 'POST', '/identity/identityProviders', body), 201))['id'],
    )
  }
  /**
   * Contoso's people have their home at the provider; Ada is tied to the account that signs in
   * there now.
   */
  const home = async () => {
    const id = await name(w.carol, w.contoso, [w.contoso.domain])
    const identity = { issuer: theirs.issuer, issuerAssignedId: theirs.state.account }
    await json(
      await call(
        w.carol,
        w.contoso,
        'POST',
        `/users/${w.ada.userId}/guesthouse.identities`,
        identity,
      ),
      201,
    )
    return id
  }
  const enter = (someone: ReturnType<typeof browse>, id: string, to = '/account/me') =>
    someone.go(`/sign-in/provider?provider=${id}&return=${encodeURIComponent(to)}`)
  return { w, app, browse, call, name, home, enter }
}
type Stage = Awaited<ReturnType<typeof stage>>

/** A person without a home who is known at the provider, a guest of Fabrikam. */
const guestThere = async ({ w }: Stage, subject: string): Promise<PersonId> => {
  const personId = newId<PersonId>()
  await sql`insert into persons (id, created_at) values (${personId}, ${w.now()})`.execute(w.db)
  await sql`insert into identities (issuer, subject, person_id, created_at) values (${theirs.issuer}, ${subject}, ${personId}, ${w.now()})`.execute(
    w.db,
  )
  const user = {
    personId,
    displayName: 'Gast',
    userPrincipalName: `gast.${newId()}#EXT#@${w.fabrikam.domain}`,
    mail: addressOf('victim@elsewhere.example'),
  }
  assert.equal((await createGuest(w.db, w.fabrikam.id, user, w.operator())).outcome, 'created')
  return personId
}

test('a member whose home is elsewhere signs in there, found by address or domain, and it is recorded', async () => {
  const s = await stage()
  const { w } = s
  await s.home()
  for (const name of [w.ada.upn, w.contoso.domain.toUpperCase()]) {
    const ada = s.browse()
    const page = await ada.go(
      `/sign-in/provider?name=${encodeURIComponent(name)}&return=/account/me`,
    )
    assert.equal(page.status, 200, page.text)
    assert.equal(await ada.whoAmI(), w.ada.personId)
  }
  const form = await s.browse().submit('/sign-in/provider?return=/account/me', { name: w.ada.upn })
  assert.equal(form.status, 200)
  assert.match(
    form.headers.get('refresh') ?? '',
    /^0; url=\/sign-in\/provider\?provider=/,
    'a form leads to a page of ours, which goes on',
  )
  const event = await firstRow(
    w.db,
    sql<{
      method: string
    }>`select details->>'method' as method from events where tenant_id = ${w.contoso.id} and target_id = ${w.ada.userId} and activity = 'user.signedIn' limit 1`,
  )
  assert.equal(event?.method, 'provider')
})

test('nOAuth: somebody else’s address, verified or not, is nobody here; only issuer and subject say who one is', async () => {
  const s = await stage()
  const { w } = s
  const id = await s.home()
  const guests = await s.name(w.frank, w.fabrikam, null)
  await guestThere(s, 'the subject of the victim')
  for (const verified of [true, false, 'true', undefined])
    for (const email of [w.ada.upn, w.carol.upn, 'victim@elsewhere.example'])
      for (const provider of [id, guests]) {
        theirs.state.account = `stranger-${newId()}`
        theirs.state.claims = {
          email,
          email_verified: verified,
          sub2: w.ada.userId,
          preferred_username: w.ada.upn,
          upn: w.ada.upn,
          oid: w.ada.userId,
        }
        const mallory = s.browse()
        const page = await s.enter(mallory, provider)
        assert.equal(page.status, 403)
        assert.match(page.text, /No account is known for you here/)
        assert.equal(await mallory.whoAmI(), undefined)
      }
})

test('an identity of nobody is remembered for an invitation; its address counts when it is verified, and for those who trust the provider', async () => {
  const s = await stage()
  const { w } = s
  const guests = await s.name(w.frank, w.fabrikam, null)
  const address = `gast-${newId()}@elsewhere.example`
  const invite = async (person: Person, at: Organization) =>
    new URL(
      String(
        (
          await json(
            await s.call(person, at, 'POST', '/invitations', {
              invitedUserEmailAddress: address,
              inviteRedirectUrl: 'https://x.example/',
            }),
            201,
          )
        )['inviteRedeemUrl'],
      ),
    ).pathname
  const [here, there] = [await invite(w.frank, w.fabrikam), await invite(w.nora, w.northwind)]
  for (const claims of [
    { email: address, email_verified: false },
    { email: address },
    { email: `x${address}`, email_verified: true },
  ]) {
    theirs.state.claims = claims
    assert.match(
      (await s.enter(s.browse(), guests, here)).text,
      /show first that/,
      JSON.stringify(claims),
    )
  }
  theirs.state.claims = {
    email: address.toUpperCase(),
    email_verified: true,
    name: 'Greta <b>Gast</b>',
  }
  const gast = s.browse()
  assert.match(
    (await s.enter(gast, guests, there)).text,
    /show first that/,
    'Northwind has not named this provider',
  )
  assert.match((await s.enter(gast, guests, here)).text, /Review permissions/)
  const proof = gast.jar.get('guesthouse_proved') ?? ''
  await s.call(w.frank, w.fabrikam, 'PATCH', `/identity/identityProviders/${guests}`, {
    isEnabled: false,
  })
  assert.match(
    (await gast.go(here)).text,
    /show first that/,
    'not any more, once the provider has lost its trust',
  )
  await s.call(w.frank, w.fabrikam, 'PATCH', `/identity/identityProviders/${guests}`, {
    isEnabled: true,
  })
  gast.jar.set('guesthouse_proved', proof)
  assert.match((await gast.submit(here, {})).text, /You are a guest of Fabrikam now/)
  const again = s.browse()
  await s.enter(again, guests)
  assert.equal(await again.whoAmI(), await gast.whoAmI())
})

test('K1, faults 05: a provider may spell an address as it likes; the invitation to another spelling of it opens', async () => {
  const s = await stage()
  const guests = await s.name(s.w.frank, s.w.fabrikam, null)
  const local = `gast-${newId()}`
  const wish = {
    invitedUserEmailAddress: `${local}@bücher.example`,
    inviteRedirectUrl: 'https://x.example/',
  }
  const made = await json(await s.call(s.w.frank, s.w.fabrikam, 'POST', '/invitations', wish), 201)
  const path = new URL(String(made['inviteRedeemUrl'])).pathname
  for (const email of [
    `${local}@xn--bcher-kva.example`,
    `${local.toUpperCase()}@BU\u0308CHER.example`,
  ]) {
    theirs.state.claims = { email, email_verified: true }
    assert.match((await s.enter(s.browse(), guests, path)).text, /Review permissions/, email)
  }
  theirs.state.claims = { email: `${local}@b\u00FCcher\u200B.example`, email_verified: true }
  assert.match((await s.enter(s.browse(), guests, path)).text, /show first that/)
})

test('faults 81: userinfo is asked whenever the address or its verification is missing, and vouches for no other address', async () => {
  const s = await stage()
  const { w } = s
  const guests = await s.name(w.frank, w.fabrikam, null)
  const address = `gast-${newId()}@elsewhere.example`
  const invitation = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://x.example/' }
  const made = await json(
    await s.call(w.frank, w.fabrikam, 'POST', '/invitations', invitation),
    201,
  )
  const link = new URL(String(made['inviteRedeemUrl'])).pathname
  const opened = async (inToken: Json, inUserinfo: Json): Promise<string> => {
    theirs.state.claims = inUserinfo
    theirs.state.tamper = ({ header, payload }) => {
      const { email: _email, email_verified: _verified, ...rest } = payload
      return { header, payload: { ...rest, ...inToken } }
    }
    return (await s.enter(s.browse(), guests, link)).text
  }
  const proving: [Json, Json][] = [
    [{ email: address }, { email: address, email_verified: true }],
    [{ email: address }, { email_verified: true }],
    [{}, { email: address, email_verified: true }],
    [{ email_verified: true }, { email: address, email_verified: true }],
  ]
  for (const [token, userinfo] of proving)
    assert.match(
      await opened(token, userinfo),
      /Review permissions/,
      JSON.stringify([token, userinfo]),
    )
  const notProving: [Json, Json][] = [
    [{ email: address }, { email: 'mine@elsewhere.example', email_verified: true }],
    [{ email_verified: true }, { email: address }],
    [
      { email: address, email_verified: false },
      { email: address, email_verified: true },
    ],
    [{ email: address }, { email: address }],
  ]
  for (const [token, userinfo] of notProving)
    assert.match(
      await opened(token, userinfo),
      /show first that/,
      JSON.stringify([token, userinfo]),
    )
})

test('who is signed in and goes to their provider is asked there again; who is not goes through as the provider likes', async () => {
  const s = await stage()
  const id = await s.home()
  const asked = async (cookie: string): Promise<string | null> => {
    const response = await s.app.request(`${s.w.publicUrl}/sign-in/provider?provider=${id}`, {
      headers: { cookie },
    })
    return new URL(response.headers.get('location') ?? '').searchParams.get('prompt')
  }
  assert.equal(await asked(''), null)
  const ada = s.browse()
  await s.enter(ada, id)
  assert.equal(
    await asked([...ada.jar].map(([name, value]) => `${name}=${value}`).join('; ')),
    'login',
  )
  const session = ada.jar.get('guesthouse_session')
  assert.equal((await s.enter(ada, id)).status, 200)
  assert.notEqual(ada.jar.get('guesthouse_session'), session, 'renewed')
})

test('a home speaks for its own domains only: its word about another address proves nothing', async () => {
  const s = await stage()
  const { w } = s
  const evil = await s.name(w.nora, w.northwind, [w.northwind.domain])
  const address = `ceo-${newId()}@${w.contoso.domain}`
  const invitation = await json(
    await s.call(w.frank, w.fabrikam, 'POST', '/invitations', {
      invitedUserEmailAddress: address,
      inviteRedirectUrl: 'https://x.example/',
    }),
    201,
  )
  theirs.state.claims = { email: address, email_verified: true }
  const path = new URL(String(invitation['inviteRedeemUrl'])).pathname
  assert.match((await s.enter(s.browse(), evil, path)).text, /show first that/)
})

test('what one organization says about an account at a shared provider counts for its own people alone', async () => {
  const s = await stage()
  const { w } = s
  const victim = theirs.state.account
  const personId = await guestThere(s, victim)
  const own = await s.name(w.nora, w.northwind, [w.northwind.domain])
  const guests = await s.name(w.frank, w.fabrikam, null)
  // Nobody ties themselves.
  const second = await w.member(w.northwind, 'Nils Second')
  await w.grant(second, w.northwind, 'globalAdministrator')
  const tied = await s.call(
    second,
    w.northwind,
    'POST',
    `/users/${w.nora.userId}/guesthouse.identities`,
    {
      issuer: theirs.issuer,
      issuerAssignedId: victim,
    },
  )
  assert.equal(tied.status, 201)
  const gast = s.browse()
  await s.enter(gast, guests)
  assert.equal(await gast.whoAmI(), personId, 'the guest stays who they are')
  const nora = s.browse()
  await s.enter(nora, own)
  assert.equal(await nora.whoAmI(), w.nora.personId)
})

const lies: Record<string, NonNullable<Their['state']['tamper']>> = {
  'another issuer': (token) => ({
    ...token,
    payload: { ...token.payload, iss: 'https://accounts.google.com' },
  }),
  'another audience': (token) => ({
    ...token,
    payload: { ...token.payload, aud: 'somebody else' },
  }),
  'several audiences, made for another': (token) => ({
    ...token,
    payload: { ...token.payload, aud: ['guesthouse', 'x'], azp: 'x' },
  }),
  'another nonce': (token) => ({ ...token, payload: { ...token.payload, nonce: 'x' } }),
  'no nonce': (token) => ({ ...token, payload: { ...token.payload, nonce: undefined } }),
  expired: (token) => ({
    ...token,
    payload: { ...token.payload, iat: 1_600_000_000, exp: 1_600_000_600 },
  }),
  'no expiry': (token) => ({ ...token, payload: { ...token.payload, exp: undefined } }),
  'no subject': (token) => ({ ...token, payload: { ...token.payload, sub: undefined } }),
  'an empty subject': (token) => ({ ...token, payload: { ...token.payload, sub: '' } }),
  'a subject that is no text': (token) => ({
    ...token,
    payload: { ...token.payload, sub: { $ne: null } },
  }),
  'an endless subject': (token) => ({
    ...token,
    payload: { ...token.payload, sub: 'x'.repeat(300) },
  }),
  'a strange key': (token) => ({ ...token, key: strangeKey() }),
  'an unknown key id': (token) => ({
    ...token,
    header: { ...token.header, kid: 'two' },
    key: strangeKey(),
  }),
  'no signature': (token) => ({ ...token, header: { alg: 'none' } }),
  'another algorithm': (token) => ({ ...token, header: { ...token.header, alg: 'HS256' } }),
}

for (const [lie, tamper] of Object.entries(lies))
  test(`an ID token with ${lie} is refused, and nobody is signed in`, async () => {
    const s = await stage()
    const id = await s.home()
    theirs.state.tamper = tamper
    const mallory = s.browse()
    const page = await s.enter(mallory, id)
    assert.equal(page.status, 403)
    assert.match(page.text, /could not be trusted|No account is known/)
    assert.equal(await mallory.whoAmI(), undefined)
    assert.ok(!mallory.jar.has('guesthouse_proved'))
  })

test('the same token, changed in nothing and signed again, is accepted: what refuses the others is what was changed', async () => {
  const s = await stage()
  const id = await s.home()
  theirs.state.tamper = (token) => token
  const ada = s.browse()
  await s.enter(ada, id)
  assert.equal(await ada.whoAmI(), s.w.ada.personId)
})

test('a provider that calls itself by another name, or sends people elsewhere than to a page, is refused', async () => {
  const s = await stage()
  const { w } = s
  const lying = async (change: (metadata: Json) => Json) => {
    const id = await s.name(w.nora, w.northwind, null)
    theirs.state.tamperMetadata = change
    const page = await s.enter(s.browse(), id)
    theirs.state.tamperMetadata = undefined
    return page
  }
  for (const change of [
    (metadata: Json) => ({ ...metadata, issuer: 'https://accounts.google.com' }),
    (metadata: Json) => ({ ...metadata, issuer: `${String(metadata['issuer'])}/` }),
    (metadata: Json) => ({ ...metadata, authorization_endpoint: 'javascript:alert(1)' }),
  ])
    assert.equal((await lying(change)).status, 403)
})

/** Somebody on the way back from the provider: the address they are sent to, not yet followed. */
const onTheWayBack = async (
  s: Stage,
  someone: ReturnType<Stage['browse']>,
  id: string,
): Promise<string> =>
  (
    await someone.go(`/sign-in/provider?provider=${id}&return=/account/me`, {}, (url) =>
      url.includes('/callback'),
    )
  ).url

test('an answer counts in the browser that asked, once, and for a quarter of an hour', async () => {
  const s = await stage()
  const { w } = s
  const id = await s.home()
  const [ada, mallory] = [s.browse(), s.browse()]
  const answer = await onTheWayBack(s, ada, id)
  assert.match(
    (await mallory.go(answer)).text,
    /belongs to no sign-in of this browser/,
    'no flow of theirs',
  )
  await onTheWayBack(s, mallory, id)
  assert.match(
    (await mallory.go(answer)).text,
    /belongs to no sign-in of this browser/,
    'a flow of theirs, with another state',
  )
  assert.equal(await mallory.whoAmI(), undefined)
  const copies = [s.browse(), s.browse()]
  for (const copy of copies) copy.jar.set('guesthouse_flow', ada.jar.get('guesthouse_flow') ?? '')
  await Promise.all(copies.map((copy) => copy.go(answer)))
  const signedIn = await Promise.all(copies.map((copy) => copy.whoAmI()))
  assert.deepEqual(
    signedIn.filter((one) => one !== undefined),
    [w.ada.personId],
  )
  assert.match((await ada.go(answer)).text, /belongs to no sign-in/, 'it is used')
  const late = s.browse()
  const old = await onTheWayBack(s, late, id)
  w.pass(15 * minuteMs)
  assert.match((await late.go(old)).text, /belongs to no sign-in/)
  const swapped = s.browse()
  const mine = await onTheWayBack(s, swapped, id)
  const url = new URL(mine)
  url.searchParams.set('code', new URL(old).searchParams.get('code') ?? '')
  assert.match(
    (await swapped.go(url.href)).text,
    /could not be trusted/,
    'a code of another flow fails at the provider',
  )
  assert.match(
    (await s.browse().go('/sign-in/provider/callback?code=x&state=y')).text,
    /belongs to no sign-in/,
  )
})

test('an answer of one provider cannot be taken for one of another', async () => {
  const s = await stage()
  const { w } = s
  const id = await s.home()
  const evil = await s.name(w.nora, w.northwind, null, other)
  const ada = s.browse()
  const answer = new URL(await onTheWayBack(s, ada, id))
  answer.searchParams.set('iss', other.issuer)
  assert.match((await ada.go(answer.href)).text, /could not be trusted/)
  const mallory = s.browse()
  await onTheWayBack(s, mallory, evil)
  assert.equal(await mallory.whoAmI(), undefined)
})

test('a provider that was disabled or removed is trusted nowhere: not at the start, not for a flow begun before, not for its sessions', async () => {
  for (const end of ['disable', 'remove'] as const) {
    const s = await stage()
    const { w } = s
    const id = await s.home()
    const [open, waiting] = [s.browse(), s.browse()]
    await s.enter(open, id)
    assert.equal(await open.whoAmI(), w.ada.personId)
    const answer = await onTheWayBack(s, waiting, id)
    const path = `/identity/identityProviders/${id}`
    const ended =
      end === 'disable'
        ? await s.call(w.carol, w.contoso, 'PATCH', path, { isEnabled: false })
        : await s.call(w.carol, w.contoso, 'DELETE', path)
    assert.equal(ended.status, 204)
    assert.equal(await open.whoAmI(), undefined, 'sessions that it opened are over')
    assert.match((await waiting.go(answer)).text, /not used here any more/)
    assert.equal(await waiting.whoAmI(), undefined)
    assert.equal((await s.enter(s.browse(), id)).status, 404)
    assert.equal((await s.browse().go(`/sign-in/provider?name=${w.ada.upn}`)).status, 404)
    assert.equal(
      await s
        .browse()
        .go('/sign-in')
        .then(({ status }) => status),
      200,
    )
  }
})

test('R12, R13, R38: a provider that hangs delays nobody else, and who waits for it is told within seconds', async () => {
  const s = await stage()
  const { w } = s
  const id = await s.home()
  await setPassword(
    w.db,
    { tenantId: w.contoso.id, userId: w.bob.userId, password: 'violet harbour sings twice' },
    w.operator(),
  )
  const fresh = await s.name(w.frank, w.fabrikam, null)
  theirs.state.hangs = true
  const waiting = Array.from({ length: 10 }, () => s.enter(s.browse(), fresh))
  const start = performance.now()
  const bob = s.browse()
  await bob.submit('/sign-in', { name: w.bob.upn, password: 'violet harbour sings twice' })
  assert.equal((await bob.go('/account/organizations')).status, 200)
  assert.equal(
    (await bob.go(`/account/organizations/${w.fabrikam.id}/leave`, { method: 'POST' })).status,
    200,
  )
  assert.equal((await w.as(w.ada).leave(w.fabrikam)).status, 200)
  assert.ok(performance.now() - start < 3_000, `${performance.now() - start} ms`)
  for (const page of await Promise.all(waiting)) assert.match(page.text, /does not answer just now/)
  assert.ok(performance.now() - start < 15_000)
  theirs.state.hangs = false
  void id
})

test('U9: a returning guest who types her address is told how she signs in once she has proved it; whoever has not is told nothing', async () => {
  const s = await stage()
  const { w } = s
  const guests = await s.name(w.frank, w.fabrikam, null)
  const address = `gast-${newId()}@elsewhere.example`
  const invitation = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://x.example/' }
  const made = await json(
    await s.call(w.frank, w.fabrikam, 'POST', '/invitations', invitation),
    201,
  )
  const link = new URL(String(made['inviteRedeemUrl'])).pathname
  theirs.state.claims = { email: address, email_verified: true, name: 'Gast' }
  const gast = s.browse()
  await s.enter(gast, guests, link)
  assert.match((await gast.submit(link, {})).text, /You are a guest of Fabrikam now/)
  const shown = async (typed: string) => {
    const page = await s.browse().go(`/sign-in/provider?name=${encodeURIComponent(typed)}`)
    return [
      page.status,
      page.text.replaceAll(typed, '…').replaceAll(encodeURIComponent(typed), '…'),
    ]
  }
  assert.deepEqual(await shown(address), await shown(`nobody-${newId()}@elsewhere.example`))
  assert.match(String((await shown(address))[1]), /Send me a code, and show me how I sign in/)
  const later = s.browse()
  await later.submit('/sign-in/code', { address })
  const [mail] = await mailsTo(w.db, address)
  const code =
    /(\d{4}) (\d{4})/
      .exec(mail?.body ?? '')
      ?.slice(1)
      .join('') ?? ''
  const ways = await later.submit('/sign-in/code/check', { code })
  assert.match(ways.text, new RegExp(`/sign-in/provider\\?provider=${guests}`))
  assert.match(ways.text, /Login of Fabrikam/)
})

test('U9: an issuer that does not answer, is no provider, or writes itself another way is not saved; one that is can be tried', async () => {
  const s = await stage()
  const { w } = s
  const path = '/identity/identityProviders'
  const make = async (issuer: string): Promise<string> =>
    (
      await refusal(
        await s.call(w.carol, w.contoso, 'POST', path, {
          displayName: 'Login',
          issuer,
          clientId: 'guesthouse',
        }),
        400,
      )
    ).message
  assert.match(await make('http://127.0.0.1:1'), /does not answer/)
  theirs.state.tamperMetadata = (metadata) => ({ ...metadata, issuer: `${theirs.issuer}/` })
  assert.match(await make(theirs.issuer), /in another way/)
  theirs.state.tamperMetadata = undefined
  assert.match(await make(`${theirs.issuer}/no/such/place`), /no OpenID provider|in another way/)
  assert.equal((await json(await s.call(w.carol, w.contoso, 'GET', path)))['value'].length, 0)
  const id = await s.name(w.carol, w.contoso, null)
  const tried = async (): Promise<unknown> =>
    (await json(await s.call(w.carol, w.contoso, 'POST', `${path}/${id}/guesthouse.test`)))[
      'outcome'
    ]
  assert.equal(await tried(), 'answers')
  theirs.state.tamperMetadata = (metadata) => ({
    ...metadata,
    issuer: 'https://somebody-else.example',
  })
  assert.equal(await tried(), 'anotherName')
  theirs.state.tamperMetadata = (metadata) => ({ ...metadata, jwks_uri: undefined })
  assert.match(await make(theirs.issuer), /publishes no key/)
  assert.equal(await tried(), 'noKeys')
  theirs.state.tamperMetadata = undefined
  const report = async () =>
    json(await s.call(w.carol, w.contoso, 'POST', `${path}/${id}/guesthouse.test`))
  const found = async () => ((await report())['findings'] as Json[]).map((one) => one['isRight'])
  assert.deepEqual(await found(), [true, true, true, null], 'a sign-in alone shows the rest')
  await s.call(w.carol, w.contoso, 'PATCH', `${path}/${id}`, { clientSecret: 'not the secret' })
  assert.deepEqual(await found(), [true, true, true, false])
  assert.match(String((await report())['message']), /client ID or the client secret is wrong/)
  assert.equal(
    (await s.call(w.frank, w.fabrikam, 'POST', `${path}/${id}/guesthouse.test`)).status,
    404,
  )
})

test('K20: a provider that fails is not asked anew by each stranger, and is after half a minute', async () => {
  const s = await stage()
  const id = await s.name(s.w.frank, s.w.fabrikam, null)
  theirs.state.tamperMetadata = (metadata) => ({
    ...metadata,
    issuer: 'https://somebody-else.example',
  })
  assert.equal((await s.enter(s.browse(), id)).status, 403)
  const asked = theirs.state.requests
  for (let n = 0; n < 5; n++) assert.equal((await s.enter(s.browse(), id)).status, 403)
  assert.equal(theirs.state.requests, asked)
  theirs.state.tamperMetadata = undefined
  s.w.pass(31 * secondMs)
  await s.enter(s.browse(), id)
  assert.ok(theirs.state.requests > asked)
})

test('K20: an answer that proves nothing leaves no row, and is taken only so often from one network', async () => {
  const s = await stage()
  const id = await s.name(s.w.frank, s.w.fabrikam, null)
  const rowsNow = async (): Promise<number> =>
    (await rows(s.w.db, sql`select 1 from provider_answers`)).length
  const before = await rowsNow()
  const start = await s.app.request(`${s.w.publicUrl}/sign-in/provider?provider=${id}`)
  const cookie =
    start.headers
      .getSetCookie()
      .find((one) => one.startsWith('guesthouse_flow='))
      ?.split(';')[0] ?? ''
  const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? ''
  const answer = (address: string) =>
    s.app.request(
      `${s.w.publicUrl}/sign-in/provider/callback?state=${state}&code=made-up&iss=${encodeURIComponent(theirs.issuer)}`,
      { headers: { cookie } },
      { incoming: { socket: { remoteAddress: address } } },
    )
  const statuses: number[] = []
  for (let n = 0; n < 35; n++) statuses.push((await answer('192.0.2.50')).status)
  assert.deepEqual([statuses[0], statuses.at(-1)], [403, 503])
  assert.equal((await answer('192.0.2.51')).status, 403, 'another network')
  assert.equal(await rowsNow(), before)
})

test('providers are named by those who may, with domains of their own; the secret is sealed and never read back', async () => {
  const s = await stage()
  const { w } = s
  const { issuer, clientId, clientSecret } = theirs
  const body = { displayName: 'Login', issuer, clientId, clientSecret }
  const path = '/identity/identityProviders'
  const make = (more: object) => s.call(w.carol, w.contoso, 'POST', path, { ...body, ...more })
  assert.match(
    (await refusal(await make({ domains: [w.fabrikam.domain] }), 400)).message,
    /not a verified domain/,
  )
  assert.match(
    (await refusal(await make({ domains: ['gmail.com'] }), 400)).message,
    /not a verified domain/,
  )
  assert.match(
    (await refusal(await make({ issuer: 'ftp://x.example' }), 400)).message,
    /An issuer is an address/,
  )
  assert.match(
    (await refusal(await make({ issuer: 'https://x.example/?a=b' }), 400)).message,
    /An issuer is an address/,
  )
  assert.equal((await make({ domains: [] })).status, 400)
  const made = await json(await make({ domains: [w.contoso.domain.toUpperCase()] }), 201)
  assert.match((await refusal(await make({ domains: [w.contoso.domain] }), 400)).message, /already/)
  const one = `${path}/${String(made['id'])}`
  const read = await (await s.call(w.carol, w.contoso, 'GET', path)).text()
  assert.ok(!read.includes(clientSecret) && read.includes('"hasClientSecret":true'))
  const stored = await rows(
    w.db,
    sql<{
      row: string
    }>`select encode(client_secret, 'escape') as row from identity_providers where id = ${String(made['id'])}`,
  )
  assert.ok(!stored[0]?.row.includes(clientSecret))
  assert.match(
    (await refusal(await s.call(w.carol, w.contoso, 'PATCH', one, { issuer: other.issuer }), 400))
      .message,
    /read-only/,
  )
  assert.match(
    (await refusal(await s.call(w.carol, w.contoso, 'PATCH', one, { domains: null }), 400)).message,
    /stays what it was named for/,
  )
  assert.equal(
    (await s.call(w.carol, w.contoso, 'PATCH', one, { displayName: 'Other', clientSecret: null }))
      .status,
    204,
  )
  assert.equal((await json(await s.call(w.carol, w.contoso, 'GET', one)))['hasClientSecret'], false)
  assert.equal((await s.call(w.frank, w.fabrikam, 'GET', one)).status, 404)
  assert.equal((await s.call(w.frank, w.fabrikam, 'DELETE', one)).status, 404)
  assert.equal((await s.call(w.carol, w.contoso, 'DELETE', one)).status, 204)
  const names = (
    await rows(
      w.db,
      sql<{
        activity: string
      }>`select activity from events where tenant_id = ${w.contoso.id} and activity like 'identityProvider.%' order by id`,
    )
  ).map(({ activity }) => activity)
  assert.deepEqual(names, [
    'identityProvider.added',
    'identityProvider.updated',
    'identityProvider.removed',
  ])
  const strict = w.as(w.carol, w.contoso)
  for (const bad of [
    'http://login.contoso.example',
    'https://127.0.0.1',
    'https://10.1.2.3',
    'https://[::1]',
    'https://localhost',
    'https://metadata.internal',
  ])
    assert.equal((await strict.post(`/v1.0${path}`, { ...body, issuer: bad })).status, 400, bad)
})

test('R49, R91: an account elsewhere is one user’s; who may not touch a user may not tie them to one; guests are tied at home only', async () => {
  const s = await stage()
  const { w } = s
  await s.home()
  const tie = (person: Person, at: Organization, userId: string, more: object = {}) =>
    s.call(person, at, 'POST', `/users/${userId}/guesthouse.identities`, {
      issuer: theirs.issuer,
      issuerAssignedId: newId(),
      ...more,
    })
  await w.grant(w.bob, w.contoso, 'userAdministrator')
  assert.equal(
    (await tie(w.bob, w.contoso, w.carol.userId)).status,
    403,
    'a User Administrator and the Global Administrator',
  )
  const other = await w.member(w.contoso, 'Otto Kern')
  assert.equal((await tie(w.bob, w.contoso, other.userId)).status, 201)
  assert.equal((await refusal(await tie(w.bob, w.contoso, w.bob.userId), 400)).code, 'yourself')
  assert.match(
    (
      await refusal(
        await tie(w.bob, w.contoso, w.ada.userId, { issuerAssignedId: theirs.state.account }),
        400,
      )
    ).message,
    /already exists/,
  )
  assert.match(
    (
      await refusal(
        await tie(w.bob, w.contoso, w.ada.userId, { issuer: 'https://other.example' }),
        400,
      )
    ).message,
    /No enabled provider/,
  )
  await s.name(w.frank, w.fabrikam, [w.fabrikam.domain])
  assert.match(
    (await refusal(await tie(w.frank, w.fabrikam, w.userOf(w.ada, w.fabrikam)), 400)).message,
    /another home/,
  )
  const listed = await json(
    await s.call(w.bob, w.contoso, 'GET', `/users/${w.ada.userId}/guesthouse.identities`),
  )
  const [identity] = listed['value']
  assert.deepEqual(
    [identity?.['issuer'], identity?.['issuerAssignedId']],
    [theirs.issuer, theirs.state.account],
  )
  assert.deepEqual(
    (
      await json(
        await s.call(
          w.frank,
          w.fabrikam,
          'GET',
          `/users/${w.userOf(w.ada, w.fabrikam)}/guesthouse.identities`,
        ),
      )
    )['value'],
    [],
  )
  const mails = (await mailsTo(w.db, w.ada.upn)).filter(({ subject }) =>
    subject.startsWith('A new way'),
  )
  assert.equal(mails.length, 1, 'the member is told')
  const path = `/users/${w.ada.userId}/guesthouse.identities/${String(identity?.['id'])}`
  assert.equal((await s.call(w.bob, w.contoso, 'DELETE', path)).status, 204)
  assert.equal((await s.call(w.bob, w.contoso, 'DELETE', path)).status, 404)
})

test('names of providers are text in every page', async () => {
  const s = await stage()
  const { w } = s
  const { issuer, clientId } = theirs
  const displayName = `<script>alert(1)</script> & "Login"`
  await json(
    await s.call(w.frank, w.fabrikam, 'POST', '/identity/identityProviders', {
      displayName,
      issuer,
      clientId,
    }),
    201,
  )
  const page = await s.browse().go(`/sign-in/provider?name=${w.fabrikam.domain}`)
  assert.ok(page.text.includes('&lt;script&gt;') && !page.text.includes('<script'))
  assert.ok(
    !(
      await s.browse().go(`/sign-in/provider?name=${encodeURIComponent(displayName)}`)
    ).text.includes('<script'),
  )
})
