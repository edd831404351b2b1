/** How accounts and mails end, in the copy of my data; in Spanish. */
import type { CopiedEndingWords } from '../../en/copied/endings.ts'

export const copiedEndings: CopiedEndingWords = {
  lifecycle: {
    inactivity: 'Sin uso durante demasiado tiempo',
    sponsor: 'Nadie responde por mí',
    attestation: 'Necesidad no confirmada',
    redemption: 'Invitación no aceptada a tiempo',
  },
  receipt: {
    left: 'Me fui',
    declined: 'Invitación rechazada',
    removed: 'Eliminado por un administrador',
    removedByOperator: 'Eliminado por quien gestiona este servidor',
    removedByPolicy: 'Eliminado por una regla',
    endDate: 'Fecha de fin alcanzada',
    homeGone: 'La cuenta de origen ya no existe',
    merged: 'Dos cuentas mías se unieron',
    neverAccepted: 'Invitación nunca aceptada',
    erased: 'Todos los datos borrados',
  },
  mailState: {
    waiting: 'A la espera de envío',
    taken: 'Entregado al servidor de correo',
    noAddress: 'No enviado, sin dirección conocida',
    noServer: 'No enviado, sin servidor de correo',
    refused: 'Rechazado por el servidor de correo',
    unconfirmed: 'Nunca confirmado',
    expired: 'No enviado a tiempo',
    replaced: 'Sustituido por uno más reciente',
    neverCame: 'No enviado, nadie había aceptado',
    toldBefore: 'No enviado, ya comunicado',
  },
}
