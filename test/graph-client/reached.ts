/**
 * The cast, where clients of Microsoft Graph reach it unchanged: over TLS, as they send no token
 * without, at an address of loopback, with tokens from the organization's own issuer. What is
 * answered them is judged as every other answer.
 */
import assert from 'node:assert/strict'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { roleIds, type GraphRole, type GraphScope } from '../../src/access/graph-scopes.ts'
import { systemClock, dayMs, plus } from '../../src/kernel/time.ts'
import { graphPrincipalId } from '../../src/graph/applications/graph-principal.ts'
import { json } from '../json.ts'
import { listening } from '../machines/listening.ts'
import { certificate } from '../peers/certificate.ts'
import {
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
  type Application,
  type World,
} from '../sign-on.ts'
import { judgeGraphAnswer, world } from '../world.ts'

const pem = (label: string, base64: string): string =>
  `-----BEGIN ${label}-----\n${base64.replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`

/** What a server that is called localhost proves itself with, from now on believed here. */
const believedProof = () => {
  const now = systemClock()
  const { privateKey, base64 } = certificate(plus(now, -dayMs), plus(now, dayMs), {
    of: 'localhost',
  })
  const cert = pem('CERTIFICATE', base64)
  setDefaultCACertificates([...getCACertificates('default'), cert])
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert }
}
let believed: ReturnType<typeof believedProof> | undefined

/** What the script of the story may do, as an application by itself and for who is signed in. */
const permissions = [
  'AppRoleAssignment.ReadWrite.All',
  'Application.Read.All',
  'AuditLog.Read.All',
  'Directory.Read.All',
  'Group.ReadWrite.All',
  'User.DeleteRestore.All',
  'User.Invite.All',
  'User.ReadWrite.All',
] as const satisfies readonly (GraphRole & GraphScope)[]

/** As whom a client calls: as an application by itself, or for Frank, who administers Fabrikam. */
export const callers = ['by itself', 'for an administrator'] as const
export type CallsAs = (typeof callers)[number]

type App = { readonly fetch: (request: Request, bindings: object) => Response | Promise<Response> }

/** The product at an address of loopback, over TLS; each answer is judged. */
const judged = async () => {
  believed ??= believedProof()
  const { url, answerBy, stop } = await listening('localhost', believed)
  const misjudged: unknown[] = []
  /** Who answers in place of the product. */
  const state: { answers?: () => App | undefined } = {}
  const answerAs = (app: App): void =>
    answerBy({
      fetch: async (request, bindings) => {
        const response = await (state.answers?.() ?? app).fetch(request, bindings)
        const about = `${request.method} ${new URL(request.url).pathname}`
        await judgeGraphAnswer(response, about).catch((error: unknown) => misjudged.push(error))
        return response
      },
    })
  const end = async (): Promise<void> => {
    await stop()
    assert.deepEqual(misjudged, [])
  }
  return { url, answerAs, state, stop: end }
}

/** An application that may do what scripts do, by itself and for who is signed in. */
const registered = async (w: World): Promise<Application> => {
  const wish = { name: 'Script', scopes: permissions }
  const script = await registerApplication(w, w.fabrikam, w.frank, wish)
  const resourceId = graphPrincipalId(w.fabrikam.id)
  for (const name of permissions) {
    const given = { principalId: script.id, resourceId, appRoleId: roleIds[name] }
    const path = `/v1.0/servicePrincipals/${script.id}/appRoleAssignments`
    await json(await w.as(w.frank, w.fabrikam).post(path, given), 201)
  }
  return script
}

/** As scripts do it that use no library: by fetch, from the token endpoint of the organization. */
const tokenByItself = async ({ publicUrl }: World, script: Application): Promise<string> => {
  const response = await fetch(`${publicUrl}/${script.at.id}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: script.appId,
      client_secret: script.secret ?? '',
      scope: `${publicUrl}/.default`,
    }),
  })
  return String((await json(response))['access_token'])
}

const tokenForFrank = async (w: World, script: Application): Promise<string> => {
  const party = await relyingParty(w, script)
  const scope = `openid ${permissions.map((name) => `${w.publicUrl}/${name}`).join(' ')}`
  const flow = await signOn(party, await browserWith(w, w.frank), script, { scope })
  return (await flow.exchange()).access_token
}

/** The cast at an address of its own; close it. */
export const reached = async () => {
  const { url, answerAs, state, stop } = await judged()
  const w = await world(url)
  answerAs(w.app)
  const script = await registered(w)
  const ways = { 'by itself': tokenByItself, 'for an administrator': tokenForFrank }
  const tokens = new Map<CallsAs, Promise<string>>()
  return {
    w,
    url,
    base: `${url}/v1.0`,
    host: new URL(url).hostname,
    script,
    state,
    token: (as: CallsAs): Promise<string> => {
      const known = tokens.get(as) ?? ways[as](w, script)
      tokens.set(as, known)
      return known
    },
    stop,
  }
}
export type Reached = Awaited<ReturnType<typeof reached>>
