/** All of a list, or those without an owner. */
import { ListFilter } from './list-filter.tsx'
import type { Asked } from './use-asked.ts'
import { useWords } from '../words.tsx'

/** The filter of the list while those without an owner are asked for. */
export const ownerFilterOf = (asked: Asked): string =>
  asked.value('owner') === 'none' ? 'owners/$count eq 0' : ''

export const OwnerFilter = ({ asked }: { readonly asked: Asked }) => {
  const words = useWords()
  return (
    <ListFilter
      asked={asked}
      name="owner"
      label={words.owner}
      any={words.ownerAny}
      options={{ none: words.ownerNone }}
    />
  )
}
