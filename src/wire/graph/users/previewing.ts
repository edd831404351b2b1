/** What restoring many users would bring back, before it is done. */
import { operation, type AnsweredBy } from '../definition/operation.ts'
import { namedUsers } from './many.ts'
import { previewed } from './restoring.ts'

/** Each of them has as many links as anybody: fewer at once than what is done with them. */
export const previewedAtOnce = 20

export const previewRestores = operation({
  called: 'Users',
  means: 'What a restore of each of these users would bring back; nothing is changed.',
  sent: { users: { ...namedUsers, mostItems: previewedAtOnce } },
  answered: {
    value: {
      is: 'object',
      type: 'guesthouse.previewedRestore',
      many: true,
      means: 'What would come of each, as if it were restored alone.',
      properties: {
        user: { is: 'text', means: 'As the list names them.' },
        id: { is: 'id', optional: true, means: 'The object id, where somebody was found.' },
        ...previewed,
        code: {
          is: 'text',
          optional: true,
          means: 'Why there is nothing to restore; `already` where they are back.',
        },
        message: { is: 'text', optional: true, means: 'The same in words.' },
      },
    },
  },
})

export type RestorePreviews = AnsweredBy<typeof previewRestores>
