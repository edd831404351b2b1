/** What stands where a list would: nothing was found, or there is nothing yet. */
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../words.tsx'

type Props = {
  /** Whether a search or a filter left rows out. */
  readonly narrowed: boolean
  readonly title: string
  readonly hint: string
}

export const EmptyList = ({ narrowed, title, hint }: Props) => {
  const words = useWords()
  return narrowed ? (
    <EmptyState title={words.nothingFound} hint={words.nothingFoundHint} />
  ) : (
    <EmptyState title={title} hint={hint} />
  )
}
