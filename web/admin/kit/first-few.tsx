/** The first few of many, and how many more there are. */
import { makeStyles } from '@fluentui/react-components'
import type { Key, ReactNode } from 'react'
import { useWords } from '../words.tsx'

const shown = 10

const useStyles = makeStyles({
  list: { marginBlock: '4px', paddingInlineStart: '20px', overflowWrap: 'anywhere' },
})

type Props<T> = {
  readonly of: readonly T[]
  readonly keyOf: (one: T) => Key
  readonly render: (one: T) => ReactNode
}

export const FirstFew = <T,>({ of, keyOf, render }: Props<T>) => {
  const words = useWords()
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {of.slice(0, shown).map((one) => (
        <li key={keyOf(one)}>{render(one)}</li>
      ))}
      {of.length > shown && <li>{words.andMore(of.length - shown)}</li>}
    </ul>
  )
}
