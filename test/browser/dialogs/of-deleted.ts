/** The dialogs about who and what is deleted, and about what guests ask. */
import type { Dialog, DialogsOf } from './dialog.ts'

const at = 'users/deleted'
const [ada, gone, held] = ['Ada Lovelace', 'Gone Early', 'Held One']
const ravi = 'Ravi Asking'

export const ofDeleted: DialogsOf = ({ words }) => {
  const { deleted, protection, log, asking } = words
  const { objects } = deleted
  const asked = (answer: 'enable' | 'delete' | 'decline' | 'hold', name: string): Dialog => ({
    at: 'requests',
    by: log.answerNamed[answer](name),
    title: log.answerTitles[answer](name),
  })
  const allAsked = (answer: 'enable' | 'delete' | 'decline'): Dialog => ({
    at: 'requests',
    ticks: [ravi, 'Rita Asking'],
    by: asking.answerTicked[answer],
    title: asking.manyTitles[answer](2),
  })
  const objectsOf = (kind: 'group' | 'application', names: readonly [string, string]): Dialog => ({
    at: `${kind}s/deleted`,
    ticks: names,
    by: objects.restoreTicked,
    title: objects[kind].restoreManyTitle(2),
  })
  return {
    'deleted/restore-many-dialog.tsx': [
      { at, ticks: [gone, ada], by: deleted.restore, title: deleted.restoreManyTitle(2) },
    ],
    'deleted/purge-dialog.tsx': [
      { at, ticks: [gone, ada], by: deleted.purge, title: deleted.purgeTitle(2) },
      { at, ticks: [gone, held], by: deleted.purge, title: deleted.purgeTitle(1) },
    ],
    'deleted/hold-dialogs.tsx': [
      { at, ticks: [gone], by: deleted.hold, title: deleted.holdTitle(gone) },
      { at, ticks: [held], by: deleted.endHold, title: deleted.endHoldTitle(held) },
    ],
    'deleted/hold-many-dialogs.tsx': [
      { at, ticks: [gone, ada], by: deleted.hold, title: deleted.holdManyTitle(2) },
      {
        at,
        ticks: [held, 'Held Two'],
        by: deleted.endHold,
        title: deleted.endHoldManyTitle(2),
      },
    ],
    'many/list-dialog.tsx': [
      { at, by: deleted.fromList, title: deleted.listTitle },
      { at: 'groups/deleted', by: deleted.fromList, title: objects.group.fileTitle },
    ],
    'deleted/objects/purge-objects-dialog.tsx': [
      {
        at: 'groups/deleted',
        ticks: ['Old crew', 'Old guild'],
        by: objects.purgeTicked,
        title: objects.group.purgeManyTitle(2),
      },
    ],
    'deleted/objects/object-restore-dialog.tsx': [
      { at: 'groups/deleted', by: objects.restore('Old crew'), title: objects.restore('Old crew') },
    ],
    'deleted/objects/object-acts.tsx': [
      {
        at: 'applications/deleted',
        by: objects.purge('Old wiki'),
        title: objects.purgeTitle('Old wiki'),
      },
    ],
    'deleted/objects/restore-objects-dialog.tsx': [
      objectsOf('group', ['Old crew', 'Old guild']),
      objectsOf('application', ['Old desk', 'Old wiki']),
    ],
    'deleted/purge-answers.tsx': [
      {
        at: 'protection',
        by: protection.approveNamed('Asked Away'),
        title: protection.approveTitle,
      },
      {
        at: 'protection',
        by: protection.refuseNamed('Asked Away'),
        title: protection.refuseTitle,
      },
      {
        at: 'protection',
        by: protection.withdrawNamed('Asked Too'),
        title: protection.withdrawTitle,
      },
    ],
    'requests/answer-dialog.tsx': [
      ...(['enable', 'delete', 'decline', 'hold'] as const).map((answer) => asked(answer, ravi)),
      {
        at: 'requests?view=all',
        by: log.answerNamed.release('Rolf Held'),
        title: log.answerTitles.release('Rolf Held'),
      },
      ...(['enable', 'delete', 'decline'] as const).map(allAsked),
      {
        at: 'requests',
        ticks: [ada],
        by: asking.answerTicked.restore,
        title: log.answerTitles.restore(ada),
      },
    ],
    // At the end: somebody comes back.
    'deleted/restore-dialog.tsx': [
      { at: 'requests', by: log.answerNamed.restore(ada), title: deleted.restoreTitle(ada) },
    ],
    'deleted/restore-report-dialog.tsx': [
      {
        at,
        ticks: [gone],
        by: deleted.restore,
        title: deleted.restoreTitle(gone),
        next: { press: deleted.restoreNow, title: deleted.restored(gone) },
      },
    ],
  }
}
