/** The JavaScript SDK of Microsoft Graph (@microsoft/microsoft-graph-client), unchanged. */
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
  type BatchRequestStep,
  type PageCollection,
} from '@microsoft/microsoft-graph-client'
import { zeroId } from '../../src/kernel/ids.ts'
import type { Json } from '../json.ts'
import type { CallsAs, Reached } from './reached.ts'
import type { Script, Told } from './script.ts'

/** The client as its documentation makes it, with this base address and this host of ours. */
export const classicClient = (r: Reached, as: CallsAs): Client =>
  Client.initWithMiddleware({
    baseUrl: r.url,
    customHosts: new Set([r.host]),
    authProvider: { getAccessToken: () => r.token(as) },
  })

const advanced = { ConsistencyLevel: 'eventual' }
const idsOf = (page: Json): string[] => (page['value'] as Json[]).map(({ id }) => String(id))
const isOf = (item: Json): Told['is'] => item['@removed']?.['reason'] ?? 'plain'

/** Everything from a page on; and where the next round begins, in a delta. */
const allFrom = async (client: Client, page: PageCollection) => {
  const items: Json[] = []
  const iterator = new PageIterator(client, page, (item: Json) => items.push(item) > 0)
  await iterator.iterate()
  return { items, link: iterator.getDeltaLink() ?? page['@odata.deltaLink'] }
}

const reading = (client: Client) =>
  ({
    user: async (id) => {
      const found = await client.api(`/users/${id}`).select('id,userPrincipalName').get()
      return { id: found.id, name: found.userPrincipalName }
    },
    users: async () => {
      const page = await client.api('/users').top(2).get()
      return (await allFrom(client, page)).items.map(({ id }) => String(id))
    },
    found: async (name) => {
      const wish = client.api('/users').headers(advanced).count(true)
      const page = await wish.search(`"displayName:${name}"`).orderby('displayName').get()
      return { count: page['@odata.count'], ids: idsOf(page) }
    },
    count: async () => Number(await client.api('/users/$count').headers(advanced).get()),
    members: async (groupId) => idsOf(await client.api(`/groups/${groupId}/members`).get()),
    groupsOf: async (userId) =>
      idsOf(await client.api(`/users/${userId}/memberOf/microsoft.graph.group`).get()),
    assignedTo: async (userId) => {
      const page = await client.api(`/users/${userId}/appRoleAssignments`).get()
      return (page.value as Json[]).map(({ resourceId }) => String(resourceId))
    },
    deleted: async () => {
      const path = '/directory/deletedItems/microsoft.graph.user'
      const { items } = await allFrom(client, await client.api(path).get())
      return items.map(({ id, userPrincipalName: name }) => ({ id, name }))
    },
    follow: async () => {
      let { link } = await allFrom(client, await client.api('/users/delta').top(2).get())
      return async () => {
        const round = await allFrom(client, await client.api(String(link)).get())
        ;({ link } = round)
        return round.items.map((item) => ({ id: String(item['id']), is: isOf(item) }))
      }
    },
    unusedGuests: async (since) => {
      const page = await client
        .api('/users')
        .headers(advanced)
        .count(true)
        .filter(`userType eq 'Guest' and createdDateTime le ${since.toISOString()}`)
        .select(['id', 'displayName', 'createdDateTime', 'signInActivity'])
        .top(2)
        .get()
      const { items } = await allFrom(client, page)
      const isUnused = ({ signInActivity: last }: Json): boolean =>
        last?.['lastSignInDateTime'] == null || new Date(last['lastSignInDateTime']) < since
      return items.filter(isUnused).map(({ id }) => String(id))
    },
  }) satisfies Partial<Script>

// Only what stands behind the host is sent.
const asking = (path: string, more: RequestInit = {}): Request =>
  new Request(`https://graph.microsoft.com${path}`, more)

const batches = (client: Client) => {
  const answered = async (steps: BatchRequestStep[]): Promise<readonly number[]> => {
    const content = await new BatchRequestContent(steps).getContent()
    const answer = new BatchResponseContent(await client.api('/$batch').post(content))
    return steps.map(({ id }) => answer.getResponseById(id).status)
  }
  return {
    deleteAll: (ids) =>
      answered(ids.map((id) => ({ id, request: asking(`/users/${id}`, { method: 'DELETE' }) }))),
    disableAndDelete: (id) => {
      const path = `/users/${id}`
      const body = JSON.stringify({ accountEnabled: false })
      const headers = { 'content-type': 'application/json' }
      return answered([
        { id: '1', request: asking(path, { method: 'PATCH', body, headers }) },
        { id: '2', request: asking(path, { method: 'DELETE' }), dependsOn: ['1'] },
        { id: '3', request: asking(path), dependsOn: ['2'] },
      ])
    },
  } satisfies Partial<Script>
}

/** What scripts do, by this client. */
export const classic = (r: Reached, as: CallsAs): Script => {
  const client = classicClient(r, as)
  return {
    ...reading(client),
    ...batches(client),
    invite: async (invitedUserEmailAddress) => {
      const wish = { invitedUserEmailAddress, inviteRedirectUrl: 'https://app.example/' }
      const made = await client.api('/invitations').post(wish)
      return { id: made.invitedUser.id, redeemUrl: made.inviteRedeemUrl }
    },
    make: async (userPrincipalName) => {
      const user = {
        accountEnabled: true,
        displayName: 'Same Name',
        mailNickname: 'same.name',
        userPrincipalName,
        passwordProfile: {
          forceChangePasswordNextSignIn: true,
          password: 'nine copper kettles sing at dawn',
        },
      }
      return (await client.api('/users').post(user)).id
    },
    makeGroup: async (displayName) => {
      const group = { displayName, mailEnabled: false, mailNickname: 'crew', securityEnabled: true }
      return (await client.api('/groups').post(group)).id
    },
    addMember: async (groupId, userId) => {
      const directoryObject = { '@odata.id': `${r.base}/directoryObjects/${userId}` }
      await client.api(`/groups/${groupId}/members/$ref`).post(directoryObject)
    },
    assign: async (principalId, resourceId) => {
      const assignment = { principalId, resourceId, appRoleId: zeroId }
      await client.api(`/users/${principalId}/appRoleAssignments`).post(assignment)
    },
    delete: async (id) => client.api(`/users/${id}`).delete(),
    restore: async (id, newUserPrincipalName) => {
      const how = newUserPrincipalName === undefined ? {} : { newUserPrincipalName }
      await client.api(`/directory/deletedItems/${id}/restore`).post(how)
    },
    purge: async (id) => client.api(`/directory/deletedItems/${id}`).delete(),
    refusal: (error) => {
      if (!(error instanceof GraphError)) throw error
      return { status: error.statusCode, code: error.code, requestId: error.requestId }
    },
  }
}
