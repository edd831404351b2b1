/** Lists of what a restore brings back, and of what it cannot and why. */
import { Checkbox, Text, makeStyles } from '@fluentui/react-components'
import type { LeftOfUser, LostLink, RestoreLink } from '../../../src/client/graph.ts'
import { bareList } from '../../ui/bare-list.ts'
import { roleName } from '../kit/role-words.ts'
import { useWords, type Words } from '../words.tsx'
import { isLeft, leave, type Choosing } from './choice.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '4px' },
  list: { marginBlock: '0', paddingInlineStart: '20px', overflowWrap: 'anywhere' },
  ticks: { ...bareList, overflowWrap: 'anywhere' },
})

const keyOfLink = ({ kind, item }: Pick<RestoreLink, 'kind' | 'item'>): string => `${kind} ${item}`

type Shown = RestoreLink & Partial<Pick<LostLink, 'reason'>>
type Props = {
  readonly title: string
  readonly links: readonly Shown[]
  /** What stands here when there are none; nothing at all when not given. */
  readonly none?: string
}

const textOf = (words: Words, { kind, displayName, reason }: Shown): string => {
  const name = kind === 'role' ? roleName(words, displayName) : displayName
  const text = `${words.deleted.kinds[kind]}: ${name}`
  return reason === undefined ? text : `${text} – ${words.deleted.lost[reason](displayName)}`
}

const Titled = ({
  title,
  children,
}: {
  readonly title: string
  readonly children: React.ReactNode
}) => (
  <div className={useStyles().part}>
    <Text as="h3" weight="semibold">
      {title}
    </Text>
    {children}
  </div>
)

export const RestoreLinks = ({ title, links, none }: Props) => {
  const words = useWords()
  const styles = useStyles()
  if (links.length === 0) return none === undefined ? null : <Text>{none}</Text>
  return (
    <Titled title={title}>
      <ul className={styles.list}>
        {links.map((link) => (
          <li key={keyOfLink(link)}>{textOf(words, link)}</li>
        ))}
      </ul>
    </Titled>
  )
}

type TicksProps = Props &
  Choosing<LeftOfUser> & {
    /** The user who comes back. */
    readonly of: string
    /** What unticking does, where nothing around it says so. */
    readonly hint?: string
  }

/** The same with a tick each: what is unticked is left out. */
export const RestoreTicks = ({ title, links, none, of, hint, left, onLeft }: TicksProps) => {
  const words = useWords()
  const styles = useStyles()
  if (links.length === 0) return none === undefined ? null : <Text>{none}</Text>
  return (
    <Titled title={title}>
      {hint !== undefined && <Text>{hint}</Text>}
      <ul className={styles.ticks}>
        {links.map((link) => {
          const name = { of, kind: link.kind, item: link.item }
          return (
            <li key={keyOfLink(link)}>
              <Checkbox
                label={textOf(words, link)}
                checked={!isLeft(left, name)}
                onChange={(_, { checked }) => onLeft(leave(left, name, checked === true))}
              />
            </li>
          )
        })}
      </ul>
    </Titled>
  )
}
