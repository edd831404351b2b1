/**
 * The SDK of Microsoft Graph for TypeScript (@microsoft/msgraph-sdk and its parts), unchanged.
 * There is no part for groups: requests about them are made with its adapter and its models.
 */
import {
  BaseBearerTokenAuthenticationProvider,
  AllowedHostsValidator,
  HttpMethod,
  RequestInformation,
  type Parsable,
  type ParsableFactory,
} from '@microsoft/kiota-abstractions'
import {
  createGraphServiceClient,
  GraphRequestAdapter,
  type GraphServiceClient,
} from '@microsoft/msgraph-sdk'
import '@microsoft/msgraph-sdk-directory'
import '@microsoft/msgraph-sdk-invitations'
import '@microsoft/msgraph-sdk-users'
import { BatchRequestContent, PageIterator, type PageCollection } from '@microsoft/msgraph-sdk-core'
import {
  createDirectoryObjectCollectionResponseFromDiscriminatorValue,
  createDirectoryObjectFromDiscriminatorValue,
  createGroupFromDiscriminatorValue,
  createUserCollectionResponseFromDiscriminatorValue,
  serializeGroup,
  serializeReferenceCreate,
  type DirectoryObject,
  type Group,
  type ReferenceCreate,
  type User,
} from '@microsoft/msgraph-sdk/models/index.js'
import {
  createODataErrorFromDiscriminatorValue,
  type ODataError,
} from '@microsoft/msgraph-sdk/models/oDataErrors/index.js'
import { createDeltaGetResponseFromDiscriminatorValue } from '@microsoft/msgraph-sdk-users/users/delta/index.js'
import { zeroId } from '../../src/kernel/ids.ts'
import type { CallsAs, Reached } from './reached.ts'
import type { Script, Told } from './script.ts'

type Kiota = { readonly client: GraphServiceClient; readonly adapter: GraphRequestAdapter }

/** The client as its documentation makes it, with this base address and this host of ours. */
const kiotaClient = (r: Reached, as: CallsAs): Kiota => {
  const hosts = new AllowedHostsValidator(new Set([r.host]))
  const tokens = {
    getAuthorizationToken: async (url = '') => (hosts.isUrlHostValid(url) ? r.token(as) : ''),
    getAllowedHostsValidator: () => hosts,
  }
  const adapter = new GraphRequestAdapter(new BaseBearerTokenAuthenticationProvider(tokens))
  adapter.baseUrl = r.base
  return { adapter, client: createGraphServiceClient(adapter) }
}

const errors = {
  _4XX: createODataErrorFromDiscriminatorValue,
  _5XX: createODataErrorFromDiscriminatorValue,
}
const advanced = { headers: { ConsistencyLevel: 'eventual' } }
const idOf = ({ id }: DirectoryObject = {}): string => String(id)
const idsOf = (page: { readonly value?: DirectoryObject[] | null } | undefined): string[] =>
  (page?.value ?? []).map(idOf)

type Page<T> = {
  readonly value?: T[] | null
  readonly odataNextLink?: string | null
  readonly odataDeltaLink?: string | null
}

/** Everything from a page on; and where the next round begins, in a delta. */
const allFrom = async <T extends Parsable>(
  { adapter }: Kiota,
  page: Page<T> | undefined,
  factory: ParsableFactory<Parsable>,
) => {
  const items: T[] = []
  const iterator = new PageIterator<T>(
    adapter,
    page as PageCollection<T>,
    (item) => items.push(item) > 0,
    factory as ParsableFactory<PageCollection<T>>,
    errors,
  )
  await iterator.iterate()
  return { items, link: iterator.getOdataDeltaLink() }
}
const usersFrom = (kiota: Kiota, page: Page<User> | undefined) =>
  allFrom(kiota, page, createUserCollectionResponseFromDiscriminatorValue)
const toldFrom = (kiota: Kiota, page: Page<User> | undefined) =>
  allFrom(kiota, page, createDeltaGetResponseFromDiscriminatorValue)

const request = (method: HttpMethod, template: string, path: Record<string, string>) =>
  new RequestInformation(method, `{+baseurl}${template}`, path)

const isOf = ({ additionalData }: User): Told['is'] => {
  const removed = additionalData?.['@removed']
  return removed === undefined ? 'plain' : JSON.parse(JSON.stringify(removed))['reason']
}

const follow = async (kiota: Kiota): ReturnType<Script['follow']> => {
  const first = await kiota.client.users.delta.get({ queryParameters: { top: 2 } })
  let { link } = await toldFrom(kiota, first)
  return async () => {
    const next = new RequestInformation(HttpMethod.GET)
    next.URL = String(link)
    const page = await kiota.adapter.send(
      next,
      createDeltaGetResponseFromDiscriminatorValue,
      errors,
    )
    const round = await toldFrom(kiota, page as Page<User> | undefined)
    ;({ link } = round)
    return round.items.map((item) => ({ id: idOf(item), is: isOf(item) }))
  }
}

const reading = (r: Reached, kiota: Kiota) => {
  const { client, adapter } = kiota
  return {
    user: async (id) => {
      const queryParameters = { select: ['id', 'userPrincipalName'] }
      const found = await client.users.byUserId(id).get({ queryParameters })
      return { id: idOf(found), name: String(found?.userPrincipalName) }
    },
    users: async () => {
      const page = await client.users.get({ queryParameters: { top: 2 } })
      return (await usersFrom(kiota, page)).items.map(idOf)
    },
    found: async (name) => {
      const queryParameters = {
        search: `"displayName:${name}"`,
        orderby: ['displayName' as const],
        count: true,
      }
      const page = await client.users.get({ ...advanced, queryParameters })
      return { count: Number(page?.odataCount), ids: idsOf(page) }
    },
    count: async () => Number(await client.users.count.get(advanced)),
    members: async (group) => {
      const asked = request(HttpMethod.GET, '/groups/{group}/members', { baseurl: r.base, group })
      const factory = createDirectoryObjectCollectionResponseFromDiscriminatorValue
      return idsOf(await adapter.send(asked, factory, errors))
    },
    groupsOf: async (id) => idsOf(await client.users.byUserId(id).memberOf.graphGroup.get()),
    assignedTo: async (id) => {
      const page = await client.users.byUserId(id).appRoleAssignments.get()
      return (page?.value ?? []).map(({ resourceId }) => String(resourceId))
    },
    deleted: async () => {
      const { items } = await usersFrom(kiota, await client.directory.deletedItems.graphUser.get())
      return items.map((one) => ({ id: idOf(one), name: String(one.userPrincipalName) }))
    },
    follow: () => follow(kiota),
    unusedGuests: async (since) => {
      const queryParameters = {
        filter: `userType eq 'Guest' and createdDateTime le ${since.toISOString()}`,
        select: ['id', 'displayName', 'createdDateTime', 'signInActivity'],
        count: true,
        top: 2,
      }
      const page = await client.users.get({ ...advanced, queryParameters })
      const { items } = await usersFrom(kiota, page)
      const isUnused = ({ signInActivity: last }: User): boolean =>
        last?.lastSignInDateTime == null || last.lastSignInDateTime < since
      return items.filter(isUnused).map(idOf)
    },
  } satisfies Partial<Script>
}

const groups = (r: Reached, { adapter }: Kiota) =>
  ({
    makeGroup: async (displayName) => {
      const group = { displayName, mailEnabled: false, mailNickname: 'crew', securityEnabled: true }
      const wish = request(HttpMethod.POST, '/groups', { baseurl: r.base })
      wish.headers.add('Accept', 'application/json')
      wish.setContentFromParsable<Group>(adapter, 'application/json', group, serializeGroup)
      return idOf(await adapter.send(wish, createGroupFromDiscriminatorValue, errors))
    },
    addMember: async (group, userId) => {
      const path = { baseurl: r.base, group }
      const wish = request(HttpMethod.POST, '/groups/{group}/members/$ref', path)
      const whom = { odataId: `${r.base}/directoryObjects/${userId}` }
      const write = serializeReferenceCreate
      wish.setContentFromParsable<ReferenceCreate>(adapter, 'application/json', whom, write)
      await adapter.sendNoResponseContent(wish, errors)
    },
  }) satisfies Partial<Script>

const answeredTo = async (batch: BatchRequestContent): Promise<readonly number[]> => {
  const statuses = await (await batch.postAsync())?.getResponsesStatusCodes()
  return [...batch.requests.keys()].map((id) => Number(statuses?.get(id)))
}

const batches = ({ client, adapter }: Kiota) => {
  return {
    deleteAll: (ids) => {
      const batch = new BatchRequestContent(adapter, errors)
      for (const id of ids)
        batch.addBatchRequest(client.users.byUserId(id).toDeleteRequestInformation())
      return answeredTo(batch)
    },
    disableAndDelete: (id) => {
      const batch = new BatchRequestContent(adapter, errors)
      const user = client.users.byUserId(id)
      const disable = user.toPatchRequestInformation({ accountEnabled: false })
      const first = batch.addBatchRequest(disable)
      const second = batch.addBatchRequest(user.toDeleteRequestInformation())
      second.dependsOn = [first.id]
      batch.addBatchRequest(user.toGetRequestInformation()).dependsOn = [second.id]
      return answeredTo(batch)
    },
  } satisfies Partial<Script>
}

/** What scripts do, by this client. */
export const kiota = (r: Reached, as: CallsAs): Script => {
  const made = kiotaClient(r, as)
  const { client, adapter } = made
  return {
    ...reading(r, made),
    ...groups(r, made),
    ...batches(made),
    invite: async (invitedUserEmailAddress) => {
      const wish = { invitedUserEmailAddress, inviteRedirectUrl: 'https://app.example/' }
      const answer = await client.invitations.post(wish)
      return { id: idOf(answer?.invitedUser ?? {}), redeemUrl: String(answer?.inviteRedeemUrl) }
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
      return idOf(await client.users.post(user))
    },
    assign: async (principalId, resourceId) => {
      const assignments = client.users.byUserId(principalId).appRoleAssignments
      await assignments.post({ principalId, resourceId, appRoleId: zeroId })
    },
    delete: (id) => client.users.byUserId(id).delete(),
    restore: async (id, newUserPrincipalName) => {
      const item = client.directory.deletedItems.byDirectoryObjectId(id)
      const wish = item.restore.toPostRequestInformation()
      if (newUserPrincipalName !== undefined) {
        const body = new TextEncoder().encode(JSON.stringify({ newUserPrincipalName }))
        wish.setStreamContent(body.buffer, 'application/json')
      }
      await adapter.send(wish, createDirectoryObjectFromDiscriminatorValue, errors)
    },
    purge: (id) => client.directory.deletedItems.byDirectoryObjectId(id).delete(),
    refusal: (error) => {
      const { responseStatusCode: status, errorEscaped: said } = error as ODataError
      return { status, code: said?.code, requestId: said?.innerError?.requestId }
    },
  }
}
