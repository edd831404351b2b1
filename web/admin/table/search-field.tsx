/** The search box of a list. It tells its list when typing pauses. */
import { makeStyles } from '@fluentui/react-components'
import { useEffect, useEffectEvent, useState } from 'react'
import { SearchInput } from '../../ui/search-input.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'

const useStyles = makeStyles({ box: { flexGrow: 1, maxWidth: '24rem', minWidth: '12rem' } })

type Props = {
  readonly label: string
  /** What is looked for already. */
  readonly value: string
  readonly onSearch: (text: string) => void
}

export const SearchField = ({ label, value, onSearch }: Props) => {
  const styles = useStyles()
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  const settled = useDebounced(text.trim())
  // Something else is looked for, and not because of what was typed here: by back, or a link.
  if (value !== seen) {
    setSeen(value)
    if (value !== settled) setText(value)
  }
  const tell = useEffectEvent((typed: string) => {
    if (typed !== value) onSearch(typed)
  })
  useEffect(() => tell(settled), [settled])
  return <SearchInput className={styles.box} label={label} value={text} onChange={setText} />
}
