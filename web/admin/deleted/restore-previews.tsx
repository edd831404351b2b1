/** What restoring each of many would bring back and what not, with a choice, before it is done. */
import type { LeftOfUser, RestorePreviews as Answer } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { useWords } from '../words.tsx'
import { isLeft, type Choosing } from './choice.ts'
import { countedIn } from './counted-links.ts'
import { PreviewLine } from './preview-line.tsx'
import { PreviewPages } from './preview-pages.tsx'
import { Preview as PreviewOfOne } from './restore-dialog.tsx'

type Preview = Answer['value'][number]

/** What is left out. */
type Choice = { readonly choice: Choosing<LeftOfUser> }

/** Who is restored: the id, and what they are called there. */
type Previewed = { readonly id: string; readonly name: string }

const OfOne = ({
  one: { id, name },
  preview,
  choice,
}: Choice & { readonly one: Previewed; readonly preview: Preview }) => {
  const words = useWords().deleted
  const { comesBack, cannotComeBack, conflicts, code } = preview
  const back = comesBack.filter((link) => !isLeft(choice.left, { ...link, of: id }))
  const what =
    conflicts.length > 0
      ? words.cannotBeRestored
      : words.previewOf(
          countedIn(back, words.kindCounts),
          countedIn(cannotComeBack, words.kindCounts),
          comesBack.length === 0 ? words.reportNothing : words.leftAll,
        )
  return (
    <PreviewLine
      name={name}
      what={code === undefined ? what : undefined}
      isOpen={conflicts.length + cannotComeBack.length > 0}
    >
      <PreviewOfOne preview={preview} of={id} {...choice} />
    </PreviewLine>
  )
}

/** The first of them, and more when asked for. */
export const RestorePreviews = ({
  users,
  choice,
}: Choice & { readonly users: readonly Previewed[] }) => {
  const { deleted } = useAdmin().graph
  return (
    <PreviewPages
      name="restorePreviews"
      of={users}
      load={async (ids) => (await deleted.previewMany(ids)).value}
      render={(one, preview) => <OfOne one={one} preview={preview} choice={choice} />}
    />
  )
}
