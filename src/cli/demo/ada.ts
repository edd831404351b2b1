/** Ada's and Bob's places in the demo. */
import { operatorAuthority } from '../../directory/authority.ts'
import { assignRole } from '../../directory/roles/assign.ts'
import { setManager } from '../../directory/links/responsible.ts'
import { addSponsor } from '../../directory/links/sponsors.ts'
import type { UserId } from '../../kernel/ids.ts'
import { ago, makeGuest, must, userIn, type Organization, type Person, type Stage } from './cast.ts'
import { addMembers, assign, type Things } from './groups.ts'
import { inviteTo } from './invitations.ts'

export type Organizations = Record<
  'contoso' | 'fabrikam' | 'northwind' | 'tailspin' | 'woodgrove' | 'litware',
  Organization
>

export type Cast = Record<
  'ada' | 'bob' | 'carol' | 'frank' | 'fiona' | 'nora' | 'tom' | 'wilma' | 'lena',
  Person
>

/** An open invitation, to be accepted or declined in the portal. */
const inviteAda = async (
  stage: Stage,
  ada: Person,
  litware: Organization,
  lena: Person,
): Promise<void> => {
  const userId = await inviteTo(stage, litware, lena, {
    address: ada.upn,
    displayName: ada.displayName,
    message: 'We would like your advice on the new line.',
    daysAgo: 4,
  })
  ada.users.set(litware.id, userId)
}

export const makeAdaAndBobGuests = async (
  stage: Stage,
  { fabrikam, northwind, tailspin, woodgrove, litware }: Organizations,
  { ada, bob, lena }: Cast,
): Promise<void> => {
  for (const [at, daysAgo] of [
    [fabrikam, 210],
    [northwind, 160],
    [tailspin, 120],
    [woodgrove, 300],
  ] as const)
    await makeGuest(stage, ada, at, daysAgo)
  await inviteAda(stage, ada, litware, lena)
  await makeGuest(stage, bob, fabrikam, 75)
  await makeGuest(stage, bob, tailspin, 110)
}

export const makeAdaAtFabrikam = async (
  stage: Stage,
  fabrikam: Organization,
  { ada, bob, frank, fiona }: Cast,
  { groups, applications }: Things,
): Promise<void> => {
  const which = { tenantId: fabrikam.id, userId: userIn(ada, fabrikam) }
  for (const groupId of groups.slice(0, 4)) await addMembers(stage, fabrikam, groupId, [ada], 200)
  for (const groupId of groups.slice(1, 3)) await addMembers(stage, fabrikam, groupId, [bob], 70)
  const use = (name: string, userId: UserId, as: Parameters<typeof assign>[4]) =>
    assign(
      stage,
      fabrikam,
      applications.find((application) => application.name === name),
      userId,
      as,
    )
  await use('Blueprint Viewer', which.userId, { role: 'Reviewer', daysAgo: 199 })
  await use('Supplier Portal', which.userId, { role: 'Supplier', daysAgo: 180 })
  await use('Wiki', which.userId, { daysAgo: 150 })
  await use('Blueprint Viewer', userIn(bob, fabrikam), { role: 'Reader', daysAgo: 70 })
  must(
    await addSponsor(
      stage.tx,
      which,
      userIn(fiona, fabrikam),
      ago(stage, 205, userIn(frank, fabrikam)),
    ),
    'linked',
  )
  must(
    await setManager(
      stage.tx,
      which,
      userIn(frank, fabrikam),
      ago(stage, 204, userIn(frank, fabrikam)),
    ),
    'linked',
  )
  must(
    await assignRole(
      stage.tx,
      { ...which, role: 'guestInviter' },
      operatorAuthority,
      ago(stage, 100),
    ),
    'assigned',
  )
}
