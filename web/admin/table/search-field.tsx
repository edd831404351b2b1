/** The search box of a list. It tells its list when typing pauses. */
import { SearchBox, makeStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
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
  return (
    <SearchBox
      className={styles.box}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(_, data) => setText(data.value)}
    />
  )
}
