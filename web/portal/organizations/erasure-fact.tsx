/** Until when data is erased, or why not (R129). */
import type { ReactNode } from 'react'
import type { Departure } from '../../../src/wire/account.ts'
import type { Words } from '../words.tsx'
import { When } from '../../ui/when.tsx'

/** Name and value: the last day of the erasure, or that a hold keeps the data. */
export const erasureFact = (
  { erasedBy }: Departure,
  words: Words,
): readonly [name: string, value: ReactNode] =>
  erasedBy === null
    ? [words.organizations.erasure, words.organizations.heldInstead]
    : [words.organizations.erasedBy, <When key="erased" at={erasedBy} />]
