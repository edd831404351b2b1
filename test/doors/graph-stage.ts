/**
 * What the scenes of the directory API are made of: objects of one organization, each new, made by
 * its administrator.
 */
import { randomBytes } from 'node:crypto'
import { roleIds } from '../../src/access/graph-scopes.ts'
import { graphPrincipalId } from '../../src/graph/applications/graph-principal.ts'
import { roles } from '../../src/access/roles.ts'
import { eventOf, record } from '../../src/events/record.ts'
import { newId, zeroId, type ExportId, type RequestId } from '../../src/kernel/ids.ts'
import { seal } from '../../src/kernel/sealing.ts'
import { dayMs, plus } from '../../src/kernel/time.ts'
import { sql } from '../../src/store/database.ts'
import { equip } from '../equipped.ts'
import { json } from '../json.ts'
import type { Organization, Person, world } from '../world.ts'

type World = Awaited<ReturnType<typeof world>>

let serial = 0
const fresh = (): string => `${(serial++).toString(36)}${randomBytes(4).toString('hex')}`

const done = async (response: Promise<Response>): Promise<void> => {
  await json(await response, 204)
}

const policies = '/identityGovernance/lifecycleWorkflows/lifecyclePolicies'

/** A lifecycle policy that concerns nobody yet. */
export const aPolicy = {
  displayName: 'Scene',
  isEnabled: false,
  priority: 9,
  gracePeriodInDays: 30,
  'guesthouse.inactiveDays': 730,
  'guesthouse.action': 'disable',
}

/** What scenes are made of, in one organization and by its administrator. */
const partners = '/v1.0/policies/crossTenantAccessPolicy/partners'

export const stageOf = (w: World, at: Organization, administrator: Person) => {
  const admin = w.as(administrator, at)
  const made = async (path: string, body: object, status = 201): Promise<string> =>
    String((await json(await admin.post(`/v1.0${path}`, body), status))['id'])
  const givenRole = (principalId: string): Promise<string> =>
    made('/roleManagement/directory/roleAssignments', {
      principalId,
      roleDefinitionId: roles.guestInviter.id,
    })
  const partnered = async (tenantId: string): Promise<string> => {
    await admin.post(partners, { tenantId })
    return tenantId
  }
  const stage = {
    at,
    partner: w.contoso.id as string,
    /** The other organization, which is no partner yet, or is one. */
    noPartner: async (): Promise<string> => {
      await admin.delete(`${partners}/${stage.partner}`)
      return stage.partner
    },
    namedPartner: (): Promise<string> => partnered(w.contoso.id),
    /** A partner that no other scene names. */
    keptPartner: (): Promise<string> =>
      partnered(at.id === w.northwind.id ? w.fabrikam.id : w.northwind.id),
    name: fresh,
    person: (): Promise<Person> => w.member(at, `Scene ${fresh()}`),
    user: async (): Promise<string> => (await stage.person()).userId,
    /** Somebody with a password, a passkey and an authenticator app; `at` says which is named. */
    method: async (at: string): Promise<{ id: string; methodId: string }> => {
      const person = await stage.person()
      await equip(w.db, person, w.now())
      const path = `/v1.0/users/${person.userId}`
      await done(admin.patch(path, { passwordProfile: { password: 'Wert-71-zumba-Kante' } }))
      const { value } = await json(await admin.get(`${path}/authentication/${at}`))
      return { id: person.userId, methodId: String((value as [{ id: string }])[0].id) }
    },
    group: (more: object = {}): Promise<string> =>
      made('/groups', { displayName: `Scene ${fresh()}`, ...more }),
    application: (): Promise<string> =>
      made('/servicePrincipals', { displayName: `Scene ${fresh()}` }),
    /** The registration of one, by the id of its service principal. */
    registrationOf: async (id: string): Promise<string> => {
      const { appId } = await json(await admin.get(`/v1.0/servicePrincipals/${id}`))
      const path = `/v1.0/applications(appId='${String(appId)}')`
      return String((await json(await admin.get(path)))['id'])
    },
    registration: async (): Promise<string> => stage.registrationOf(await stage.application()),
    /** An application without a service principal. */
    onlyRegistered: async (): Promise<{ id: string; appId: string }> => {
      const body = { displayName: `Scene ${fresh()}` }
      const { id, appId } = await json(await admin.post('/v1.0/applications', body), 201)
      return { id: String(id), appId: String(appId) }
    },
    provider: (domains: string[] | null = null): Promise<string> =>
      made('/identity/identityProviders', {
        displayName: 'Scene',
        issuer: `https://login-${fresh()}.example`,
        clientId: 'guesthouse',
        domains,
      }),
    /** A domain that is not verified. */
    domain: (): Promise<string> => made('/domains', { id: `scene-${fresh()}.example` }),
    policy: (): Promise<string> => made(policies, aPolicy),
    deleted: async (): Promise<string> => {
      const id = await stage.user()
      await done(admin.delete(`/v1.0/users/${id}`))
      return id
    },
    deletedApplication: async (): Promise<string> => {
      const id = await stage.application()
      await done(admin.delete(`/v1.0/servicePrincipals/${id}`))
      return id
    },
    deletedRegistration: async (): Promise<string> => {
      const id = await stage.registration()
      await done(admin.delete(`/v1.0/applications/${id}`))
      return id
    },
    deletedGroup: async (): Promise<string> => {
      const id = await stage.group()
      await done(admin.delete(`/v1.0/groups/${id}`))
      return id
    },
    held: async (): Promise<string> => {
      const id = await stage.deleted()
      await done(
        admin.post(`/v1.0/directory/deletedItems/${id}/guesthouse.hold`, { reason: 'Scene' }),
      )
      return id
    },
    permitted: (id: string): Promise<string> =>
      made(`/servicePrincipals/${id}/appRoleAssignments`, {
        principalId: id,
        resourceId: graphPrincipalId(at.id),
        appRoleId: roleIds['User.Read.All'],
      }),
    federated: (id: string): Promise<string> =>
      made(`/applications/${id}/federatedIdentityCredentials`, {
        name: fresh(),
        issuer: 'https://issuer.example',
        subject: fresh(),
        audiences: ['api://AzureADTokenExchange'],
      }),
    /** An application that exposes a scope, `read`. */
    exposing: async (): Promise<string> => {
      const id = await stage.application()
      const scope = { id: newId(), value: 'read', type: 'Admin', isEnabled: true }
      const path = `/v1.0/applications/${await stage.registrationOf(id)}`
      await done(admin.patch(path, { api: { oauth2PermissionScopes: [scope] } }))
      return id
    },
    granted: async (id: string): Promise<string> =>
      made('/oauth2PermissionGrants', {
        clientId: id,
        consentType: 'AllPrincipals',
        resourceId: await stage.exposing(),
        scope: 'read',
      }),
    link: async (path: string, id: string): Promise<void> =>
      done(
        admin.request(
          path.endsWith('manager') ? 'PUT' : 'POST',
          `/v1.0${path}/$ref`,
          reference(id),
        ),
      ),
    secret: async (id: string): Promise<string> =>
      String(
        (await json(await admin.post(`/v1.0/servicePrincipals/${id}/addPassword`, {})))['keyId'],
      ),
    assigned: async (id: string, resourceId: string): Promise<string> =>
      made(`/servicePrincipals/${resourceId}/appRoleAssignedTo`, {
        principalId: id,
        resourceId,
        appRoleId: zeroId,
      }),
    holder: (): Promise<string> => stage.user().then(givenRole),
    /** A user who holds the role Guest Inviter. */
    roleHolder: async (): Promise<string> => {
      const id = await stage.user()
      await givenRole(id)
      return id
    },
    /** An entry of the log, which is one of signing in too. */
    entry: async (): Promise<string> => {
      const context = { now: w.now(), actor: { kind: 'system' }, address: null } as const
      const event = eventOf(
        { ...context, correlationId: newId() },
        {
          tenantId: at.id,
          activity: 'user.signInFailed',
          reason: 'wrongPassword',
          target: { kind: 'user', id: await stage.user() },
        },
      )
      await record(w.db, event)
      return event.id
    },
    invited: async () => {
      const address = `scene-${fresh()}@outside.example`
      const body = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://app.example/' }
      const answer = await json(await admin.post('/v1.0/invitations', body), 201)
      return {
        invitation: String(answer['id']),
        user: String(answer['invitedUser']['id']),
        address,
      }
    },
    /** A member who is tied to an account at the organization's own provider. */
    tied: async () => {
      const issuer = await stage.homeIssuer()
      const id = await stage.user()
      const identityId = await made(`/users/${id}/guesthouse.identities`, {
        issuer,
        issuerAssignedId: fresh(),
      })
      return { id, identityId }
    },
    homeIssuer: async (): Promise<string> => {
      const { value } = await json(await admin.get('/v1.0/identity/identityProviders'))
      const known = (value as { domains: string[] | null; issuer: string }[]).find(
        ({ domains }) => domains !== null,
      )
      if (known !== undefined) return known.issuer
      await stage.provider([at.domain])
      return stage.homeIssuer()
    },
    /** What this caller has asked to be exported, and has. */
    exported: async (callerId: string): Promise<string> => {
      const id = newId<ExportId>()
      const content = seal(w.services.sealKey, `export:${id}`, '{}')
      await sql`insert into exports (tenant_id, id, user_id, asked_by, asked_at, completed_at, content, expires_at)
        values (${at.id}, ${id}, ${await stage.user()}, ${callerId}, ${w.now()}, ${w.now()}, ${content}, ${plus(w.now(), dayMs)})`.execute(
        w.db,
      )
      return id
    },
    /** A permanent deletion, or less protection, that another administrator has asked for. */
    purgeRequest: async (
      kind: 'user' | 'group' | 'application' | 'protection',
    ): Promise<string> => {
      const target = {
        user: () => stage.deleted(),
        group: () => stage.deletedGroup(),
        application: () => stage.deletedApplication(),
        protection: () => Promise.resolve(at.id),
      } as const
      const [id, targetId, asker] = [newId(), await target[kind](), await stage.person()]
      await w.grant(asker, at, 'globalAdministrator')
      const wanted = kind === 'protection' ? 'none' : null
      await sql`update purge_requests set state = 'lapsed' where tenant_id = ${at.id} and state = 'open'`.execute(
        w.db,
      )
      await sql`insert into purge_requests (tenant_id, id, kind, target_id, wanted_protection, wanted_hours, asked_by, asked_at)
        values (${at.id}, ${id}, ${kind}, ${targetId}, ${wanted}, ${wanted === null ? null : 24}, ${asker.userId}, ${w.now()})`.execute(
        w.db,
      )
      return id
    },
    /** An open request of a guest, who is disabled or deleted as the request needs it. */
    request: async (kind: 'removal' | 'restore'): Promise<string> => {
      const person = await w.member(w.contoso, `Scene ${fresh()}`)
      const userId = await w.guest(person, at)
      const requestId = newId<RequestId>()
      if (kind === 'removal')
        await done(admin.patch(`/v1.0/users/${userId}`, { accountEnabled: false }))
      else await done(admin.delete(`/v1.0/users/${userId}`))
      await sql`insert into requests (tenant_id, id, user_id, kind, created_at, due_at) values (${at.id}, ${requestId}, ${userId}, ${kind}, ${w.now()}, ${new Date(w.now().getTime() + 30 * dayMs)})`.execute(
        w.db,
      )
      return requestId
    },
  }
  return stage
}
export type Stage = ReturnType<typeof stageOf>

/** A body that names an object by its address, as Graph's clients write it. */
export const reference = (id: string | undefined) => ({
  '@odata.id': `https://directory.example/v1.0/directoryObjects/${id}`,
})
