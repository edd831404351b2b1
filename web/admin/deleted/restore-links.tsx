/** Lists of what a restore brings back, and of what it cannot and why. */
import { Text, makeStyles } from '@fluentui/react-components'
import type { LostLink, RestoreLink } from '../../../src/client/graph.ts'
import { roleName } from '../kit/role-words.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '4px' },
  list: { marginBlock: '0', paddingInlineStart: '20px', overflowWrap: 'anywhere' },
})

type Props = {
  readonly title: string
  readonly links: readonly (RestoreLink & Partial<Pick<LostLink, 'reason'>>)[]
  /** What stands here when there are none; nothing at all when not given. */
  readonly none?: string
}

const nameOf = (words: Words, { kind, displayName }: RestoreLink): string =>
  kind === 'role' ? roleName(words, displayName) : displayName

export const RestoreLinks = ({ title, links, none }: Props) => {
  const words = useWords()
  const styles = useStyles()
  if (links.length === 0) return none === undefined ? null : <Text>{none}</Text>
  return (
    <div className={styles.part}>
      <Text as="h3" weight="semibold">
        {title}
      </Text>
      <ul className={styles.list}>
        {links.map((link) => (
          <li key={`${link.kind} ${link.id} ${link.reason ?? ''}`}>
            {words.deleted.kinds[link.kind]}: {nameOf(words, link)}
            {link.reason !== undefined && (
              <> – {words.deleted.lost[link.reason](link.displayName)}</>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
