/** Why somebody cannot undo by themselves that they left; in Spanish. */
import type { UndoWords } from '../en/undo.ts'

export const undo: UndoWords = {
  notByThemselves: (organization) =>
    `No salió de ${organization} por su cuenta, así que no puede deshacerlo por su cuenta. Pida a su administración que le restaure.`,
  timeOver: (organization) =>
    `El plazo para deshacer por su cuenta su salida de ${organization} ha terminado, o allí no se ofrece. Pida a su administración que le restaure.`,
  homeDisabled: (organization) =>
    `Su cuenta de origen no se puede usar, así que no puede volver a ${organization}. Diríjase a la administración de su organización de origen.`,
  organizationClosed: (organization) =>
    `${organization} está cerrada, así que nadie vuelve a ella.`,
  held: (organization) =>
    `${organization} conserva sus datos por una retención. Pida a su administración que le restaure.`,
  refuses: (organization) =>
    `Ha rechazado todas las demás invitaciones de ${organization}. Retire primero ese rechazo y después deshaga su salida.`,
  domainNotAllowed: (organization) =>
    `${organization} ya no admite a personas de su dominio. Diríjase a su administración.`,
  taken: (organization) =>
    `Alguien en ${organization} tiene ahora su nombre o una de sus direcciones. Pida a su administración que le restaure.`,
}
