/** What the copy of my data tells of a user and the directory API does not; in German. */
import type { CopiedUserWords } from '../en/copied-user.ts'

export const copiedUser: CopiedUserWords = {
  tenantId: 'Kennung der Organisation',
  personId: 'Meine Kennung in allen Organisationen',
  originalUserPrincipalName: 'Benutzerprinzipalname vor dem Löschen',
  disabledAt: 'Gesperrt am',
  everAccepted: 'Je eine Einladung angenommen',
  accessEndedAt: 'Zugang zuletzt beendet am',
  withoutHomeUntil: 'Ohne Heimat dort gelöscht am',
  attestedAt: 'Bedarf zuletzt bestätigt am',
  lifecycleFrom: 'Regeln neu gezählt ab',
  disabledByPolicy: 'Durch eine Regel der Organisation gesperrt',
  endNoticeFor: 'Zuletzt mitgeteiltes Enddatum',
  deletedByKind: 'Gelöscht durch',
  deletionEventId: 'Referenz der Beendigung',
  restorableUntil: 'Wiederherstellbar bis',
  heldAt: 'Wegen einer Aufbewahrungspflicht behalten seit',
}
