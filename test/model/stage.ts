/** An organization with its model, and what is done to both. */
import assert from 'node:assert/strict'
import { acceptInvitation } from '../../src/invitations/accept.ts'
import { emailIssuer } from '../../src/kernel/address.ts'
import { newId } from '../../src/kernel/ids.ts'
import { json, type Json } from '../json.ts'
import { world } from '../world.ts'
import { asked, type Step } from './acts.ts'
import type { Model, User } from './model.ts'
import { chosen } from './views.ts'

type World = Awaited<ReturnType<typeof world>>

/** Somebody who asks as scripts do that count and filter. */
const readerOf = (frank: ReturnType<World['as']>) => {
  const get = async (path: string): Promise<Json> =>
    json(await frank.get(`/v1.0${path}`, { ConsistencyLevel: 'eventual' }))
  /** Everything of a list, by its pages; where they are counted, so many come. */
  const all = async (path: string): Promise<Json[]> => {
    const items: Json[] = []
    const first = await get(path)
    for (let page = first; ; page = await get(page['@odata.nextLink'].replace(/.*?\/v1\.0/, ''))) {
      items.push(...page['value'])
      if (page['@odata.nextLink'] === undefined) break
    }
    assert.equal(first['@odata.count'] ?? items.length, items.length, path)
    return items
  }
  return { get, all }
}

const userFrom = (told: Json): User => ({
  id: told['id'],
  is: 'live',
  type: told['userType'],
  name: told['userPrincipalName'],
  displayName: told['displayName'],
  jobTitle: told['jobTitle'],
  accountEnabled: told['accountEnabled'],
  state: told['externalUserState'],
  manager: undefined,
  roles: new Map(),
  assignment: undefined,
  invitation: undefined,
})

/** An application to which people and groups can be assigned. */
const applicationOf = async (frank: ReturnType<World['as']>): Promise<string> => {
  const wish = { displayName: 'Tool' }
  const { appId } = await json(await frank.post('/v1.0/applications', wish), 201)
  const made = await json(await frank.post('/v1.0/servicePrincipals', { appId }), 201)
  return String(made['id'])
}

/** A guest who is there and has not come yet accepts. */
const redeem = async (w: World, user: User | undefined): Promise<void> => {
  if (user?.is !== 'live' || !user.accountEnabled || user.state !== 'PendingAcceptance') return
  const { address, link } = user.invitation ?? {}
  const who = { issuer: emailIssuer, subject: String(address) }
  const token = String(link).split('/').at(-1) ?? ''
  const around = { now: w.now(), correlationId: newId<string>(), address: null }
  const { outcome } = await acceptInvitation(w.db, token, { who, addressProved: true }, around)
  assert.equal(outcome, 'accepted')
  user.state = 'Accepted'
}

const nowhere = { user: 0, other: 0, group: 0, outer: 0, number: 0 }
const once = ['createGroup', 'createGroup', 'createGroup', 'create', 'invite']
/** What everything begins with: some of each, tied to each other. */
const beginning: readonly (Partial<Step> & Pick<Step, 'act'>)[] = [
  ...once.map((act) => ({ act })),
  ...[0, 1, 2, 3, 4].map((user) => ({ act: 'add', user, group: user % 3 })),
  { act: 'nest', group: 0, outer: 1 },
  { act: 'nest', group: 1, outer: 2 },
  { act: 'own', user: 1, group: 0 },
  { act: 'manage', user: 2, other: 1 },
  { act: 'assign', user: 1, number: 0 },
  { act: 'assign', group: 1, number: 1 },
  { act: 'give', user: 1, number: 0 },
]

/** Fabrikam without Frank, who does everything, as a model. */
export const stage = async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const reader = readerOf(frank)
  const isOther = ({ id }: Json): boolean => id !== w.frank.userId
  const application = await applicationOf(frank)
  const users = (await reader.all(`/users?$select=${chosen}`)).filter(isOther).map(userFrom)
  const m: Model = { users, groups: [], domain: w.fabrikam.domain, application, serial: 0 }
  /** Does it over HTTP, and to the model what was done. */
  const carryOut = async (one: Step): Promise<void> => {
    if (one.act === 'redeem') return redeem(w, m.users[one.user % m.users.length])
    const wish = asked(m, one)
    if (wish === undefined) return
    const [method, path, body] = wish.ask
    const answer = await frank.request(method, `/v1.0${path}`, body)
    const about = `${one.act}: ${method} ${path}`
    const text = await answer.text()
    assert.equal(answer.status, wish.status, `${about}: ${text}`)
    if (answer.ok) wish.does(text === '' ? {} : (JSON.parse(text) as Json))
  }
  for (const one of beginning) await carryOut({ ...nowhere, ...one })
  return { frank, m, carryOut, ...reader, isOther }
}
export type Stage = Awaited<ReturnType<typeof stage>>
