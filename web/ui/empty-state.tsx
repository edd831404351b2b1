/** An empty list: what would be here, and how it gets here. */
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: '8px',
    paddingBlock: '48px',
    paddingInline: '16px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  hint: { color: tokens.colorNeutralForeground2, maxInlineSize: '52ch', textAlign: 'center' },
  action: { marginBlockStart: '8px' },
})

type Props = { readonly title: string; readonly hint: ReactNode; readonly action?: ReactNode }

export const EmptyState = ({ title, hint, action }: Props) => {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <Text size={400} weight="semibold">
        {title}
      </Text>
      <Text className={styles.hint}>{hint}</Text>
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  )
}
