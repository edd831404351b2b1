/**
 * @azure/identity, unchanged, where programs for Microsoft Graph get their tokens: told the address
 * of the authority, by secret and by certificate, and for the SDK as its documentation has it.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  type TokenCredential,
} from '@azure/identity'
import { Client } from '@microsoft/microsoft-graph-client'
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js'
import { dayMs, plus } from '../../src/kernel/time.ts'
import { json, type Json } from '../json.ts'
import { certificate } from '../peers/certificate.ts'
import { reached, type Reached } from './reached.ts'

const settingsOf = ({ url }: Reached) => ({ authorityHost: url, disableInstanceDiscovery: true })

const clientOf = (r: Reached, credential: TokenCredential): Client =>
  Client.initWithMiddleware({
    baseUrl: r.url,
    customHosts: new Set([r.host]),
    authProvider: new TokenCredentialAuthenticationProvider(credential, {
      scopes: [`${r.url}/.default`],
    }),
  })

const guestsOf = async (client: Client): Promise<string[]> => {
  const page = await client.api('/users').filter("userType eq 'Guest'").get()
  return (page.value as Json[]).map(({ displayName }) => String(displayName)).toSorted()
}

test('@azure/identity gets tokens by secret, and a wrong one is told in its own class of errors', async () => {
  const r = await reached()
  const { appId, secret } = r.script
  assert.ok(secret !== undefined)
  const credential = new ClientSecretCredential(r.w.fabrikam.id, appId, secret, settingsOf(r))
  assert.deepEqual(await guestsOf(clientOf(r, credential)), ['Ada Lovelace', 'Bob Okafor'])
  const wrong = new ClientSecretCredential(r.w.fabrikam.id, appId, 'wrong', settingsOf(r))
  await assert.rejects(wrong.getToken(`${r.url}/.default`), {
    name: 'AuthenticationRequiredError',
  })
  await r.stop()
})

test('@azure/identity gets tokens by certificate', async () => {
  const r = await reached()
  // It signs by the clock of the machine.
  r.w.pass(Date.now() - r.w.now().getTime())
  const now = r.w.now()
  const { privateKey, base64 } = certificate(plus(now, -dayMs), plus(now, dayMs))
  const admin = r.w.as(r.w.frank, r.w.fabrikam)
  const keyCredentials = [{ type: 'AsymmetricX509Cert', usage: 'Verify', key: base64 }]
  const at = `/v1.0/applications(appId='${r.script.appId}')`
  await json(await admin.patch(at, { keyCredentials }), 204)
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-identity-'))
  try {
    const pem = `${privateKey.export({ type: 'pkcs8', format: 'pem' })}-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
    const file = join(folder, 'both.pem')
    writeFileSync(file, pem)
    const credential = new ClientCertificateCredential(
      r.w.fabrikam.id,
      r.script.appId,
      file,
      settingsOf(r),
    )
    assert.deepEqual(await guestsOf(clientOf(r, credential)), ['Ada Lovelace', 'Bob Okafor'])
  } finally {
    rmSync(folder, { recursive: true })
  }
  await r.stop()
})
