import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { firstRow, type Database } from '../../src/store/database.ts'
import { sql } from 'kysely'
import { openStore } from '../../src/store/store.ts'
import { json } from '../json.ts'
import { headersAt, seed, settings, startProduct } from './kill-rounds.ts'
import { receiver } from '../peers/receiver.ts'

const many = 3_000

/** A mail server that takes everything up to the text of a mail, and then says nothing more. */
const hangingMailServer = async () => {
  const open = new Set<Socket>()
  const state = { mails: 0 }
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => {}).on('close', () => open.delete(socket))
    socket.write('220 here\r\n')
    let hasText = false
    socket.on('data', (bytes: Buffer) => {
      if (hasText) return
      hasText = /^DATA/im.test(bytes.toString())
      if (hasText) state.mails++
      socket.write(hasText ? '354 go on\r\n' : '250 yes\r\n')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const stop = (): void => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, state, stop }
}

const waiting = (db: Database) =>
  firstRow(
    db,
    sql<{ notices: number; mails: number }>`
      select (select count(*)::int from oidc_sign_ons) as notices, (select count(*)::int from mails where give_up_at > now()) as mails`,
  )

test('F7: behind 3,000 notices and 3,000 mails to receivers that hang SIGTERM ends the process within 15 seconds, and loses none', async (t) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'guesthouse-hanging-')), 'data')
  const [application, mail] = [await receiver(), await hangingMailServer()]
  application.state.answers = 'hangs'
  t.after(async () => {
    mail.stop()
    await application.stop()
    rmSync(join(folder, '..'), { recursive: true, force: true })
  })
  const { tenantId, session } = await seed(settings(folder))
  const { child, url } = await startProduct(folder, {
    GUESTHOUSE_ALLOW_PRIVATE_PROVIDERS: 'true',
    GUESTHOUSE_SMTP_URL: mail.url,
    GUESTHOUSE_MAIL_FROM: 'no-reply@home.example',
    GUESTHOUSE_DRAIN_SECONDS: '0',
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const headers = await headersAt(url, tenantId, session)
  const ask = (method: string, path: string, body: object) =>
    fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) })
  const made = await json(
    await ask('POST', '/v1.0/servicePrincipals', { displayName: 'Hangs' }),
    201,
  )
  const set = { 'guesthouse.backchannelLogoutUrl': application.url }
  assert.equal(
    (await ask('PATCH', `/v1.0/servicePrincipals/${String(made['id'])}`, set)).status,
    204,
  )
  const beside = await openStore(settings(folder))
  await sql`insert into oidc_sign_ons (tenant_id, application_id, sid, subject, next_try_at)
    select ${tenantId}, ${made['id']}, 'sid-' || n, 'somebody', ${new Date(0)} from generate_series(1, ${many}::integer) as n`.execute(
    beside.db,
  )
  await sql`insert into mails (id, recipient, subject, body, created_at, next_try_at, give_up_at)
    select gen_random_uuid(), 'n' || n || '@outside.example', 'Hello', 'Hello', now(), now(), now() + interval '3 days'
    from generate_series(1, ${many}::integer) as n`.execute(beside.db)
  for (let tries = 0; (application.held.size < 4 || mail.state.mails < 4) && tries < 2_400; tries++)
    await pause(25)
  assert.deepEqual([application.held.size, mail.state.mails], [4, 4], 'both hang')
  const begun = performance.now()
  child.kill('SIGTERM')
  assert.equal(await Promise.race([ended, pause(60_000, 'it does not end', { ref: false })]), 0)
  const tookMs = performance.now() - begun
  assert.deepEqual(await waiting(beside.db), { notices: many, mails: many })
  await beside.close()
  assert.ok(tookMs < 15_000, `${Math.round(tookMs)} ms`)
})
