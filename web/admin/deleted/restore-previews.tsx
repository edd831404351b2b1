/** What restoring each of many would bring back and what not, told before it is done. */
import { makeStyles, Text } from '@fluentui/react-components'
import type { RestorePreviews as Answer } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { useWords } from '../words.tsx'
import { PreviewPages } from './preview-pages.tsx'
import { Conflicts } from './restore-dialog.tsx'
import { RestoreLinks } from './restore-links.tsx'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', paddingBlock: '4px' },
  links: { display: 'flex', flexDirection: 'column', gap: '8px', paddingInlineStart: '16px' },
})

type Preview = Answer['value'][number]

/** Who is restored: the id, and what they are called there. */
type Previewed = { readonly id: string; readonly name: string }

const isSmooth = ({ cannotComeBack, conflicts, code }: Preview): boolean =>
  cannotComeBack.length === 0 && conflicts.length === 0 && code === undefined

const Links = ({ preview }: { readonly preview: Preview }) => {
  const words = useWords().deleted
  const styles = useStyles()
  const { comesBack, cannotComeBack, conflicts, asksPerson } = preview
  const none = cannotComeBack.length === 0 ? { none: words.nothingComesBack } : {}
  return (
    <div className={styles.links}>
      <RestoreLinks few title={words.comesBack} links={comesBack} {...none} />
      <RestoreLinks few title={words.cannotComeBack} links={cannotComeBack} />
      {asksPerson && <Text>{words.asksPerson}</Text>}
      <Conflicts conflicts={conflicts} />
    </div>
  )
}

// What needs to be looked at stands open.
const OfOne = ({ name, preview }: { readonly name: string; readonly preview: Preview }) => {
  const words = useWords().deleted
  const styles = useStyles()
  const { comesBack, cannotComeBack, conflicts, code } = preview
  if (code !== undefined)
    return (
      <div className={styles.summary}>
        <Text weight="semibold">{name}</Text> <Text>{words.nothingToRestore}</Text>
      </div>
    )
  const what =
    conflicts.length > 0
      ? words.cannotBeRestored
      : words.previewOf(comesBack.length, cannotComeBack.length)
  return (
    <details open={!isSmooth(preview)}>
      <summary className={styles.summary}>
        <Text weight="semibold">{name}</Text> <Text>{what}</Text>
      </summary>
      <Links preview={preview} />
    </details>
  )
}

/** The first of them, and more when asked for. */
export const RestorePreviews = ({ users }: { readonly users: readonly Previewed[] }) => {
  const { deleted } = useAdmin().graph
  return (
    <PreviewPages
      name="restorePreviews"
      of={users}
      load={async (ids) => (await deleted.previewMany(ids)).value}
      render={({ name }, preview) => <OfOne name={name} preview={preview} />}
    />
  )
}
