/**
 * What the page of a user begins with: each line a question and a sentence that is true for them.
 */
import { makeStyles, tokens } from '@fluentui/react-components'
import { Children, type ReactNode } from 'react'
import { Card } from '../../../ui/card.tsx'
import { useWords } from '../../words.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(9rem, 1fr) 5fr',
    columnGap: tokens.spacingHorizontalL,
    '@media (max-width: 600px)': { gridTemplateColumns: '1fr' },
  },
  name: { color: tokens.colorNeutralForeground3 },
  said: {
    margin: 0,
    minWidth: 0,
    overflowWrap: 'anywhere',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
})

/** A question, and the sentences that answer it; none where it is not asked of them. */
export type Line = { readonly name: string; readonly said: readonly ReactNode[] }

export const InShort = ({ lines }: { readonly lines: readonly Line[] }) => {
  const words = useWords().story
  const styles = useStyles()
  return (
    <Card title={words.title}>
      <dl className={styles.list}>
        {lines
          .filter(({ said }) => said.length > 0)
          .map(({ name, said }) => (
            <div key={name} className={styles.line}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.said}>
                {Children.map(said, (one) => (
                  <span>{one}</span>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </Card>
  )
}
