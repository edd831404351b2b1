import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browsing } from '../../../test/browser/browsing.ts'
import { guesthouse } from '../../../test/machines/command-line.ts'
import { demoServed } from '../../../test/machines/demo-served.ts'
import { dayMs, systemClock } from '../../kernel/time.ts'
import { serverApp } from '../../server/server.ts'
import { counted, select } from '../../store/columns.ts'
import { firstRow, sql } from '../../store/database.ts'
import { readAhead } from './time-machine.ts'

type Served = Awaited<ReturnType<typeof demoServed>>

/** What the command line makes lives by the clock that was moved on, and says what it says. */
const commandsGoBy = async (
  { db, url, fabrikam, userId }: Pick<Served, 'db' | 'url' | 'fabrikam' | 'userId'>,
  browser: ReturnType<typeof browsing>,
): Promise<void> => {
  const command = (...argv: string[]) =>
    guesthouse(argv, undefined, { GUESTHOUSE_URL: url, GUESTHOUSE_DATA: '/nowhere' }, { db })
  const at = ['--organization', fabrikam.id]
  const invited = await command('invite', ...at, '--email', 'gus@outside.example')
  const [link = ''] = /http\S+$/.exec(invited.out) ?? []
  assert.match((await browser.go(new URL(link).pathname + new URL(link).hash)).text, /Fabrikam/)
  const { expiresAt } = JSON.parse(
    (await command('invite', ...at, '--email', 'gil@outside.example', '--json')).out,
  )
  assert.ok(new Date(expiresAt).getTime() - systemClock().getTime() > 60 * dayMs, invited.out)
  const { out } = await command('receipt', userId)
  const [, asOf = ''] = /As of (\S+):/.exec(out) ?? []
  assert.match(out, /erased/)
  assert.ok(new Date(asOf).getTime() - systemClock().getTime() > 30 * dayMs, out)
}

test('the demo: one click signs in, 30 skipped days erase who has left, with the proof and the mail; without the demo nothing of it is there', async () => {
  const { db, url, app, services, machine, fabrikam, userId, stop } = await demoServed()
  const count = async (from: ReturnType<typeof sql>) =>
    (await firstRow(db, select(counted)`from ${from}`))?.count
  const browser = browsing(app, url)
  const first = await browser.go('/demo')
  assert.equal(first.status, 200)
  assert.match(first.text, /Sign in as Ada/)
  assert.doesNotMatch(first.text, /Days skipped/)
  const nobody = await browser.submit('/demo/sign-in', { player: 'frank' })
  assert.equal(nobody.status, 404)
  assert.match(nobody.text, /Frank has no account in this demo any more/)
  assert.equal((await browser.submit('/demo/sign-in', { player: 'mallory' })).status, 404)

  const mine = await browser.submit('/demo/sign-in', { player: 'ada' })
  assert.deepEqual([mine.status, new URL(mine.url).pathname], [200, '/organizations'])
  assert.match(mine.text, /Fabrikam/)
  const left = await browser.submit('/leave', { o: fabrikam.id })
  assert.equal(left.status, 200)
  assert.equal(await count(sql`deleted_users where id = ${userId}`), 1)

  // What was sent in one language stays so, whatever its reader likes later.
  const sent = /<h2 lang="en" dir="ltr">You have left Fabrikam</
  assert.match((await browser.submit('/language', { language: 'de' })).text, /lang="de"/)
  assert.match((await browser.go('/demo/mail')).text, sent)
  assert.match((await browser.submit('/language', { language: 'en' })).text, /lang="en"/)

  const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  for (const path of ['/demo/skip', '/demo/sign-in'])
    assert.equal(
      (await browsing(app, url, foreign).submit(path, { days: '30', player: 'ada' })).status,
      403,
    )
  const day = await browser.submit('/demo/skip', { days: '1' })
  assert.match(day.text, /Days skipped: 1</)
  assert.equal(await count(sql`deleted_users where id = ${userId}`), 1)
  const month = await browser.submit('/demo/skip', { days: '30' })
  assert.match(month.text, /Days skipped: 30</)
  assert.match(month.text, /Accounts erased for good[^<]*<\/dt>\s*<dd>1</)
  assert.match(month.text, /Your data at Fabrikam is erased/)
  assert.equal(await count(sql`users where id = ${userId}`), 0)
  assert.equal(await count(sql`erasures where user_id = ${userId}`), 1)

  const german = browsing(app, url, { 'accept-language': 'de' })
  const mails = (await german.go('/demo/mail')).text
  assert.match(mails, /<h1>E-Mails dieser Vorführung<[^]*An ada@contoso\.example, /)
  assert.match(mails, /<h2 lang="en" dir="ltr">[^]*href="\/demo"/)

  await commandsGoBy({ db, url, fabrikam, userId }, browser)

  assert.equal(await readAhead(db), 31 * dayMs, 'a restart keeps it')
  assert.ok(machine.clock().getTime() - systemClock().getTime() > 30 * dayMs)
  const without = browsing(serverApp(services), url)
  assert.equal((await without.go('/demo')).status, 404)
  for (const path of ['/demo/skip', '/demo/sign-in'])
    assert.equal((await without.submit(path, { player: 'ada', days: '30' })).status, 404, path)
  await stop()
})
