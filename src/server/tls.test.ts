import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { connect as connectPlainly } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import { ConfigError } from '../kernel/config.ts'
import { listen } from './listen.ts'
import { makeLocalAuthority } from './local-authority.ts'
import { tlsFrom, tlsOf } from './tls.ts'

const anyPort = { host: '127.0.0.1', port: 0 }

/** Asks once over a line of its own; which certificate answered. */
const ask = async (url: string, ca: string, path = '/') => {
  const agent = new Agent({ keepAlive: false })
  const asked = request(`${url}${path}`, { ca, agent }).end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const { serialNumber } = (response.socket as TLSSocket).getPeerCertificate()
  response.setEncoding('utf8')
  let text = ''
  for await (const part of response) text += part as string
  return { text, serialNumber }
}

/** A folder with the files of a certificate; `write` puts others in their place. */
const files = (t: { after: (end: () => void) => void }) => {
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-tls-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const named = { certificate: join(folder, 'served.pem'), key: join(folder, 'key.pem') }
  return {
    named,
    write: ({ cert, key }: { readonly cert: string; readonly key: string }): void => {
      writeFileSync(named.key, key)
      writeFileSync(named.certificate, cert)
    },
  }
}

test('a newer certificate is served without a start, and one that cannot be used changes nothing and is told', async (t) => {
  const [one, two] = [await makeLocalAuthority(new Date()), await makeLocalAuthority(new Date())]
  const { named, write } = files(t)
  write(one.identity)
  const told: unknown[] = []
  const tls = await tlsFrom(named, (error) => told.push(error), 20)
  const { url, stop } = await listen({ ...anyPort, tls }, () => () => new Response('here'))
  t.after(() => stop(0))
  assert.match(url, /^https:\/\/localhost:/)
  const first = await ask(url, one.authority)
  assert.equal(first.text, 'here')
  await assert.rejects(ask(url, two.authority), /certificate|issuer/)

  writeFileSync(named.certificate, 'no certificate')
  while (told.length === 0) await pause(20)
  assert.match(String(told[0]), /are no certificate with its key/)
  assert.equal((await ask(url, one.authority)).serialNumber, first.serialNumber)

  write(two.identity)
  for (let tries = 0; tries < 200; tries++)
    if (
      await ask(url, two.authority).then(
        () => true,
        () => false,
      )
    )
      break
    else await pause(20)
  assert.notEqual((await ask(url, two.authority)).serialNumber, first.serialNumber)
})

const says = (pattern: RegExp) => (error: unknown) =>
  error instanceof ConfigError && pattern.test(error.message)

test('what cannot be served with is said before anything is served, with what to do', async (t) => {
  const [one, two] = [await makeLocalAuthority(new Date()), await makeLocalAuthority(new Date())]
  const { named, write } = files(t)
  const reading = () => tlsFrom(named, (error) => assert.fail(String(error)))
  await assert.rejects(reading, says(/cannot be read \(ENOENT\)\. See that it is there/))
  write({ cert: one.identity.cert, key: two.identity.key })
  await assert.rejects(reading, says(/are no certificate with its key/))
})

test('F8: over https too nobody who has sent a request is cut off by a stop, and who says nothing keeps nobody', async () => {
  const { authority, identity } = await makeLocalAuthority(new Date())
  const { promise: came, resolve: come } = Promise.withResolvers<void>()
  const { promise: answer, resolve: go } = Promise.withResolvers<void>()
  const { url, stop } = await listen({ ...anyPort, tls: tlsOf(identity) }, () => async () => {
    come()
    await answer
    return new Response('to the end')
  })
  const silent = connectPlainly(Number(new URL(url).port), '127.0.0.1')
  await once(silent, 'connect')
  const asked = ask(url, authority)
  await came
  const stopped = stop(0)
  // Longer than what is quiet is left alone.
  await pause(1500)
  go()
  assert.equal((await asked).text, 'to the end')
  await stopped
  silent.destroy()
})
