/** The whole contract, area by area. */
import { addressAreas } from './addresses.ts'
import { bodyAreas } from './bodies.ts'
import { changeAreas } from './changes.ts'
import { errorAreas } from './errors.ts'
import { filterAreas } from './filters.ts'
import { listAreas } from './lists.ts'
import { optionAreas } from './options.ts'
import { protocolAreas } from './protocol.ts'
import type { Area } from './row.ts'

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
]
