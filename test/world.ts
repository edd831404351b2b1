/**
 * The cast. Each test gets organizations and people of its own in the shared store, and speaks HTTP
 * to the whole product in process: `as(ada).post('/account/organizations/…/leave')`.
 *
 * Contoso is home to Ada, Bob and its administrator Carol. Fabrikam is run by Frank, has the member
 * Fiona, and Ada and Bob as guests. Northwind is run by Nora and has Ada as a guest: the
 * organization that must never notice what happens in Fabrikam.
 */
import { pino } from 'pino'
import type { RoleName } from '../src/access/roles.ts'
import { roles } from '../src/access/roles.ts'
import { createOrganization } from '../src/directory/organizations/create.ts'
import { createGuest, createMember } from '../src/directory/users/create.ts'
import { guestPrincipalName } from '../src/directory/users/user.ts'
import type { Services } from '../src/edge/routes.ts'
import type { Context } from '../src/events/event.ts'
import { newId, type UserId } from '../src/kernel/ids.ts'
import { plus } from '../src/kernel/time.ts'
import { serverApp } from '../src/server/server.ts'
import { openSession } from '../src/people/open-session.ts'
import { browserOf } from './in-process-browser.ts'
import { sql } from '../src/store/database.ts'
import { castOf, keepTestKey, type Organization, type Person } from './cast.ts'
import { judgeAnswer } from './graph-client/strict.ts'
import type { Json } from './json.ts'
import { store } from './store.ts'
import { tokenFor } from './token-for.ts'
import { addressOf, isAddress } from '../src/kernel/address.ts'

export type { Organization, Person } from './cast.ts'

let serial = 0

/** What Microsoft Graph's clients would not take fails the test that asked for it. */
export const judgeGraphAnswer = async (response: Response, about: string): Promise<void> => {
  const isGraph = /^\w+ \/(?:v1\.0|beta)\//i.test(about)
  const isJson = response.headers.get('content-type')?.startsWith('application/json;odata') === true
  if (isGraph && isJson && response.ok) judgeAnswer((await response.clone().json()) as Json, about)
}

/** A world of its own, at the address `publicUrl`; `more` are services that differ. */
export const world = async (publicUrl = 'http://guesthouse.test', more: Partial<Services> = {}) => {
  let now = new Date('2026-05-01T12:00:00.000Z')
  const clock = () => now
  const db = more.db ?? store.db
  const services: Services = {
    db,
    clock,
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
    publicUrl,
    trustedProxies: 0,
    sealKey: Buffer.alloc(32, 7),
    savesIssuersUnasked: true,
    // No test asks the name servers of the world.
    resolveTxt: () => Promise.resolve([]),
    ...more,
  }
  const app = serverApp(services)
  const operator = (): Context => ({
    now,
    actor: { kind: 'operator' },
    correlationId: newId(),
    address: null,
  })
  const suffix = `${process.pid.toString(36)}${Date.now().toString(36)}${(serial++).toString(36)}`

  const organization = async (name: string): Promise<Organization> => {
    const domain = `${name.toLowerCase()}-${suffix}.example`
    const result = await createOrganization(
      db,
      {
        displayName: name,
        domain,
        technicalContact: `it@${domain}`,
        privacyContact: `privacy@${domain}`,
      },
      operator(),
    )
    if (result.outcome !== 'created') throw new Error(result.outcome)
    await keepTestKey(services, result.tenantId, now)
    return { id: result.tenantId, name, domain }
  }

  const member = async (home: Organization, name: string): Promise<Person> => {
    const upn = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@${home.domain}`
    const result = await createMember(
      db,
      home.id,
      { displayName: name, userPrincipalName: upn, mail: isAddress(upn) ? addressOf(upn) : null },
      operator(),
    )
    if (result.outcome !== 'created') throw new Error(result.outcome)
    return {
      personId: result.personId,
      name,
      home,
      upn,
      userId: result.userId,
      users: new Map([[home.id, result.userId]]),
    }
  }

  const guest = async (person: Person, resource: Organization): Promise<UserId> => {
    const upn = guestPrincipalName(addressOf(person.upn), resource.domain)
    const result = await createGuest(
      db,
      resource.id,
      {
        personId: person.personId,
        displayName: person.name,
        userPrincipalName: upn,
        mail: addressOf(person.upn),
      },
      operator(),
    )
    if (result.outcome !== 'created') throw new Error(result.outcome)
    person.users.set(resource.id, result.userId)
    return result.userId
  }

  const grant = async (person: Person, tenant: Organization, role: RoleName): Promise<void> => {
    await sql`insert into role_assignments (tenant_id, user_id, role_id, assigned_at)
      values (${tenant.id}, ${person.users.get(tenant.id) ?? ''}, ${roles[role].id}, ${now})`.execute(
      db,
    )
  }

  /**
   * Somebody at a browser: signed in, with a token for the account API and for the directory API of
   * the organization they look at.
   */
  const as = (person: Person | undefined, at?: Organization) => {
    const browser = browserOf({ app, publicUrl })
    const signedIn =
      person === undefined
        ? undefined
        : openSession(db, person.personId, { address: null, userAgent: 'test' }, now).then((s) => {
            browser.signIn(s.token)
            return s
          })
    const tokens = new Map<string, Promise<string | undefined>>()
    const tokenAt = async (path: string): Promise<string | undefined> => {
      const api = /^\/(account|v1\.0|beta)(\/|$)/.exec(path)?.[1]
      if (signedIn === undefined || api === undefined || (api !== 'account' && at === undefined))
        return undefined
      const issuer = api === 'account' ? undefined : at?.id
      const known =
        tokens.get(issuer ?? '') ?? signedIn.then(({ token }) => tokenFor(services, token, issuer))
      tokens.set(issuer ?? '', known)
      return known
    }
    const headersFor = async (path: string): Promise<Record<string, string>> => {
      const url = new URL(path, publicUrl)
      const token = await tokenAt(url.pathname)
      await signedIn
      const cookie = browser.cookiesFor(url)
      return token === undefined ? { cookie } : { cookie, authorization: `Bearer ${token}` }
    }
    const request = async (
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Response> => {
      const url = new URL(path, publicUrl)
      const common = await headersFor(path)
      if (body !== undefined) common['content-type'] = 'application/json'
      const response = await app.request(url.href, {
        method,
        headers: { ...common, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      await judgeGraphAnswer(response, `${method} ${url.pathname}`)
      return response
    }
    return {
      request,
      /** What the browser sends along to `path`, for requests to another process. */
      headersFor,
      get: (path: string, headers?: Record<string, string>) =>
        request('GET', path, undefined, headers),
      post: (path: string, body?: unknown, headers?: Record<string, string>) =>
        request('POST', path, body, headers),
      patch: (path: string, body: unknown) => request('PATCH', path, body),
      put: (path: string, body: unknown) => request('PUT', path, body),
      delete: (path: string) => request('DELETE', path),
      leave: (organization: Organization) =>
        request('POST', `/account/organizations/${organization.id}/leave`),
    }
  }

  const { contoso, fabrikam, northwind, ada, bob, carol, frank, fiona, nora } = await castOf(
    { services, suffix, now },
    { organization, member, guest, grant },
  )

  return {
    db,
    app,
    services,
    publicUrl,
    as,
    organization,
    member,
    guest,
    grant,
    operator,
    contoso,
    fabrikam,
    northwind,
    ada,
    bob,
    carol,
    frank,
    fiona,
    nora,
    /** The user that a person is in an organization. */
    userOf: (person: Person, at: Organization): UserId => {
      const id = person.users.get(at.id)
      if (id === undefined) throw new Error(`${person.name} is nobody in ${at.name}`)
      return id
    },
    now: () => now,
    /** Moves the clock of this world. */
    pass: (ms: number) => {
      now = plus(now, ms)
    },
  }
}
