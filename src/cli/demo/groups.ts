/** Groups and applications of the demo, and who is in which. */
import { assignApplication } from '../../directory/applications/assign.ts'
import { operatorAuthority } from '../../directory/authority.ts'
import { createApplication } from '../../directory/applications/create.ts'
import { createGroup } from '../../directory/groups/create.ts'
import { linkUser } from '../../directory/links/link-user.ts'
import {
  newId,
  zeroId,
  type ApplicationId,
  type AppRoleId,
  type GroupId,
} from '../../kernel/ids.ts'
import { ago, must, userIn, type Organization, type Person, type Stage } from './cast.ts'

const groupWishes: readonly (readonly [string, string])[] = [
  ['Everybody at the summer fair', 'Plans the yearly fair with customers and neighbours.'],
  ['Joint design review', 'Looks at drawings every other Tuesday.'],
  ['Supplier onboarding', 'Takes new suppliers through contracts and access.'],
  ['Finance close', 'Closes the books each month.'],
  ['Field engineers', 'Work at customers’ sites.'],
  ['Night shift', 'On call from ten to six.'],
  ['Accessibility champions', 'Ask the awkward questions early.'],
  ['Contract reviewers', 'Read before anybody signs.'],
  ['Warehouse pilots', 'Try the new shelves first.'],
  ['Book club', 'Reads on company time, once a month.'],
  ['Sustainability board', 'Counts what we burn and what we save.'],
  ['Translators', 'Every word in every language.'],
]

const appWishes: readonly {
  name: string
  host: string
  description: string
  roles: readonly string[]
}[] = [
  {
    name: 'Blueprint Viewer',
    host: 'blueprints',
    description: 'Drawings, with comments.',
    roles: ['Reader', 'Reviewer'],
  },
  {
    name: 'Expense Desk',
    host: 'expenses',
    description: 'Hand in what you paid.',
    roles: ['Submitter', 'Approver'],
  },
  {
    name: 'Supplier Portal',
    host: 'suppliers',
    description: 'Offers, orders and invoices.',
    roles: ['Buyer', 'Supplier'],
  },
  {
    name: 'Wiki',
    host: 'wiki',
    description: 'What everybody ought to know.',
    roles: ['Reader', 'Writer'],
  },
  {
    name: 'Ticket Board',
    host: 'tickets',
    description: 'Who does what until when.',
    roles: ['Reporter', 'Agent'],
  },
  { name: 'Data Room', host: 'dataroom', description: 'Papers for partners.', roles: ['Reader'] },
]

export type Application = {
  readonly id: ApplicationId
  readonly name: string
  readonly roles: ReadonlyMap<string, AppRoleId>
}
export type Things = {
  readonly groups: readonly GroupId[]
  readonly applications: readonly Application[]
}

/** Adds people to a group. */
export const addMembers = async (
  stage: Stage,
  at: Organization,
  groupId: GroupId,
  people: readonly Person[],
  daysAgo: number,
): Promise<void> => {
  for (const person of people) {
    const which = { tenantId: at.id, holderId: groupId, userId: userIn(person, at) }
    must(await linkUser(stage.tx, 'group', which, operatorAuthority, ago(stage, daysAgo)), 'linked')
  }
}

/** Assigns an application's role by name; without a name, plain access. */
export const assign = async (
  stage: Stage,
  at: Organization,
  application: Application | undefined,
  principalId: string,
  { role, daysAgo }: { readonly role?: string | undefined; readonly daysAgo: number },
): Promise<void> => {
  if (application === undefined) throw new Error('The demo has no such application.')
  const appRoleId = role === undefined ? zeroId : application.roles.get(role)
  if (appRoleId === undefined) throw new Error(`${application.name} has no role ${role}.`)
  must(
    await assignApplication(
      stage.tx,
      at.id,
      { principalId, applicationId: application.id, appRoleId },
      ago(stage, daysAgo),
    ),
    'assigned',
  )
}

const makeApplications = async (
  stage: Stage,
  at: Organization,
  count: number,
  daysAgo: number,
): Promise<Application[]> => {
  const made: Application[] = []
  for (const { name, host, description, roles } of appWishes.slice(0, count)) {
    const appRoles = roles.map((role) => ({
      id: newId<AppRoleId>(),
      value: role,
      displayName: role,
      description: `${role} in ${name}`,
    }))
    const wish = {
      displayName: name,
      description,
      homepage: `https://${host}.${at.domain}/`,
      appRoles,
    }
    const { applicationId } = must(
      await createApplication(stage.tx, at.id, wish, ago(stage, daysAgo)),
      'created',
    )
    made.push({
      id: applicationId,
      name,
      roles: new Map(appRoles.map(({ id, displayName }) => [displayName, id])),
    })
  }
  return made
}

/**
 * Groups with an owner and members taken in turn from `people`, applications, and who may use them.
 */
export const makeThings = async (
  stage: Stage,
  at: Organization,
  people: readonly Person[],
  counts: { groups: number; applications: number },
  daysAgo: number,
): Promise<Things> => {
  const groups: GroupId[] = []
  for (const [n, [displayName, description]] of groupWishes.slice(0, counts.groups).entries()) {
    const { groupId } = must(
      await createGroup(
        stage.tx,
        at.id,
        { displayName, description },
        operatorAuthority,
        ago(stage, daysAgo),
      ),
      'created',
    )
    groups.push(groupId)
    const members = people.filter((_, p) => (p + n) % 8 === 0)
    await addMembers(stage, at, groupId, members, daysAgo - 1 - n)
    const [owner] = members
    if (owner === undefined) continue
    const which = { tenantId: at.id, holderId: groupId, userId: userIn(owner, at) }
    must(
      await linkUser(stage.tx, 'ownedGroup', which, operatorAuthority, ago(stage, daysAgo - 1)),
      'linked',
    )
  }
  const applications = await makeApplications(stage, at, counts.applications, daysAgo)
  for (const [n, application] of applications.entries()) {
    const [role] = application.roles.keys()
    await assign(stage, at, application, groups[n % groups.length] ?? '', {
      role,
      daysAgo: daysAgo - 2,
    })
    for (const person of people.filter((_, p) => (p + n) % 20 === 3))
      await assign(stage, at, application, userIn(person, at), { daysAgo: daysAgo - 3 })
  }
  return { groups, applications }
}
