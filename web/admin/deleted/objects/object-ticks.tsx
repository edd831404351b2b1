/** What comes back with a group or an application, with a tick for each kind and for each of it. */
import { Checkbox, makeStyles, Text } from '@fluentui/react-components'
import { bareList } from '../../../ui/bare-list.ts'
import { useWords } from '../../words.tsx'
import type { LeftOfMany } from '../../../../src/client/graph.ts'
import { isLeft, leave, leaveAll, ticked, type Choosing, type Counted } from '../choice.ts'

const useStyles = makeStyles({
  title: { marginBlock: '0' },
  list: { ...bareList, overflowWrap: 'anywhere' },
  items: { ...bareList, overflowWrap: 'anywhere', paddingInlineStart: '24px' },
  summary: { cursor: 'pointer', paddingInlineStart: '32px' },
  others: { paddingInlineStart: '8px' },
})

export type Choice = Choosing<LeftOfMany> & {
  /** The object that comes back. */
  readonly of: string
}

const Items = ({ counted, of, left, onLeft }: Choice & { readonly counted: Counted }) => {
  const { objects: words } = useWords().deleted
  const styles = useStyles()
  const { kind, items, count } = counted
  const none = isLeft(left, { of, kind })
  const others = count - items.length
  return (
    <details>
      <summary className={styles.summary}>{words.oneByOne[kind]}</summary>
      <ul className={styles.items}>
        {items.map(({ item, displayName }) => (
          <li key={item}>
            <Checkbox
              label={displayName}
              disabled={none}
              checked={!none && !isLeft(left, { of, kind, item })}
              onChange={(_, { checked }) =>
                onLeft(leave(left, { of, kind, item }, checked === true))
              }
            />
          </li>
        ))}
        {others > 0 && (
          <li className={styles.others}>
            <Text>{words.others(others)}</Text>
          </li>
        )}
      </ul>
    </details>
  )
}

type TicksProps = Choice & {
  readonly comesBack: readonly Counted[]
  /** What unticking does, where nothing around it says so. */
  readonly hint?: string
}

/** What is unticked is left out. */
export const ObjectTicks = ({ comesBack, hint, ...choice }: TicksProps) => {
  const words = useWords().deleted
  const styles = useStyles()
  const { of, left, onLeft } = choice
  if (comesBack.length === 0) return null
  return (
    <div>
      <Text as="h3" weight="semibold" block className={styles.title}>
        {words.comesBack}
      </Text>
      {hint !== undefined && <Text>{hint}</Text>}
      <ul className={styles.list}>
        {comesBack.map((counted) => (
          <li key={counted.kind}>
            <Checkbox
              label={words.objects.kinds[counted.kind](counted.count)}
              checked={ticked(left, of, counted)}
              onChange={(_, { checked }) =>
                onLeft(leaveAll(left, { of, kind: counted.kind }, checked === true))
              }
            />
            <Items counted={counted} {...choice} />
          </li>
        ))}
      </ul>
    </div>
  )
}
