/** What the copy of my data tells of a user and the directory API does not; in Spanish. */
import type { CopiedUserWords } from '../en/copied-user.ts'

export const copiedUser: CopiedUserWords = {
  tenantId: 'Identificador de la organización',
  personId: 'Mi identificador en todas las organizaciones',
  originalUserPrincipalName: 'Nombre principal de usuario antes de la eliminación',
  disabledAt: 'Desactivada el',
  everAccepted: 'Se aceptó alguna vez una invitación',
  accessEndedAt: 'El acceso terminó por última vez el',
  withoutHomeUntil: 'Se elimina allí sin origen el',
  attestedAt: 'Necesidad confirmada por última vez el',
  lifecycleFrom: 'Reglas contadas de nuevo desde',
  disabledByPolicy: 'Desactivada por una regla de la organización',
  endNoticeFor: 'Fecha de fin comunicada por última vez',
  deletedByKind: 'Eliminada por',
  deletionEventId: 'Referencia de la finalización',
  restorableUntil: 'Se puede restaurar hasta',
  heldAt: 'Se conserva por una retención desde',
}
