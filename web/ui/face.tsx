/** The picture of a person or an app: their initials, in the order of their own letters. */
import { Avatar, makeStyles, type AvatarProps } from '@fluentui/react-components'

const fromLeft = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

// On a page from right to left the components turn initials round, also those of names that run the
// other way.
const initialsOf = (name: string | undefined): string | undefined => {
  const words = (name ?? '').split(/\s+/).filter((word) => fromLeft.test(word))
  const [first] = words
  const last = words.length > 1 ? words.at(-1) : undefined
  if (first === undefined) return undefined
  return [first, last ?? ''].map((word) => word.slice(0, 1).toUpperCase()).join('')
}

// A picture and no words: who speaks to a button says the name on it, not the letters.
const useStyles = makeStyles({ letters: { '::before': { content: 'attr(data-letters)' } } })

export const Face = (props: Omit<AvatarProps, 'initials' | 'as'>) => {
  const styles = useStyles()
  const initials = initialsOf(props.name)
  const letters = <span className={styles.letters} data-letters={initials} />
  return (
    <Avatar aria-hidden {...props} {...(initials === undefined ? {} : { initials: letters })} />
  )
}
