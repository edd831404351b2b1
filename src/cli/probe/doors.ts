/** Every door that the session and the tokens of a guest open, each to be tried again and again. */
import { accountPath, graphPath, organizationPath } from '../../kernel/page-address.ts'
import { endpoints } from '../../oidc/endpoints.ts'
import { ownApps, peopleIssuerId } from '../../wire/sign-on.ts'
import { answersAt, type Place } from './place.ts'
import type { Tried } from './refused.ts'
import { tokensOf, type Ask, type Client, type Visitor } from './visitor.ts'

type Door = () => Promise<Tried>

/** By the names that the log tells. */
type Doors = Readonly<
  Record<'directoryApi' | 'accountApi' | 'userInfo' | 'refreshToken' | 'authorize', Door>
>

const judged = ({ status }: Response): Tried => {
  if (status >= 200 && status < 300) return 'letIn'
  return status >= 400 && status < 500 && status !== 429 ? 'refused' : 'silent'
}

const bearing = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

const askWith =
  (ask: Ask, address: string, token: string): Door =>
  async () =>
    judged(await ask(address, bearing(token)))

const renewWith = (visitor: Visitor, client: Client, first: string | undefined): Door => {
  let refresh = first
  return async () => {
    if (refresh === undefined) return 'silent'
    const fields = { grant_type: 'refresh_token', refresh_token: refresh }
    const answer = await visitor.askForTokens(client, fields)
    const found = judged(answer)
    // One that was used is refused for that alone.
    if (found === 'letIn') refresh = (await tokensOf(answer)).refresh ?? refresh
    return found
  }
}

const enterWith =
  (visitor: Visitor, client: Client): Door =>
  async () => {
    const answer = await visitor.authorize(client)
    if (answer === undefined) return 'silent'
    return answer.searchParams.has('code') ? 'letIn' : 'refused'
  }

/** The applications that are signed on to, in words of the provider. */
const clientsOf = ({ tenantId, appId }: Place, publicUrl: string) => {
  const { appId: clientId, callback } = ownApps.admin
  const own = { clientId, redirectUri: publicUrl + callback }
  const directory = 'openid Directory.AccessAsUser.All'
  const registered = { clientId: appId, redirectUri: answersAt, scope: 'openid profile' }
  return {
    people: { ...own, issuerId: peopleIssuerId, scope: 'openid Account.ReadWrite' },
    directory: { ...own, issuerId: tenantId, scope: directory },
    application: { ...registered, issuerId: tenantId },
  } satisfies Record<string, Client>
}

/** Opens them all, and says how to leave. Throws where one is not there to be opened. */
export const openDoors = async (
  visitor: Visitor,
  place: Place,
  publicUrl: string,
): Promise<{ readonly doors: Doors; readonly leave: () => Promise<Response> }> => {
  const { ask } = visitor
  const { tenantId } = place
  const clients = clientsOf(place, publicUrl)
  const person = await visitor.signOn(clients.people)
  const directory = await visitor.signOn(clients.directory)
  const signedOn = await visitor.signOn(clients.application)
  const act = (name: string): Promise<Response> =>
    ask(accountPath + organizationPath(tenantId, name), {
      ...bearing(person.access),
      method: 'POST',
    })
  return {
    doors: {
      directoryApi: askWith(ask, `${graphPath}/me`, directory.access),
      accountApi: async () => judged(await act('session')),
      userInfo: askWith(ask, `/${tenantId}${endpoints.userinfo}`, signedOn.access),
      refreshToken: renewWith(visitor, clients.application, signedOn.refresh),
      authorize: enterWith(visitor, clients.application),
    },
    leave: () => act('leave'),
  }
}
