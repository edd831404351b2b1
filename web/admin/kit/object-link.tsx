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

const folders: Readonly<Record<string, string>> = {
  user: 'users',
  group: 'groups',
  serviceprincipal: 'applications',
  role: 'roles',
  policy: 'policies',
}

/** The folder of the pages for a kind, written as Graph's type or as an audit target's. */
export const folderOf = (kind: string): string | undefined =>
  folders[kind.replace('#microsoft.graph.', '').toLowerCase()]

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
