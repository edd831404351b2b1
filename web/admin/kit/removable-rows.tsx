/** A few things below one another, each with a line about it and a button that takes it away. */
import { makeStyles, Text } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { Action } from '../../../src/client/graph.ts'
import { bareList } from '../../ui/bare-list.ts'
import { MayButton } from './may.tsx'

const useStyles = makeStyles({
  list: { ...bareList, gap: '12px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  about: { display: 'flex', flexDirection: 'column', minInlineSize: '0', overflowWrap: 'anywhere' },
})

export const RemovableRows = ({ children }: { readonly children: ReactNode }) => (
  <ul className={useStyles().list}>{children}</ul>
)

type Props = {
  readonly name: string
  /** The line about it. */
  readonly children: ReactNode
  readonly action: Action
  /** Why it cannot be taken away; undefined when it can. */
  readonly blocked?: string | undefined
  /** What its button says, and what it is called to who does not see the row. */
  readonly label: string
  readonly labelNamed: string
  readonly onRemove: () => void
}

export const RemovableRow = ({ name, children, label, labelNamed, onRemove, ...may }: Props) => {
  const styles = useStyles()
  return (
    <li className={styles.row}>
      <span className={styles.about}>
        <Text weight="semibold">{name}</Text>
        <Text size={200}>{children}</Text>
      </span>
      <MayButton
        {...may}
        size="small"
        icon={<DeleteRegular />}
        aria-label={labelNamed}
        onClick={onRemove}
      >
        {label}
      </MayButton>
    </li>
  )
}
