/** What the copy of my data tells of a user and the directory API does not; in English. */
export const copiedUser = {
  tenantId: 'Id of the organization',
  personId: 'My id in all organizations',
  originalUserPrincipalName: 'User principal name before the deletion',
  disabledAt: 'Disabled on',
  everAccepted: 'An invitation was ever accepted',
  accessEndedAt: 'Access last ended on',
  withoutHomeUntil: 'Deleted there without a home on',
  attestedAt: 'Need last confirmed on',
  lifecycleFrom: 'Rules counted anew from',
  disabledByPolicy: 'Disabled by a rule of the organization',
  endNoticeFor: 'End date last told',
  deletedByKind: 'Deleted by',
  deletionEventId: 'Reference of the ending',
  restorableUntil: 'Restorable until',
  heldAt: 'Kept because of a hold since',
}

export type CopiedUserWords = typeof copiedUser
