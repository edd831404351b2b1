/** What is done with one deleted group or application, in its row. */
import { makeStyles, Text } from '@fluentui/react-components'
import { ArrowUndoRegular, DeleteRegular } from '@fluentui/react-icons'
import type { DeletedObject } from '../../../../src/client/graph.ts'
import type { ListedKind } from '../../../../src/wire/graph/deleted-objects.ts'
import { useAdmin } from '../../admin-context.tsx'
import { DialogButton } from '../../kit/dialog-button.tsx'
import { Question } from '../../kit/question.tsx'
import { useOrganization } from '../../queries.ts'
import { useWords } from '../../words.tsx'
import { AsksFirst } from '../asks-first.tsx'
import { ObjectRestoreDialog } from './object-restore-dialog.tsx'

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: '4px' } })

type Props = { readonly kind: ListedKind; readonly one: DeletedObject }

export const ObjectActs = ({ kind, one }: Props) => {
  const all = useWords()
  const words = all.deleted
  const styles = useStyles()
  const { deletedObjects } = useAdmin().graph
  const { id, displayName: name } = one
  const { data: organization } = useOrganization()
  const isProtected = (organization?.['guesthouse.purgeProtection'] ?? 'none') !== 'none'
  return (
    <div className={styles.acts}>
      <DialogButton
        action={`${kind}s.write`}
        size="small"
        icon={<ArrowUndoRegular />}
        aria-label={words.objects.restore(name)}
        renderDialog={(close) => <ObjectRestoreDialog one={one} onClose={close} />}
      >
        {words.restoreNow}
      </DialogButton>
      <DialogButton
        action={`${kind}s.write`}
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={words.objects.purge(name)}
        renderDialog={(close) => (
          <Question
            asked={{
              title: words.objects.purgeTitle(name),
              text: (
                <>
                  <Text>{words.objects.purgeText}</Text>
                  <AsksFirst />
                </>
              ),
              label: words.purge,
              ...(isProtected
                ? { said: all.protection.asked(1) }
                : { said: words.objects.purged(name), gone: id }),
              run: () => deletedObjects.purge(id),
            }}
            onClose={close}
          />
        )}
      >
        {words.purge}
      </DialogButton>
    </div>
  )
}
