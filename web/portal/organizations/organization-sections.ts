/**
 * Under which headings my organizations stand: home under its own and the others under another;
 * without a home the page's title is the only one (R4, R5).
 */
import type { AccountOrganization } from '../../../src/wire/account.ts'
import type { Words } from '../words.tsx'

export type OrganizationSection = {
  readonly kind: 'home' | 'other'
  /** Undefined where the page's title says it already. */
  readonly heading: string | undefined
  readonly organizations: readonly AccountOrganization[]
}

/** The sections of the page, in order. */
export const sectionsOf = (
  organizations: readonly AccountOrganization[],
  words: Words,
): OrganizationSection[] => {
  const home = organizations.filter(({ kind }) => kind === 'home')
  const others = organizations.filter(({ kind }) => kind === 'other')
  if (home.length === 0) return [{ kind: 'other', heading: undefined, organizations: others }]
  return [
    { kind: 'home', heading: words.organizations.home, organizations: home },
    { kind: 'other', heading: words.organizations.others, organizations: others },
  ]
}
