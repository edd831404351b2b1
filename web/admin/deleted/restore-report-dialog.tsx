/** What a restore brought back and what it could not, after it was done. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogTitle,
  makeStyles,
  Text,
} from '@fluentui/react-components'
import type { RestoreReport } from '../../../src/client/graph.ts'
import { DialogFrame, ScrollingContent } from '../../ui/dialog-frame.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useAdmin } from '../admin-context.tsx'
import { RestoreLinks } from './restore-links.tsx'
import { useWords } from '../words.tsx'

export type RestoredUser = {
  readonly id: string
  readonly name: string
  readonly report: RestoreReport
}

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: '12px' } })

export const RestoreReportDialog = ({
  restored,
  onClose,
}: {
  readonly restored: RestoredUser
  readonly onClose: () => void
}) => {
  const words = useWords()
  const styles = useStyles()
  const { organizationId } = useAdmin()
  const { report } = restored
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogFrame>
        <DialogBody>
          <DialogTitle>{words.deleted.restored(restored.name)}</DialogTitle>
          <ScrollingContent className={styles.content} tabIndex={0}>
            <RestoreLinks
              title={words.deleted.reportRestored}
              links={report.restored}
              none={words.deleted.reportNothing}
            />
            <RestoreLinks title={words.deleted.reportSkipped} links={report.skipped} />
            <RestoreLinks title={words.deleted.reportLeftOut} links={report.leftOut} />
            {report.asksPerson && <Text>{words.deleted.asksPerson}</Text>}
          </ScrollingContent>
          <DialogActions>
            <LinkButton
              to={`/${organizationId}/users/${restored.id}`}
              appearance="primary"
              onClick={onClose}
            >
              {words.deleted.toUser}
            </LinkButton>
            <Button onClick={onClose}>{words.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogFrame>
    </Dialog>
  )
}
