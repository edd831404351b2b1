/** Backups by the command, of a store of the cast, and what is restored from them. */
import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { linesOf, newPlace, shownBy, type Place } from '../../../test/backups.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'
import { addSponsor } from '../../directory/links/sponsors.ts'
import { updateUser } from '../../directory/users/update.ts'
import { openSession } from '../../people/open-session.ts'
import { answering, select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { migrate } from '../../store/migrate.ts'
import { readTables } from '../../store/tables/catalog.ts'
import { inSnapshot } from '../../store/tables/read-rows.ts'
import { digestOfTable } from '../../store/tables/table-digest.ts'
import { readingsOf } from './owners.ts'
import { told } from './told.ts'

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-backup-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const keysFile = join(folder, 'backup-keys')

const planted = {
  name: 'Zeldabyte Quimbeck',
  address: 'zeldabyte.quimbeck@',
  principal: 'zeldabyte.quimbeck_',
  title: 'Plantedtitle of bytes',
  network: '198.51.100.213',
  browser: 'Plantedbrowser/77.7',
}
const words = Object.values(planted)
const standing = (text: string): string[] => words.filter((word) => text.includes(word))

/** The cast with traces, and Zelda: at home in Contoso, a guest of Fabrikam. */
const castIn = async (db: Database) => {
  await migrate(db)
  const w = await world('http://guesthouse.test', { db })
  const zelda = await w.member(w.contoso, planted.name)
  await w.guest(zelda, w.fabrikam)
  const at = { tenantId: w.fabrikam.id, userId: w.userOf(zelda, w.fabrikam) }
  const operator = { kind: 'operator' } as const
  // Nobody else answers for Fiona, which is so no more once Zelda is erased.
  await addSponsor(db, { ...at, userId: w.fiona.userId }, at.userId, w.operator())
  await updateUser(db, at, { jobTitle: planted.title }, operator, w.operator())
  const device = { address: planted.network, userAgent: planted.browser }
  await openSession(db, zelda.personId, device, w.now())
  for (const person of [w.ada, w.bob, zelda]) await w.as(person).get('/account/organizations')
  await w.as(w.bob, w.fabrikam).get('/v1.0/me')
  await w.as(w.bob).leave(w.fabrikam)
  const invited = await w.as(w.frank, w.fabrikam).post('/v1.0/invitations', {
    invitedUserEmailAddress: 'eve@outside.example',
    inviteRedirectUrl: 'http://guesthouse.test/',
    sendInvitationMessage: true,
  })
  assert.equal(invited.status, 201)
  return { ...w, zelda }
}

const purge = async ({ command }: Place, person: Person, at: Organization): Promise<void> => {
  const where = ['--organization', at.domain]
  const id = person.users.get(at.id) ?? ''
  assert.equal((await command('user', 'delete', id, ...where)).code, 0)
  const purged = await command('user', 'purge', id, ...where, '--yes')
  assert.deepEqual({ code: purged.code, err: purged.err }, { code: 0, err: '' })
}

/** A digest of each table. */
const digestsOf = (db: Database): Promise<Record<string, string>> =>
  inSnapshot(db, async (tx) => {
    const all: Record<string, string> = {}
    for (const table of await readTables(tx)) all[table.name] = await digestOfTable(tx, table)
    return all
  })

const differing = (one: Record<string, string>, other: Record<string, string>): string[] =>
  Object.keys(one).filter((name) => one[name] !== other[name] && told[name]?.as !== 'leftOut')

/** Records of nobody are those of strangers who began something, and are over in minutes. */
const forgetStrangers = (db: Database) =>
  sql`delete from oidc_records where user_id is null and session_id is null and person_session_id is null`.execute(
    db,
  )

test('R140: what a backup holds of somebody who was erased later is read by nobody, and everybody else comes back as they were', async (t) => {
  const live = await newPlace(t, folder)
  const [file, second] = [join(folder, 'first.backup'), join(folder, 'second.backup')]
  const w = await live.using(async (db) => {
    const cast = await castIn(db)
    await forgetStrangers(db)
    return cast
  })
  const made = await live.command('backup', '--to', file, '--json')
  assert.equal(made.code, 0, made.err)
  assert.equal((JSON.parse(made.out) as { people: number }).people, 12)
  assert.deepEqual(standing(linesOf(file).join('\n')), [], 'nobody stands in it in clear')
  assert.deepEqual(standing(shownBy(file, keysFile)), words, 'whoever has the keys reads all')
  assert.doesNotMatch(readFileSync(keysFile, 'utf8'), /zelda|example/i)

  const before = await newPlace(t, folder, live)
  const same = await newPlace(t, folder)
  assert.equal((await same.command('backup', 'restore', file)).code, 0)
  const [was, is] = [await before.using(digestsOf), await same.using(digestsOf)]
  assert.deepEqual(differing(was, is), [], 'while nobody is erased all of it comes back')

  // Zelda is erased everywhere, Ada as a guest of Fabrikam, and Bob at home.
  for (const at of [w.contoso, w.fabrikam]) await purge(live, w.zelda, at)
  await purge(live, w.ada, w.fabrikam)
  await purge(live, w.bob, w.contoso)
  assert.equal((await live.command('erasures', 'export')).code, 0)
  assert.deepEqual(standing(shownBy(file, keysFile)), [])
  const verified = await live.command('backup', 'verify', file, '--json')
  const { people } = JSON.parse(verified.out) as { people: unknown }
  assert.deepEqual(people, { there: 8, destroyed: 4, missing: 0 })

  const back = await newPlace(t, folder)
  const restored = await back.command('backup', 'restore', file)
  assert.deepEqual({ code: restored.code, err: restored.err }, { code: 0, err: '' })
  assert.match(restored.out, /8 people; 4 have no key any more/)
  assert.match(restored.out, /Put the newest erasures\.jsonl/)
  assert.doesNotMatch(restored.out, /the file key/, 'it is given by the environment')
  const beside = await newPlace(t, folder)
  mkdirSync(beside.data, { recursive: true })
  copyFileSync(live.journal, beside.journal)
  const whole = await beside.command('backup', 'restore', file)
  assert.deepEqual([whole.code, whole.out.includes('Put ')], [0, false], whole.out + whole.err)
  // What the deletion of these rows takes along is what stays hidden, and nothing else.
  await before.using(async (db) => {
    const gone = [w.zelda.users.get(w.contoso.id), w.zelda.users.get(w.fabrikam.id)]
    const [ada, bob] = [w.ada.users.get(w.fabrikam.id), w.bob.users.get(w.contoso.id)]
    await sql`delete from identities where subject = ${bob}`.execute(db)
    await sql`delete from sessions where person_id = ${w.bob.personId}`.execute(db)
    await sql`delete from users where id = any(${[...gone, ada, bob]}::uuid[])`.execute(db)
  })
  const [wanted, found] = [await before.using(digestsOf), await back.using(digestsOf)]
  assert.deepEqual(differing(wanted, found), ['homes_gone'])
  const homes = await back.using((db) =>
    rows(db, select<{ id: string }>({ id: 'person_id' })`from homes_gone`),
  )
  assert.deepEqual(homes, [{ id: w.bob.personId }], 'who has no home any more is told')

  // The journal is replayed as after every backup; and one key serves all later backups.
  const replayed = await back.commandWith({ GUESTHOUSE_DATA: live.data }, 'serve')
  assert.match(replayed.err, /had undone 4 permanent deletions .* 0 users were permanently/)
  const checked = await back.command('audit', 'verify')
  assert.equal(checked.code, 0, checked.out + checked.err)
  const records = readFileSync(keysFile, 'utf8').split('\n').length
  assert.equal((await live.command('backup', '--to', second)).code, 0)
  assert.equal(readFileSync(keysFile, 'utf8').split('\n').length, records)
})

test('R140: each table says whose its rows are, and what goes with people is never readable in a backup', async (t) => {
  const empty = await newPlace(t, folder)
  await empty.using(async (db) => {
    await migrate(db)
    const tables = await readTables(db)
    const { isOwned, readingOf } = readingsOf(tables)
    const twice = tables.filter(({ name }) => isOwned(name) === (told[name] !== undefined))
    assert.deepEqual(
      twice.map(({ name }) => name),
      [],
    )
    assert.deepEqual(
      Object.keys(told).filter((name) => !tables.some((table) => table.name === name)),
      [],
    )
    const others = await rows(
      db,
      answering<{ table: string }>(
        { table: 'c.table_name' },
        (list) => sql`select distinct ${list} from information_schema.columns c
          where c.table_schema = current_schema() and c.column_name in ('user_id', 'person_id')`,
      ),
    )
    const open = others.map(({ table }) => table).filter((name) => told[name]?.as === 'open')
    // Each of these holds ids and dates of people, which outlive them in the store as well.
    assert.deepEqual(open.toSorted(), [
      'erasures',
      'homes_gone',
      'invitation_refusals',
      'oidc_sign_ons',
      'receipts',
    ])
    const stranger = tables.find(({ name }) => name === 'tenants')
    assert.ok(stranger)
    assert.throws(() => readingOf({ ...stranger, name: 'not_classified' }), /not_classified/)
  })
})
