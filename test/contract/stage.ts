/** An organization in which the rows of an area are tried, and how they call. */
import assert from 'node:assert/strict'
import { graphAudience } from '../../src/tokens/access-token.ts'
import { stageOf } from '../doors/graph-stage.ts'
import type { Json } from '../json.ts'
import { world } from '../world.ts'
import type { Sent } from './row.ts'

type Raw = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Json
}

const read = async (response: Response): Promise<Raw> => {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  const { status, headers } = response
  return { status, headers, text, body: (isJson && text !== '' ? JSON.parse(text) : {}) as Json }
}

/** The version is left out of most calls. */
const versioned = (path: string): string =>
  /^\/(v1\.0|beta|common|metadata|tenants)\b/.test(path) ? path : `/v1.0${path}`

/**
 * Fabrikam, whose administrator Frank calls. Fiona is in `group`, which he owns as he owns
 * `application` and its `registration`, to which she is assigned; he is her manager. Ada and Bob
 * are guests, `deleted` and `deletedGroup` are deleted.
 */
export const contractStage = async () => {
  // Over TLS, as everybody runs it.
  const w = await world('https://guesthouse.test')
  const makes = stageOf(w, w.fabrikam, w.frank)
  const caller = w.as(w.frank, w.fabrikam)
  const ids: Record<string, string> = {
    frank: w.frank.userId,
    fiona: w.fiona.userId,
    fionaName: w.fiona.upn,
    ada: w.userOf(w.ada, w.fabrikam),
    bob: w.userOf(w.bob, w.fabrikam),
    stranger: w.nora.userId,
    tenant: w.fabrikam.id,
    domain: w.fabrikam.domain,
    elsewhere: w.northwind.id,
    elsewhereDomain: w.northwind.domain,
    nobody: '5c1d7b52-0f0e-4d8f-9a55-d1b0e3f7a001',
    graph: graphAudience,
    group: await makes.group({ displayName: 'Crew' }),
    application: await makes.application(),
    deleted: await makes.deleted(),
    deletedGroup: await makes.deletedGroup(),
  }
  /** `{name}` in a text is the id of that name. */
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (all, name: string) => ids[name] ?? all)
  const raw = async (call: string, { body, headers = {} }: Sent = {}): Promise<Raw> => {
    const [method = 'GET', ...path] = call.split(' ')
    const filled = body === undefined ? undefined : (JSON.parse(fill(JSON.stringify(body))) as Json)
    const address = versioned(fill(path.join(' ')))
    return read(await caller.request(method, address, filled, headers))
  }
  const stage = {
    w,
    makes,
    caller,
    ids,
    fill,
    raw,
    /** The body of an answer, which has this status. */
    call: async (call: string, status: number, sent: Sent = {}): Promise<Json> => {
      const answer = await raw(call, sent)
      assert.equal(answer.status, status, `${call}: ${answer.text.slice(0, 300)}`)
      return answer.body
    },
    /** Sends a call as it is written, by nobody, unless `headers` say otherwise. */
    plainly: async (call: string, init: RequestInit = {}): Promise<Raw> => {
      const [method = 'GET', ...path] = call.split(' ')
      const address = `${w.publicUrl}${versioned(fill(path.join(' ')))}`
      return read(await w.app.request(address, { method, ...init }))
    },
  }
  await makes.link('/groups/' + ids['group'] + '/members', w.fiona.userId)
  await makes.link('/groups/' + ids['group'] + '/owners', w.frank.userId)
  ids['registration'] = await makes.registrationOf(ids['application'] ?? '')
  await makes.link('/applications/' + ids['registration'] + '/owners', w.frank.userId)
  await makes.link('/servicePrincipals/' + ids['application'] + '/owners', w.frank.userId)
  await makes.link('/users/' + ids['fiona'] + '/manager', w.frank.userId)
  await makes.link('/users/' + ids['ada'] + '/sponsors', w.frank.userId)
  const { appId } = await stage.call('GET /applications/{registration}', 200)
  const graph = await stage.call("GET /servicePrincipals(appId='{graph}')", 200)
  const assigned = await makes.assigned(w.fiona.userId, ids['application'] ?? '')
  const { userPrincipalName } = await stage.call('GET /users/{ada}', 200)
  Object.assign(ids, {
    appId,
    graphPrincipal: graph['id'],
    assigned,
    adaName: encodeURIComponent(String(userPrincipalName)),
  })
  return stage
}
export type Stage = Awaited<ReturnType<typeof contractStage>>
