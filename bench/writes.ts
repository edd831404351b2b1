/**
 * npm run bench:writes: what single acts of administrators take the processor, of the store and of
 * the process that asks it, in process, one call after the other, in rounds. Prints of each act
 * the least and the median round, in microseconds a call.
 */
import { serverApp } from '../src/server/server.ts'
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { withPostgres } from '../test/postgres.ts'
import { costOf, postmasterOf, type Cost } from './processor.ts'
import {
  makeAdministrator,
  makeGuests,
  makeOrganization,
  publicUrl,
  servicesOver,
} from './world.ts'

const rounds = Number(process.argv[2] ?? 6)
/** Calls of each act in a round; the first round warms up and is not counted. */
const perRound = 50

type Call = readonly [method: string, path: string, body?: object]

await withPostgres(async (url) => {
  const store = await openPostgres(url, 2)
  await migrate(store.db)
  const home = await makeOrganization(store.db, 'Home')
  const large = await makeOrganization(store.db, 'Large')
  const admin = await makeAdministrator(store.db, large)
  const guests = await makeGuests(store.db, home, large, (rounds + 1) * perRound)
  const app = serverApp(servicesOver(store.db))
  const postmaster = await postmasterOf(store.db)
  const ask = async ([method, path, body]: Call): Promise<void> => {
    const response = await app.request(`${publicUrl}/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${admin}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    await response.arrayBuffer()
  }
  const guestAt = (n: number): string => guests[n]?.userId ?? ''
  const acts: Readonly<Record<string, (n: number) => Call>> = {
    invite: (n) => [
      'POST',
      '/invitations',
      {
        invitedUserEmailAddress: `somebody-${n}@there.test`,
        inviteRedirectUrl: 'https://app.example/',
        sendInvitationMessage: true,
      },
    ],
    create: (n) => [
      'POST',
      '/users',
      {
        displayName: `New ${n}`,
        userPrincipalName: `new-${n}@${large.domain}`,
        mailNickname: `new-${n}`,
        accountEnabled: true,
      },
    ],
    delete: (n) => ['DELETE', `/users/${guestAt(n)}`],
    restore: (n) => ['POST', `/directory/deletedItems/${guestAt(n)}/restore`],
    'delete again': (n) => ['DELETE', `/users/${guestAt(n)}`],
    'delete permanently': (n) => ['DELETE', `/directory/deletedItems/${guestAt(n)}`],
  }
  const costs = new Map<string, Cost[]>()
  for (let round = 0; round <= rounds; round++)
    for (const [name, call] of Object.entries(acts)) {
      const cost = await costOf(postmaster, perRound, (n) => ask(call(round * perRound + n)))
      if (round > 0) costs.set(name, [...(costs.get(name) ?? []), cost])
    }
  console.log('| act | store, least | product, least | together, least | together, median |')
  console.log('| --- | ---: | ---: | ---: | ---: |')
  for (const [name, each] of costs) {
    const sums = each.map(({ store: of, own }) => of + own).toSorted((a, b) => a - b)
    const best = each.find(({ store: of, own }) => of + own === sums[0])
    const cells = [best?.store, best?.own, sums[0], sums[Math.floor(sums.length / 2)]]
    console.log(
      `| ${name} | ${cells.map((one) => Math.round(one ?? 0).toLocaleString('en')).join(' | ')} |`,
    )
  }
  await store.close()
})
