/** The whole contract, area by area. */
import { addressAreas } from './addresses.ts'
import { applicationAreas } from './applications.ts'
import { bodyAreas } from './bodies.ts'
import { changeAreas } from './changes.ts'
import { deletedAreas } from './deleted.ts'
import { errorAreas } from './errors.ts'
import { filterAreas } from './filters.ts'
import { groupAreas } from './groups.ts'
import { listAreas } from './lists.ts'
import { logAreas } from './logs.ts'
import { optionAreas } from './options.ts'
import { organizationAreas } from './organization.ts'
import { protocolAreas } from './protocol.ts'
import { relationshipAreas } from './relationships.ts'
import type { Area } from './row.ts'
import { scriptAreas } from './scripts.ts'
import { userAreas } from './users.ts'

/** Areas that share one organization. */
export const areas: readonly (readonly Area[])[] = [
  addressAreas,
  protocolAreas,
  bodyAreas,
  errorAreas,
  listAreas,
  filterAreas,
  optionAreas,
  changeAreas,
  userAreas,
  relationshipAreas,
  groupAreas,
  deletedAreas,
  organizationAreas,
  applicationAreas,
  scriptAreas,
  logAreas,
]
