/** The headings and the leave control of the page Organizations. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountOrganization } from '../../wire/account.ts'
import { memberships } from '../../words/en/memberships.ts'
import { sectionsOf, showsLeave } from './leave-control.ts'

const organization = (displayName: string, kind: 'home' | 'other') =>
  ({ displayName, kind }) as AccountOrganization
const shown = (organizations: readonly AccountOrganization[]) => {
  const [home, others] = [
    organizations.filter(({ kind }) => kind === 'home'),
    organizations.filter(({ kind }) => kind === 'other'),
  ]
  return sectionsOf(home, others, home.length > 0, memberships).map(
    ({ heading, organizations: rows }) => [heading, rows.map(({ displayName }) => displayName)],
  )
}

test('R4: home stands first, under a heading of its own, then the others under another', () => {
  assert.deepEqual(
    shown([
      organization('Fabrikam', 'other'),
      organization('Contoso', 'home'),
      organization('Northwind', 'other'),
    ]),
    [
      ['Home organization', ['Contoso']],
      ['Other organizations you collaborate with', ['Fabrikam', 'Northwind']],
    ],
  )
})

test('R5: without a home everything stands under the title of the page, and there is no second heading', () => {
  assert.deepEqual(shown([organization('Fabrikam', 'other'), organization('Northwind', 'other')]), [
    [undefined, ['Fabrikam', 'Northwind']],
  ])
})

test('R3: there is no leave control at home, even if nothing else stood in the way; elsewhere there is one while nothing does', () => {
  const there = {
    ...organization('Contoso', 'other'),
    state: 'active',
    invitationOpen: false,
    closed: false,
    blockers: [],
  } as const
  const blocked = [{ code: 'leavingNotAllowed' }] as unknown as AccountOrganization['blockers']
  const invited = { state: 'invited', invitationOpen: true } as const
  const controls = [
    there,
    { ...there, kind: 'home' },
    { ...there, blockers: blocked },
    { ...there, state: 'left' },
    { ...there, ...invited },
  ]
  assert.deepEqual(
    controls.map((one) => showsLeave(one as AccountOrganization)),
    [true, false, false, false, false],
  )
})
