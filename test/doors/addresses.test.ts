/**
 * Every door that an address or a name comes through, with every spelling of one: one key, or one
 * refusal (K1, K2, R88, R92).
 */
import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addressOf } from '../../src/kernel/address.ts'
import { nameKey } from '../../src/kernel/principal-name.ts'
import { newId } from '../../src/kernel/ids.ts'
import { listMails } from '../mails.ts'
import { rows } from '../../src/store/database.ts'
import { sql } from 'kysely'
import { fillKeys } from '../../src/store/keys-of-names.ts'
import { browsing } from '../browser/browsing.ts'
import { guesthouse } from '../machines/command-line.ts'
import { json, refusal, type Json } from '../json.ts'
import { world } from '../world.ts'

type World = Awaited<ReturnType<typeof world>>
type Client = ReturnType<World['as']>

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-addresses-'))
after(() => rmSync(folder, { recursive: true, force: true }))
let serial = 0
const file = (name: string, text = ''): string => {
  const path = join(folder, `${serial++}-${name}`)
  writeFileSync(path, text)
  return path
}

/** One mailbox in all its spellings, and its key. */
const mailbox = () => {
  const local = `mia.${newId()}`.toLowerCase()
  const spellings = [
    `${local}@bücher.example`,
    `${local.toUpperCase()}@BÜCHER.example`,
    `${local}@xn--bcher-kva.example`,
    `${local}@bu\u0308cher.example`,
    ` ${local}@bücher。example`,
  ]
  return { key: `${local}@xn--bcher-kva.example`, spellings }
}
const bad = [
  'zw\u200Bsp@x.example',
  '\u200Bzwsp@x.example',
  'zwsp@x\u200B.example',
  'a\u202Eda@x.example',
  'double..dot@x.example',
  `ada@${'x'.repeat(64)}.example`,
  'ada@bad-.example',
  'ada@192.0.2.1',
  'ada@[192.0.2.1]',
  'lone\uD800@x.example',
  'ada@team_x.partner.example',
  'ada@nodot',
  'a b@x.example',
]

const inviting = (client: Client, address: string, more: object = {}) =>
  client.post('/v1.0/invitations', {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://fabrikam.example/',
    ...more,
  })
const invitedId = async (client: Client, address: string): Promise<string> =>
  String((await json(await inviting(client, address), 201))['invitedUser'].id)

test('R88, faults 01: an apostrophe in the mailbox is invited, found by a filter, and written to', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = `mary.o'kane-${newId()}@outside.example`
  const id = await invitedId(frank, address)
  const user: Json = await json(await frank.get(`/v1.0/users/${id}?$select=*`))
  assert.equal(user['mail'], address)
  assert.equal(user['userPrincipalName'], `${address.replace('@', '_')}#EXT#@${w.fabrikam.domain}`)
  const quotedMail = encodeURIComponent(address.replaceAll("'", "''"))
  assert.equal(
    (await json(await frank.get(`/v1.0/users?$filter=mail eq '${quotedMail}'`)))['value'][0].id,
    id,
  )
  assert.equal(
    (
      await json(
        await frank.get(`/v1.0/users/${encodeURIComponent(user['userPrincipalName'])}?$select=*`),
      )
    )['id'],
    id,
  )
})

test('K1, faults 05: each door finds the one guest of a mailbox in every spelling', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { key, spellings } = mailbox()
  const id = await invitedId(frank, spellings[0] ?? '')
  for (const spelling of spellings) assert.equal(await invitedId(frank, spelling), id, spelling)
  for (const spelling of spellings)
    assert.match(
      (
        await guesthouse([
          'invite',
          '--organization',
          w.fabrikam.domain,
          '--email',
          spelling,
          '--json',
        ])
      ).out,
      new RegExp(id),
    )
  const results = file('results.csv')
  const from = file('guests.csv', `email\n${spellings.join('\n')}\n`)
  assert.equal(
    (
      await guesthouse([
        'invite',
        '--organization',
        w.fabrikam.domain,
        '--from',
        from,
        '--results',
        results,
      ])
    ).code,
    0,
  )
  assert.equal(readFileSync(results, 'utf8').split(id).length - 1, spellings.length)
  for (const spelling of spellings)
    assert.equal(
      (
        await json(
          await frank.get(`/v1.0/users?$filter=mail eq '${encodeURIComponent(spelling.trim())}'`),
        )
      )['value'][0]?.id,
      id,
      spelling,
    )
  const keys = await rows(
    w.db,
    sql<{
      key: string
    }>`select address_key as key from invitations where tenant_id = ${w.fabrikam.id}`,
  )
  assert.deepEqual(keys, [{ key }])
})

test('K1: each door refuses what is no address, with the same words', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const fiona = `/v1.0/users/${w.fiona.userId}`
  for (const address of bad) {
    const words = (await refusal(await inviting(frank, address), 400)).message
    const why = /that can be invited: (.*)\.$/.exec(words)?.[1] ?? 'no reason'
    const said = async (response: Response) =>
      assert.ok(
        (await refusal(response, 400)).message.includes(why),
        `${JSON.stringify(address)}: ${why}`,
      )
    await said(await frank.patch(fiona, { mail: address }))
    await said(await frank.patch(fiona, { otherMails: ['fine@x.example', address] }))
    await said(await frank.patch(fiona, { proxyAddresses: [`SMTP:${address}`] }))
    const upn = `n${newId()}@${w.fabrikam.domain}`
    await said(
      await frank.post('/v1.0/users', {
        displayName: 'New',
        userPrincipalName: upn,
        mail: address,
      }),
    )
    await said(
      await inviting(frank, 'fine@x.example', {
        invitedUserMessageInfo: { ccRecipients: [{ emailAddress: { address } }] },
      }),
    )
    await said(
      await frank.patch(`/v1.0/organization/${w.fabrikam.id}`, {
        privacyProfile: { contactEmail: address },
      }),
    )
    const at = ['--organization', w.fabrikam.domain]
    assert.ok((await guesthouse(['invite', ...at, '--email', address])).err.includes(why), address)
    assert.ok(
      (await guesthouse(['user', 'create', ...at, '--name', 'X', '--guest', address])).err.includes(
        why,
      ),
      address,
    )
    const page = await browsing(w.app, w.publicUrl).submit('/sign-in/code', { address })
    assert.equal(page.status, 400, address)
  }
  const list = {
    value: bad.map((mail, n) => ({
      displayName: 'X',
      userPrincipalName: `x${n}@${w.fabrikam.domain}`,
      mail,
      accountEnabled: true,
    })),
  }
  const [users, results] = [file('users.json', JSON.stringify(list)), file('results.json')]
  assert.equal(
    (
      await guesthouse([
        'import',
        '--organization',
        w.fabrikam.domain,
        '--users',
        users,
        '--results',
        results,
      ])
    ).code,
    3,
  )
  assert.equal(JSON.parse(readFileSync(results, 'utf8')).failed.length, bad.length)
})

test('K1, faults 07: a mailbox proved in one spelling opens the link that was sent to another', async () => {
  const w = await world()
  const { key, spellings } = mailbox()
  const [first = '', ...others] = spellings
  const made = await json(await inviting(w.as(w.frank, w.fabrikam), first), 201)
  const path = new URL(String(made['inviteRedeemUrl'])).pathname
  for (const spelling of others) {
    const mia = browsing(w.app, w.publicUrl)
    const to = `?return=${encodeURIComponent(path)}`
    const asked = await mia.submit(`/sign-in/code${to}`, { address: spelling })
    assert.equal(asked.status, 200, spelling)
    const mail = (await listMails(w.db, 1_000)).find(
      ({ recipient, subject }) => nameKey(recipient) === key && /code/i.test(subject),
    )
    const code = /\d{4} \d{4}/.exec(mail?.body ?? '')?.[0] ?? ''
    const review = await mia.submit(`/sign-in/code/check${to}`, { code })
    assert.match(review.text, /Review permissions/, spelling)
    await sql`delete from mails`.execute(w.db)
    await sql`delete from sign_in_throttles`.execute(w.db)
  }
  const form = await browsing(w.app, w.publicUrl).go('/sign-in/code')
  assert.match(form.text, /<input[^>]*name="address"/)
  assert.doesNotMatch(form.text, /type="email"/, 'Chromium would rewrite the domain')
})

test('K1: no field of a form is one that Chromium rewrites', () => {
  const found = globSync('{src,web}/**/*.{ts,tsx}').filter(
    (path) =>
      !path.endsWith('.test.ts') && /type[=:] ?['"]email['"]/.test(readFileSync(path, 'utf8')),
  )
  assert.deepEqual(found, [])
})

test('K1, faults 10: the name of a guest is no address: two that would be one get two guests', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const tail = `${newId()}.partner.example`
  const first = await invitedId(frank, `ann_team@${tail}`)
  await refusal(await inviting(frank, `ann@team_${tail}`), 400)
  // The first guest's address is corrected; somebody else has the old one now.
  assert.equal(
    (await frank.patch(`/v1.0/users/${first}`, { mail: `ann@elsewhere-${tail}`, otherMails: [] }))
      .status,
    204,
  )
  await sql`delete from invitations where user_id = ${first}`.execute(w.db)
  const second = await invitedId(frank, `ann_team@${tail}`)
  assert.notEqual(second, first)
  const names = await Promise.all(
    [first, second].map(
      async (id) =>
        (await json(await frank.get(`/v1.0/users/${id}?$select=*`)))['userPrincipalName'],
    ),
  )
  assert.deepEqual(names, [
    `ann_team_${tail}#EXT#@${w.fabrikam.domain}`,
    `ann_team_${tail}_2#EXT#@${w.fabrikam.domain}`,
  ])
})

test('R92, faults 73: a guest is found by an address among others, by a proxy address and by the invitation', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { spellings } = mailbox()
  const users = file(
    'users.json',
    JSON.stringify({
      value: [
        {
          displayName: 'G',
          userPrincipalName: `g${newId()}#EXT#@${w.fabrikam.domain}`,
          userType: 'Guest',
          externalUserState: 'PendingAcceptance',
          accountEnabled: true,
          otherMails: [spellings[2]],
        },
      ],
    }),
  )
  assert.equal(
    (
      await guesthouse([
        'import',
        '--organization',
        w.fabrikam.domain,
        '--users',
        users,
        '--results',
        file('r.json'),
      ])
    ).code,
    0,
  )
  const [guest] = await rows(
    w.db,
    sql<{
      id: string
    }>`select id from live_users where tenant_id = ${w.fabrikam.id} and display_name = 'G'`,
  )
  assert.equal(await invitedId(frank, spellings[1] ?? ''), guest?.id)
  const other = mailbox()
  assert.equal(
    (
      await frank.patch(`/v1.0/users/${guest?.id}`, {
        proxyAddresses: [`SMTP:${other.spellings[0]}`],
      })
    ).status,
    204,
  )
  assert.equal(await invitedId(frank, other.spellings[3] ?? ''), guest?.id)
})

test('K1, faults 55: an address that somebody has, as mail or proxy address and in whatever spelling, is nobody else’s', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [proxy, mail] = [mailbox(), mailbox()]
  assert.equal(
    (
      await frank.patch(`/v1.0/users/${w.fiona.userId}`, {
        mail: mail.spellings[0],
        proxyAddresses: [`SMTP:${proxy.spellings[0]}`],
      })
    ).status,
    204,
  )
  const ada = `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`
  for (const spelling of [...proxy.spellings, ...mail.spellings]) {
    const refused: Json = await json(await frank.patch(ada, { mail: spelling }), 400)
    assert.deepEqual(
      [refused['error'].details[0].code, refused['error'].details[0].target],
      ['ObjectConflict', 'mail'],
      spelling,
    )
    const proxied: Json = await json(
      await frank.patch(ada, { proxyAddresses: [`smtp:${spelling.trim()}`] }),
      400,
    )
    assert.equal(proxied['error'].details[0].target, 'proxyAddresses')
    const user = {
      displayName: 'New',
      userPrincipalName: `n${newId()}@${w.fabrikam.domain}`,
      mail: spelling,
    }
    assert.equal(
      (await json(await frank.post('/v1.0/users', user), 400))['error'].details[0].code,
      'ObjectConflict',
    )
  }
})

test('K1: a blocked domain is blocked in every spelling, for its subdomains too', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const listed of ['bücher.example', 'BÜCHER.example', 'xn--bcher-kva.example']) {
    const policy = { 'guesthouse.domainRule': 'block', 'guesthouse.domains': [listed] }
    assert.equal((await frank.patch('/v1.0/policies/authorizationPolicy', policy)).status, 204)
    for (const address of ['a@bücher.example', 'a@XN--BCHER-KVA.example', 'a@shop.bücher.example'])
      assert.equal((await refusal(await inviting(frank, address), 403)).code, 'domainNotAllowed')
  }
})

test('K2, faults 75: names are one in every case and composition, also when they are imported twice', async () => {
  const w = await world()
  const locals = ['İSTANBUL', 'ΣΙΣΥΦΟΣ', 'MÜLLER', 'ẞtraße']
  const members = locals.map((local) => ({ userPrincipalName: `${local}@${w.fabrikam.domain}` }))
  const users = file(
    'users.json',
    JSON.stringify({
      value: members.map((member) => ({ displayName: 'U', accountEnabled: true, ...member })),
    }),
  )
  const groups = file('groups.json', JSON.stringify({ value: [{ displayName: 'G', members }] }))
  const run = () =>
    guesthouse([
      'import',
      '--organization',
      w.fabrikam.domain,
      '--users',
      users,
      '--groups',
      groups,
      '--results',
      file('r.json'),
      '--json',
    ])
  assert.match((await run()).out, /"memberships": 4/)
  const again = await run()
  assert.equal(again.code, 0, again.out)
  assert.match(again.out, /"failed": 0/)
  const frank = w.as(w.frank, w.fabrikam)
  for (const [n, written] of ['İstanbul', 'σισυφοσ', 'mu\u0308ller', 'ßTRAße'].entries()) {
    const upn = `${written}@${w.fabrikam.domain.toUpperCase()}`
    assert.equal((await frank.get(`/v1.0/users/${encodeURIComponent(upn)}`)).status, 200, upn)
    assert.equal(
      (
        await json(
          await frank.post('/v1.0/users', { displayName: 'X', userPrincipalName: upn }),
          400,
        )
      )['error'].details[0].code,
      'ObjectConflict',
      locals[n],
    )
  }
})

test('K2: no statement folds names or addresses by the locale of the database, and no index does', async () => {
  const w = await world()
  const code = globSync('src/**/*.ts').filter(
    (path) =>
      !path.endsWith('.test.ts') &&
      /(?<![\w.])(lower|upper|initcap)\(/.test(
        readFileSync(path, 'utf8')
          .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
          // The root locale is the same on every server.
          .replaceAll(/lower\((?:normalize\([^)]+\)|\S+) collate "und-x-icu"\)/g, ''),
      ),
  )
  assert.deepEqual(code, [])
  const defined = await rows(
    w.db,
    sql<{ what: string }>`
      select indexdef as what from pg_indexes where schemaname = 'public'
      union all select pg_get_constraintdef(c.oid) from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = 'public'
      union all select definition from pg_views where schemaname = 'public'`,
  )
  assert.ok(defined.length > 50)
  const inRoot = /\blower\(\(\w+ COLLATE "und-x-icu"\)\)/g
  assert.deepEqual(
    defined.filter(({ what }) => /\b(lower|upper|initcap)\(/i.test(what.replaceAll(inRoot, ''))),
    [],
  )
})

test('K2: rows from before keys were kept get theirs by the step of the migration', async () => {
  const w = await world()
  const id = w.fiona.userId
  await w.db.transaction().execute(async (tx) => {
    await sql`alter table users alter column name_key drop not null`.execute(tx)
    await sql`update users set name_key = null, mail_key = null, mail = 'Zoë@bücher.example', other_mails = array['ÄB@x.example'], other_mail_keys = '{}',
      proxy_addresses = array['smtp:zoë@bücher.example'], user_principal_name = ${`FIONÄ@${w.fabrikam.domain}`} where id = ${id}`.execute(
      tx,
    )
    await fillKeys(tx)
    await sql`alter table users alter column name_key set not null`.execute(tx)
  })
  const [row] = await rows(
    w.db,
    sql<Json>`select name_key as name, mail_key as mail, other_mail_keys as others, proxy_addresses as proxies from live_users where id = ${id}`,
  )
  assert.deepEqual(row, {
    name: `fionä@${w.fabrikam.domain}`,
    mail: addressOf('zoë@bücher.example').key,
    others: ['äb@x.example'],
    proxies: ['smtp:zoë@xn--bcher-kva.example'],
  })
})

test('K2: of two rows from before whose names turn out to be one, the older keeps it, and the other keeps its id', async () => {
  const w = await world()
  const [command = ''] = readFileSync('migrations/0039_one_user_per_key.sql', 'utf8')
    .replaceAll(/--.*$/gm, '')
    .split(';')
  const keys = await w.db
    .transaction()
    .execute(async (tx) => {
      await sql`drop index one_live_user_per_name`.execute(tx)
      await sql`update users set name_key = 'one@x.example' where tenant_id = ${w.fabrikam.id}`.execute(
        tx,
      )
      await sql.raw(command).execute(tx)
      const found = await rows(
        tx,
        sql<Json>`select id, name_key as key from live_users where tenant_id = ${w.fabrikam.id} order by created_at, id`,
      )
      throw Object.assign(new Error('undone'), { found })
    })
    .catch((error: Error & { found?: Json[] }) => error.found ?? Promise.reject(error))
  assert.ok(keys.length > 2)
  assert.deepEqual(
    keys.map(({ key }) => key),
    keys.map(({ id }, place) => (place === 0 ? 'one@x.example' : `one@x.example ${id}`)),
  )
})

test('K10, faults 32: what the inviter wrote is marked as theirs in the mail, whatever it uses to end a line', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = `eve-${newId()}@outside.example`
  const customizedMessageBody = 'Hello\rone\r\ntwo\nthree\u2028four\u2029five'
  await json(
    await inviting(frank, address, {
      sendInvitationMessage: true,
      invitedUserMessageInfo: { customizedMessageBody },
    }),
    201,
  )
  const mail = (await listMails(w.db, 1_000)).find(({ recipient }) => recipient === address)
  const lines = (mail?.body ?? '').split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
  for (const word of ['Hello', 'one', 'two', 'three', 'four', 'five'])
    assert.ok(lines.includes(`> ${word}`), word)
  for (const sign of ['\0', '\u0007', '\u001B', '\u0085', '\v', '\f', '\t'])
    await refusal(
      await inviting(frank, address, {
        invitedUserMessageInfo: { customizedMessageBody: `a${sign}b` },
      }),
      400,
    )
})
