/** Names and values, side by side where there is room and below one another where there is not. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(16rem, 100%), 1fr))',
    gap: tokens.spacingVerticalL,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
})

export type Fact = { readonly name: string; readonly value: ReactNode }

export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => {
  const words = useWords()
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>
            {value === null || value === undefined || value === '' ? words.none : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
