/**
 * The story of the demo: six organizations, a cast that meets every case of leaving, and a year
 * behind them.
 */
import { setOrganizationState, updateOrganization } from '../../directory/organizations/update.ts'
import { ask } from '../../directory/requests/ask.ts'
import { transaction, type Database } from '../../store/database.ts'
import {
  ago,
  makeCharacter,
  makeOrganization,
  must,
  userIn,
  type Person,
  type Stage,
} from './cast.ts'
import { disable, haveSignedIn, inviteStrangers, makeGuests, makeMembers } from './crowd.ts'
import { makeDepartures } from './departures.ts'
import { makeThings } from './groups.ts'
import { type Cast, type Organizations, makeAdaAndBobGuests, makeAdaAtFabrikam } from './ada.ts'

/**
 * Writes the whole demo into an empty store, or nothing of it. `now` is the present of the story.
 */
export const seedDemo = (db: Database, now: Date): Promise<void> =>
  transaction(db, (tx) => seed({ tx, now }))

const bigCounts = { groups: 12, applications: 6 }

const smallCounts = { groups: 5, applications: 3 }

const started = 420

const seed = async (stage: Stage): Promise<void> => {
  const organizations = await makeOrganizations(stage)
  const { contoso, fabrikam, northwind, tailspin } = organizations
  const cast = await makeCast(stage, organizations)
  const { ada, bob, carol, frank, fiona, nora, tom } = cast

  const contosoPeople = await makeMembers(stage, contoso, 0, 48)
  const fabrikamPeople = await makeMembers(stage, fabrikam, 48, 44)
  const northwindPeople = await makeMembers(stage, northwind, 92, 44)
  const tailspinPeople = await makeMembers(stage, tailspin, 136, 44)
  const atContoso = [...fabrikamPeople.slice(20, 30), ...northwindPeople.slice(20, 24)]
  await makeGuests(stage, atContoso, contoso)
  const guests = [...contosoPeople.slice(20, 44), ...tailspinPeople.slice(20, 28)]
  await makeGuests(stage, guests, fabrikam)
  const atNorthwind = [...contosoPeople.slice(8, 20), ...tailspinPeople.slice(28, 34)]
  await makeGuests(stage, atNorthwind, northwind)
  const atTailspin = [...contosoPeople.slice(0, 8), ...northwindPeople.slice(28, 38)]
  await makeGuests(stage, atTailspin, tailspin)
  const inviting = [
    [contoso, carol],
    [fabrikam, frank],
    [northwind, nora],
    [tailspin, tom],
  ] as const
  for (const [n, [at, administrator]] of inviting.entries())
    await inviteStrangers(stage, at, administrator, 180 + n * 6, 6)
  await makeAdaAndBobGuests(stage, organizations, cast)

  await makeThings(stage, contoso, [carol, ada, bob, ...contosoPeople], bigCounts, started - 40)
  await makeThings(stage, northwind, [nora, ...northwindPeople], smallCounts, started - 40)
  await makeThings(stage, tailspin, [tom, ...tailspinPeople], smallCounts, started - 40)
  const everybody = [frank, fiona, ...fabrikamPeople, ...guests.slice(6)]
  const things = await makeThings(stage, fabrikam, everybody, bigCounts, started - 40)
  await makeAdaAtFabrikam(stage, fabrikam, cast, things)

  const known = [ada, bob, carol, frank, fiona, nora, tom]
  const others = [...contosoPeople.slice(0, 30), ...fabrikamPeople.slice(0, 30)]
  await haveSignedIn(stage, [...known, ...others])
  const disabledGuest = guests[14] as Person
  await disable(stage, [disabledGuest, ...fabrikamPeople.slice(30, 32)], fabrikam, 45, frank)
  await disable(stage, [ada], northwind, 21, nora)
  await makeDepartures(stage, {
    at: fabrikam,
    administrator: frank,
    userAdministrator: fiona,
    guests,
    members: fabrikamPeople.slice(38),
    disabledGuest,
  })
  await restrict(stage, organizations, cast)
}

const makeOrganizations = async (stage: Stage): Promise<Organizations> => ({
  contoso: await makeOrganization(stage, 'Contoso', started),
  fabrikam: await makeOrganization(stage, 'Fabrikam', started),
  northwind: await makeOrganization(stage, 'Northwind', started),
  tailspin: await makeOrganization(stage, 'Tailspin', started),
  woodgrove: await makeOrganization(stage, 'Woodgrove', started),
  litware: await makeOrganization(stage, 'Litware', 90),
})

const makeCast = async (
  stage: Stage,
  { contoso, fabrikam, northwind, tailspin, woodgrove, litware }: Organizations,
): Promise<Cast> => ({
  carol: await makeCharacter(stage, contoso, 'Carol Diaz', started, 'globalAdministrator'),
  frank: await makeCharacter(stage, fabrikam, 'Frank Weber', started, 'globalAdministrator'),
  nora: await makeCharacter(stage, northwind, 'Nora Lind', started, 'globalAdministrator'),
  tom: await makeCharacter(stage, tailspin, 'Tom Achebe', started, 'globalAdministrator'),
  wilma: await makeCharacter(stage, woodgrove, 'Wilma Sato', started, 'globalAdministrator'),
  lena: await makeCharacter(stage, litware, 'Lena Rossi', 90, 'globalAdministrator'),
  fiona: await makeCharacter(stage, fabrikam, 'Fiona Byrne', started - 5, 'userAdministrator'),
  ada: await makeCharacter(stage, contoso, 'Ada Lovelace', started - 10),
  bob: await makeCharacter(stage, contoso, 'Bob Okafor', started - 12),
})

/**
 * What only settings make: an organization that does not let guests leave, and one that is closed.
 */
const restrict = async (
  stage: Stage,
  { tailspin, woodgrove }: Organizations,
  { bob, tom }: Cast,
): Promise<void> => {
  const { tx } = stage
  await updateOrganization(
    tx,
    tailspin.id,
    { externalUsersMayLeave: false },
    ago(stage, 80, userIn(tom, tailspin)),
  )
  await setOrganizationState(tx, woodgrove.id, { state: 'closed', anyway: false }, ago(stage, 33))
  const wish = {
    personId: bob.personId,
    tenantId: tailspin.id,
    kind: 'removal',
    message: 'I have moved to another team.',
  } as const
  must(await ask(tx, wish, ago(stage, 2)), 'asked')
}
