/** A search box, whose button to clear it speaks the language of the page. */
import { SearchBox } from '@fluentui/react-components'
import { useShellWords } from './words.tsx'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly className?: string
}

export const SearchInput = ({ label, value, onChange, className }: Props) => {
  const words = useShellWords()
  return (
    <SearchBox
      {...(className === undefined ? {} : { className })}
      aria-label={label}
      placeholder={label}
      value={value}
      dismiss={value === '' ? null : { 'aria-label': words.clearSearch }}
      onChange={(_, data) => onChange(data.value)}
    />
  )
}
