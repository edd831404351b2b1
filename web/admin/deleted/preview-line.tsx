/** One of many that are restored: what would come back in a line, and each of it when opened. */
import { makeStyles, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', paddingBlock: '4px' },
  preview: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    paddingInlineStart: '16px',
    paddingBlockEnd: '8px',
  },
})

type PreviewLineProps = {
  readonly name: string
  /** Undefined: there is nothing to restore. */
  readonly what: string | undefined
  /** What needs to be looked at stands open. */
  readonly isOpen: boolean
  readonly children: ReactNode
}

export const PreviewLine = ({ name, what, isOpen, children }: PreviewLineProps) => {
  const words = useWords().deleted
  const styles = useStyles()
  const line = (
    <>
      <Text weight="semibold">{name}</Text> <Text>{what ?? words.nothingToRestore}</Text>
    </>
  )
  if (what === undefined) return <div className={styles.summary}>{line}</div>
  return (
    <details open={isOpen}>
      <summary className={styles.summary}>{line}</summary>
      <div className={styles.preview}>{children}</div>
    </details>
  )
}
