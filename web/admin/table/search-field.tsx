/** The search box of a list. It tells its list when typing pauses. */
import { makeStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { SearchInput } from '../../ui/search-input.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'

const useStyles = makeStyles({ box: { flexGrow: 1, maxWidth: '24rem', minWidth: '12rem' } })

export const SearchField = ({
  label,
  onSearch,
}: {
  readonly label: string
  readonly onSearch: (text: string) => void
}) => {
  const styles = useStyles()
  const [text, setText] = useState('')
  const settled = useDebounced(text.trim())
  useEffect(() => onSearch(settled), [settled, onSearch])
  return <SearchInput className={styles.box} label={label} value={text} onChange={setText} />
}
