/** The name of a user, group or application, leading to its page. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useAdmin } from '../admin-context.tsx'
import { Breakable } from './breakable.tsx'
import { roleName } from './role-words.ts'
import { RouteLink } from './route-link.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  object: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground3 },
})

const folders = {
  user: 'users',
  group: 'groups',
  servicePrincipal: 'applications',
  role: 'roles',
  policy: 'policies',
} as const

/** What has a page of its own. A registration has none: its service principal's is that of both. */
export type PageKind = keyof typeof folders

const byName = new Map<string, string>(
  Object.entries(folders).map(([kind, folder]) => [kind.toLowerCase(), folder]),
)

/** The folder of the pages for a kind, written as Graph's type or as an audit target's. */
export const folderOf = (kind: string): string | undefined =>
  byName.get(kind.replace('#microsoft.graph.', '').toLowerCase())

export type LinkedObject = {
  readonly kind: string
  readonly id: string
  readonly name: string | null | undefined
  readonly detail?: string | null | undefined
}

export const ObjectLink = ({ kind, id, name, detail }: LinkedObject) => {
  const words = useWords()
  const styles = useStyles()
  const { organizationId } = useAdmin()
  const folder = folderOf(kind)
  // After an erasure an id is all there is.
  const text = name == null ? words.erased(id) : folder === 'roles' ? roleName(words, name) : name
  return (
    <span className={styles.object}>
      {folder === undefined || name == null ? (
        text
      ) : (
        <RouteLink to={`/${organizationId}/${folder}/${id}`}>{text}</RouteLink>
      )}
      {detail != null && detail !== '' && (
        <Caption1 className={styles.detail}>
          <Breakable text={detail} />
        </Caption1>
      )}
    </span>
  )
}
