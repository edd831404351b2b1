/** What becomes of somebody's request to an organization, in Spanish. */
import type { RequestsWords } from '../en/requests.ts'

export const requests: RequestsWords = {
  asked: {
    removal: ({ organization, time }) => `El ${time} pidió a ${organization} que le quitaran.`,
    restore: ({ organization, time }) =>
      `El ${time} pidió a ${organization} que restaurara su cuenta.`,
  },
  whenDue: {
    removed: ({ organization, time }) =>
      `Si nadie responde en ${organization} antes del ${time}, su cuenta se elimina allí automáticamente.`,
    kept: ({ organization, time }) =>
      `${organization} no quita a nadie automáticamente. Si nadie responde antes del ${time}, la solicitud termina y puede pedirlo de nuevo.`,
    restore: ({ organization, time }) =>
      `La administración de ${organization} puede restaurar su cuenta hasta el ${time}; después la solicitud termina.`,
  },
  whenDueClosed: {
    removed: ({ organization, time }) =>
      `${organization} está cerrada, por lo que nadie tiene que responder: su cuenta se elimina allí automáticamente el ${time}, salvo que retire antes la solicitud.`,
    restore: ({ organization, time }) =>
      `${organization} está cerrada, por lo que nadie restaura allí su cuenta. La solicitud termina el ${time}.`,
  },
  why: ({ organization }) => `El motivo que da ${organization}:`,
  held: ({ organization, time }) =>
    `${organization} retiene la solicitud desde el ${time}. El plazo queda detenido hasta que la administración responda o termine la retención.`,
  ended: {
    done: ({ time }) => `Se respondió el ${time}.`,
    declined: ({ organization, time }) => `${organization} la rechazó el ${time}.`,
    withdrawn: ({ time }) => `La retiró usted el ${time}.`,
    expired: ({ time }) => `Terminó sin respuesta el ${time}.`,
  },
  withdraw: 'Retirar la solicitud',
  cannotSignIn: '¿No puede iniciar sesión? Ver la solicitud con un código enviado a esta dirección',

  mail: {
    subject: {
      asked: {
        removal: ({ organization }) => `Su solicitud de salida de ${organization}`,
        restore: ({ organization }) => `Su solicitud a ${organization} para restaurar su cuenta`,
      },
      held: ({ organization }) => `${organization} retiene su solicitud de salida`,
      goesOn: ({ organization }) => `Su solicitud de salida de ${organization} sigue adelante`,
      ruleChanged: ({ organization }) => `Qué pasa con su solicitud de salida de ${organization}`,
      removed: ({ organization }) => `Ya no está en ${organization}, como pidió`,
      expired: {
        removal: ({ organization }) =>
          `Su solicitud de salida de ${organization} ha terminado sin respuesta`,
        restore: ({ organization }) => `Su solicitud a ${organization} ha terminado sin respuesta`,
      },
      withdrawn: ({ organization }) => `Su solicitud a ${organization} está retirada`,
    },
    held: ({ organization }) =>
      `${organization} retiene su solicitud de salida. El plazo queda detenido hasta que la administración responda o termine la retención.`,
    goesOn: ({ organization }) => `${organization} ya no retiene su solicitud de salida.`,
    removesAgain: ({ organization }) =>
      `${organization} ha decidido quitar a quienes no reciben respuesta a su solicitud.`,
    closedNow: ({ organization }) =>
      `${organization} está cerrada, por lo que nadie responde ya allí a las solicitudes ni las retiene.`,
    dayChanged: ({ organization }) =>
      `${organization} tiene hasta un día posterior para responder a su solicitud de salida.`,
    removesNoMore: ({ organization }) =>
      `${organization} ha decidido no quitar a nadie automáticamente cuando nadie responde a su solicitud.`,
    removed: ({ organization }) =>
      `Nadie en ${organization} ha respondido a su solicitud de salida, así que su cuenta queda eliminada, como pidió. Otro correo indica hasta cuándo se puede deshacer.`,
    removedInvited: ({ organization }) =>
      `Pidió a ${organization} que le quitaran, y así se ha hecho: la cuenta que allí estaba preparada para usted está eliminada.`,
    unanswered: ({ organization }) =>
      `Nadie en ${organization} ha respondido a su solicitud de salida, y ${organization} no quita a nadie automáticamente. Puede pedirlo de nuevo.`,
    lastAdministrator: ({ organization }) =>
      `Su cuenta en ${organization} no se puede eliminar, porque una organización se quedaría sin administrador global. Dé ese rol a otra persona y salga o pídalo de nuevo.`,
    windowOver: ({ organization }) =>
      `Nadie en ${organization} la ha respondido, y el plazo en el que su cuenta allí se podía restaurar ha terminado. Solo puede volver con una nueva invitación.`,
    accepted: ({ organization }) =>
      `La invitación de ${organization} está aceptada. Por eso la solicitud de salida que llegó de esta dirección queda retirada, y no se quita a nadie por ella.`,
    corrected: ({ organization }) =>
      `${organization} invita a otra dirección en lugar de esta. Por eso su solicitud de salida queda retirada. La cuenta que estaba preparada allí ya no es para usted, y el enlace que recibió ya no vale.`,
    withdrawn: ({ organization }) =>
      `Ha retirado su solicitud. Su cuenta en ${organization} sigue como está, y puede pedirlo de nuevo.`,
  },

  deletions: {
    subject: ({ organization }) =>
      `Hay eliminaciones definitivas en ${organization} que esperan respuesta`,
    needsYes:
      'Alguien ha pedido eliminar definitivamente, o proteger menos esas eliminaciones. Solo se hace si un segundo administrador lo aprueba; quien lo pidió no puede ser el segundo.',
    waits:
      'Alguien ha pedido eliminar definitivamente, o proteger menos esas eliminaciones. Se hace automáticamente cuando llega el momento; hasta entonces se puede rechazar.',
    count: 'Pedidas',
    firstDue: 'La primera se hace',
    open: 'Abrir lo pedido en el centro de administración',
    answered: ({ organization }) =>
      `Sus eliminaciones definitivas en ${organization} tienen respuesta`,
    answeredLead: 'Lo que pidió está hecho o rechazado. Lo hecho no se puede deshacer.',
    done: 'Hechas',
    refused: 'Rechazadas',
  },
  holdsEnded: {
    subject: ({ organization }) => `Las solicitudes en ${organization} ya no están retenidas`,
    lead: ({ organization }) =>
      `${organization} está cerrada, por lo que nadie puede ya responder allí a las solicitudes ni retenerlas. Las solicitudes de salida retenidas siguen adelante, y se ha avisado a quienes las hicieron.`,
    next: 'Quien lo pidió se elimina automáticamente el día de su solicitud. Si alguien debe quedarse, pida antes de ese día a quien gestiona esta instalación que vuelva a abrir la organización.',
    firstDue: 'La primera eliminación es el',
  },
  waiting: {
    subject: ({ organization }) => `Hay solicitudes en ${organization} que esperan su respuesta`,
    half: 'Ha pasado la mitad del plazo para responder a estas solicitudes.',
    last: 'Estas solicitudes vencen pronto; la fecha de la primera figura abajo.',
    removed:
      'Quien no recibe respuesta se elimina ese día y se puede restaurar durante un tiempo. Si alguien debe quedarse, retenga la solicitud con un motivo que la persona lee.',
    kept: 'Una solicitud sin respuesta termina ese día; el invitado se queda y puede pedirlo de nuevo.',
    restore: 'Después de ese día estas cuentas ya no se pueden restaurar.',
    removals: 'Solicitudes de salida',
    restores: 'Solicitudes de restauración',
    firstDue: 'La primera vence',
    open: 'Abrir las solicitudes en el centro de administración',
  },
}
