/** The domains that belong to an organization. */
import type { Organization } from '../../../src/client/graph.ts'

export type Domains = {
  /** The default one first. */
  readonly names: readonly string[]
  readonly byDefault: string | undefined
}

/** None while the organization is not read yet. */
export const domainsOf = (organization: Organization | undefined): Domains => {
  const domains = organization?.verifiedDomains ?? []
  const byDefault = domains.find(({ isDefault }) => isDefault === true)?.name
  const others = domains.map(({ name }) => name).filter((name) => name !== byDefault)
  return { names: byDefault === undefined ? others : [byDefault, ...others], byDefault }
}
