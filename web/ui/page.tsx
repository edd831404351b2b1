/**
 * A page inside the shell: its one h1, its title in the browser's tab, and what can be done on it
 * as a whole.
 */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useShellWords } from './words.tsx'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    maxInlineSize: '1080px',
    marginInline: 'auto',
  },
  wide: { maxInlineSize: '1600px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: '4px 12px',
    '@media (max-width: 480px)': { rowGap: '12px' },
  },
  title: {
    ...typographyStyles.title2,
    minInlineSize: '0',
    flexGrow: 1,
    flexBasis: '200px',
    marginBlock: '0',
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
  },
  // Beneath both; on a phone, where all stand below one another, before what can be done.
  intro: {
    order: 1,
    flexBasis: '100%',
    marginBlock: '0',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 480px)': { order: 0 },
  },
  measure: { display: 'inline-block', maxInlineSize: '70ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

type Props = {
  readonly title: string
  readonly intro?: ReactNode
  readonly actions?: ReactNode
  /** For tables: use the width there is. */
  readonly wide?: boolean | undefined
  readonly children: ReactNode
}

export const Page = ({ title, intro, actions, wide = false, children }: Props) => {
  const words = useShellWords()
  const styles = useStyles()
  return (
    <div className={mergeClasses(styles.root, wide && styles.wide)}>
      <title>{words.pageTitle(title)}</title>
      <header className={styles.head}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {intro == null || intro === '' ? null : (
          <p className={styles.intro}>
            <span className={styles.measure}>{intro}</span>
          </p>
        )}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
