/** What the codes in the copy of my data mean: its page says none as it is; in Spanish. */
import type { CopiedCodeWords } from '../../en/copied/codes.ts'

export const copiedCodes: CopiedCodeWords = {
  other: 'Algo anterior',
  inJson: 'Están en el JSON de abajo.',
  userType: {
    Guest: 'Invitado',
    Member: 'Miembro',
  },
  creationType: {
    Invitation: 'Por una invitación',
  },
  invitationState: {
    PendingAcceptance: 'Aún no aceptada',
    Accepted: 'Ya aceptada',
  },
  deletedBy: {
    self: 'Yo, al irme',
    administrator: 'Un administrador',
    policy: 'Una regla de la organización',
    operator: 'Quien gestiona este servidor',
  },
  requestKind: {
    removal: 'Ser eliminado',
    restore: 'Ser restaurado',
  },
  requestState: {
    open: 'A la espera de respuesta',
    done: 'Atendida',
    declined: 'Rechazada',
    withdrawn: 'Retirada',
    expired: 'Terminada sin respuesta',
  },
  wayIn: {
    passwordLink: 'Un enlace que fija la contraseña',
    tie: 'Una cuenta vinculada',
    invitation: 'Una invitación',
    reset: 'Un restablecimiento',
    address: 'Una dirección de correo',
  },
  issuer: {
    email: 'Un buzón',
    here: 'La cuenta en esta organización',
    provider: 'Un proveedor de esta organización',
  },
  target: {
    organization: 'La organización',
    user: 'Una cuenta',
    group: 'Un grupo',
    application: 'Una aplicación',
    role: 'Un rol',
    request: 'Una solicitud',
    policy: 'Una regla',
  },
  scope: {
    openid: 'Saber quién soy',
    profile: 'Saber mi nombre',
    email: 'Saber mi dirección',
    offline_access: 'Seguir mientras no estoy',
    others: 'Otros permisos, con nombre en el JSON',
  },
}
