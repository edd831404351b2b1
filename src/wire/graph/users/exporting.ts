/** An administrator's export of what is held about a user, as a job (R108). */
import { operation, type AnsweredBy } from '../definition/operation.ts'

export const exportStatuses = ['notStarted', 'running', 'complete', 'failed'] as const

const dataPolicyOperation = {
  id: { is: 'id', means: 'The id of the operation.' },
  status: { is: 'text', words: exportStatuses, means: 'How far it is.' },
  progress: { is: 'integer', means: 'How much of it is done, in percent.' },
  storageLocation: {
    is: 'webAddress',
    nullable: true,
    means: 'Where the content is, for whoever asked for it; null until it is complete.',
  },
  userId: { is: 'id', means: 'Whose data it is.' },
  submittedDateTime: { is: 'instant', means: 'When it was asked for.' },
  completedDateTime: { is: 'instant', nullable: true, means: 'When it was complete.' },
  'guesthouse.expiresDateTime': {
    is: 'instant',
    means: 'Until then it is kept; it goes with the user.',
  },
} as const

export const exportPersonalData = operation({
  called: 'Export',
  means:
    'Exports what is held about the user here, in the background; `Location` says where to look.',
  sent: {
    storageLocation: {
      is: 'webAddress',
      nullable: true,
      means: 'Cannot be given: the content stays here, and is fetched by whoever asked.',
    },
  },
  answered: dataPolicyOperation,
})

export const readDataPolicyOperation = operation({
  called: 'Export',
  means: 'How far an export is, for whoever asked for it.',
  answered: dataPolicyOperation,
})

export type DataPolicyOperation = AnsweredBy<typeof readDataPolicyOperation>
