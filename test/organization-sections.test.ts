/** The headings of the page Organizations. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountOrganization } from '../src/wire/account.ts'
import { sectionsOf } from '../web/portal/organization-sections.ts'

const organization = (displayName: string, kind: 'home' | 'other') => ({ displayName, kind }) as AccountOrganization
const shown = (organizations: readonly AccountOrganization[]) =>
  sectionsOf(organizations).map(({ heading, organizations: rows }) => [heading, rows.map(({ displayName }) => displayName)])

test('R4: home stands first, under a heading of its own, then the others under another', () => {
  assert.deepEqual(shown([organization('Fabrikam', 'other'), organization('Contoso', 'home'), organization('Northwind', 'other')]), [
    ['Home organization', ['Contoso']],
    ['Other organizations you collaborate with', ['Fabrikam', 'Northwind']],
  ])
})

test('R5: without a home everything stands under the title of the page, and there is no second heading', () => {
  assert.deepEqual(shown([organization('Fabrikam', 'other'), organization('Northwind', 'other')]), [[undefined, ['Fabrikam', 'Northwind']]])
})
