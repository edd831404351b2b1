/** What mails say about somebody's standing in an organization, in Spanish. */
import type { StandingWords } from '../en/standing.ts'

export const standing: StandingWords = {
  leavingLater: {
    alone: 'Como invitado puede salir de nuevo en cualquier momento, por su cuenta.',
    asking: ({ organization }) =>
      `En ${organization} los invitados no pueden salir por su cuenta: quien quiera salir pide a la administración que le quite.`,
  },
  wayOut: {
    home: ({ organization }) =>
      `Si su cuenta en ${organization} debe terminar, pida a la administración que la elimine.`,
    guestAlone: ({ organization }) =>
      `Si ya no quiere ser invitado de ${organization}, salga de la organización en la página «Organizaciones»; no hace falta la administración.`,
    guestAsking: ({ organization }) =>
      `En ${organization} los invitados no pueden salir por su cuenta. Si ya no quiere ser su invitado, pida que le quiten en la página «Organizaciones».`,
    guestDisabled: ({ organization }) =>
      `Mientras su cuenta en ${organization} esté deshabilitada, no puede salir por su cuenta. Si ya no quiere ser su invitado, pida que le quiten en la página «Organizaciones».`,
    eitherAlone: ({ organization }) =>
      `Su organización de origen es otra, así que puede salir de ${organization} cuando quiera en la página «Organizaciones»; no hace falta la administración.`,
    eitherAsking: ({ organization }) =>
      `En ${organization} las personas de otras organizaciones no pueden salir por su cuenta. Si su cuenta allí debe terminar, pida que le quiten en la página «Organizaciones».`,
  },
  receipt: {
    left: ({ organization }) => `Ha salido de ${organization}`,
    leftLead: ({ organization }) => `Ha salido de ${organization}. Su cuenta allí ha terminado.`,
    ended: ({ organization }) => `Su cuenta en ${organization} ha terminado`,
    endedLead: ({ organization }) => `Su cuenta en ${organization} se ha quitado.`,
    reference: 'Referencia',
    open: 'Mostrar el justificante y qué ha sido de sus datos',
    endedAt: 'Terminó',
    restorableUntil: 'Se puede restaurar hasta',
    hold: ({ organization }) =>
      `Si ${organization} tuviera que conservarlos más tiempo por una obligación legal, lo indica su página «Organizaciones».`,
    undoing: ({ organization, until }) =>
      `Si salió por error, puede deshacerlo por su cuenta hasta el ${until}: en la página Organizaciones, en la fila de ${organization}.`,
    each: (restorableUntil) => `Se puede restaurar hasta ${restorableUntil}.`,
    eachClosed: 'La organización está cerrada, así que ahora nadie restaura allí su cuenta.',
    holdMany:
      'Si alguna tuviera que conservar sus datos más tiempo por una obligación legal, lo indica su página «Organizaciones».',
    comingBackMany:
      'Hasta su fecha, la administración de cada una puede recuperar su cuenta, con sus grupos, aplicaciones y roles. Pídalo en la página «Organizaciones» o indique la referencia.',
    comingBack: ({ organization, until }) =>
      `Hasta el ${until}, la administración de ${organization} puede recuperar su cuenta, con sus grupos, aplicaciones y roles. Pídalo en la página «Organizaciones» o indique la referencia.`,
    cannotSignIn:
      '¿Era invitado y no puede iniciar sesión? Pídalo con un código enviado a esta dirección',
    comingBackClosed: ({ organization }) =>
      `${organization} está cerrada, así que ahora nadie restaura allí su cuenta. Si vuelve a abrir antes, su administración podrá hacerlo; pídalo en la página «Organizaciones» o indique la referencia.`,
  },
  redemptionReset: {
    subject: ({ organization }) =>
      `Se le pide que acepte de nuevo la invitación de ${organization}`,
    lead: ({ organization, address }) =>
      `La administración de ${organization} ha restablecido su invitación. Hasta que la acepte de nuevo quien demuestre que ${address} le pertenece, no puede iniciar sesión allí; sus grupos, aplicaciones y roles se conservan.`,
    unexpected:
      'Si no lo esperaba, o la dirección no es suya, pregunte a la organización antes de que alguien la acepte.',
  },
  held: {
    subject: ({ organization }) => `${organization} conserva sus datos por una obligación legal`,
    lead: ({ organization }) =>
      `Su cuenta en ${organization} ha terminado. La administración ha anotado allí una obligación legal de conservación: lo que queda de ella no se borra antes de que esta termine, aunque haya pasado el día que se le indicó. Nadie puede usarla mientras tanto, y usted puede seguir obteniendo una copia en la página «Organizaciones».`,
  },
  holdEnded: {
    subject: ({ organization }) => `${organization} ya no conserva sus datos`,
    lead: ({ organization }) =>
      `Su cuenta en ${organization} ha terminado, y la administración ha levantado allí la obligación legal de conservación. Vuelven a contar los días que se le indicaron: si ha pasado el día hasta el que se podía restaurar, lo que queda de ella se borra ahora.`,
  },
  disabled: {
    subject: ({ organization }) => `Su cuenta en ${organization} está deshabilitada`,
    home: ({ organization }) =>
      `La administración de ${organization} ha deshabilitado allí su cuenta. Hasta que se habilite de nuevo no puede iniciar sesión, ni allí ni donde es invitado. No se ha eliminado nada.`,
    guest: ({ organization }) =>
      `La administración de ${organization} ha deshabilitado allí su cuenta. Hasta que se habilite de nuevo no puede usar ${organization}. No se ha eliminado nada, y en sus otras organizaciones todo sigue igual.`,
    homeNext: ({ organization }) =>
      `Si no lo esperaba, pregunte a la administración de ${organization}.`,
    homeGuest:
      'Donde es invitado, puede pedir de todos modos que le quiten: con un código enviado a esta dirección, sin iniciar sesión.',
    askFromHome: 'Pedir que le quiten con un código enviado a esta dirección',
    ask: '¿No puede iniciar sesión? Pídalo con un código enviado a esta dirección',
    guestNext: 'Si prefiere que se elimine, pida que le quiten en la página «Organizaciones».',
  },
  enabled: {
    subject: ({ organization }) => `Su cuenta en ${organization} vuelve a estar habilitada`,
    lead: ({ organization }) =>
      `La administración de ${organization} ha habilitado de nuevo allí su cuenta, con sus grupos, aplicaciones y roles. Las sesiones que tenía han terminado; inicie sesión de nuevo.`,
  },
  restored: {
    subject: ({ organization }) => `Su cuenta en ${organization} está de vuelta`,
    lead: ({ organization }) =>
      `La administración de ${organization} ha restaurado allí su cuenta, con sus grupos, aplicaciones y roles.`,
  },
  stillDisabled: {
    byPolicy: ({ organization }) =>
      `Sigue deshabilitada, por una regla de ${organization}: no podrá utilizarla hasta que la administración la habilite.`,
    bySomebody: ({ organization }) =>
      `Sigue deshabilitada: no podrá utilizarla hasta que la administración de ${organization} la habilite.`,
  },
  undone: {
    subject: ({ organization }) => `Su cuenta en ${organization} ha vuelto`,
    lead: ({ organization }) =>
      `Ha deshecho su salida de ${organization}. Su cuenta allí ha vuelto, con sus grupos, aplicaciones y roles.`,
    unexpected:
      'Si no fue usted, cierre la sesión en todas partes y cambie su forma de iniciar sesión.',
  },
  handedOver: {
    subject: ({ organization }) => `Usted se hace cargo en ${organization}`,
    lead: ({ organization, what }) =>
      `Una persona que ha salido de ${organization} le ha nombrado para sucederla. Desde ahora tiene allí: ${what}.`,
    next: ({ organization }) =>
      `Si debe ser otra persona, diríjase a la administración de ${organization}.`,
  },
  restoredAsks: {
    subject: ({ organization }) => `A ${organization} le gustaría que volviera`,
    lead: ({ organization }) =>
      `Su cuenta en ${organization} había terminado. Su administración la ha restaurado, y nada de ella se usa hasta que usted diga que sí: acepte o rechace en la página «Organizaciones».`,
    nothing: 'Si no hace nada, seguirá fuera.',
  },
  roleGiven: {
    subject: ({ organization, role }) => `Ahora tiene el rol ${role} en ${organization}`,
    lead: ({ organization, role }) =>
      `La administración de ${organization} le ha dado el rol ${role}. Lo que permite es suyo desde ahora.`,
  },
  roleTaken: {
    subject: ({ organization, role }) => `Ya no tiene el rol ${role} en ${organization}`,
    lead: ({ organization, role }) =>
      `La administración de ${organization} le ha quitado el rol ${role}. Su cuenta allí, sus grupos y sus aplicaciones siguen como estaban.`,
  },
  sessionsEnded: {
    subject: ({ organization }) => `Se ha cerrado su sesión en ${organization}`,
    home: ({ organization }) =>
      `La administración de ${organization} ha cerrado su sesión en todas partes, también donde es invitado, y ha terminado lo que las aplicaciones habían recibido para usted. Inicie sesión de nuevo para continuar.`,
    guest: ({ organization }) =>
      `La administración de ${organization} ha cerrado su sesión allí y ha terminado lo que sus aplicaciones habían recibido para usted. Inicie sesión de nuevo para continuar; sus otras organizaciones siguen como estaban.`,
    unexpected: ({ organization }) =>
      `Si no lo esperaba, pregunte a la administración de ${organization}.`,
  },
  waysInEnded: {
    subject: ({ organization }) => `Hay que configurar de nuevo su acceso a ${organization}`,
    lead: ({ organization }) =>
      `Ha recibido más derechos en ${organization}. Aquello con lo que inicia sesión allí lo había configurado alguien que tiene menos, así que ha terminado y nadie puede entrar con ello. La administración de ${organization} le da un nuevo acceso.`,
  },
  userTypeChanged: {
    subject: {
      Member: ({ organization }) => `Ahora es miembro de ${organization}`,
      Guest: ({ organization }) => `Ahora es invitado de ${organization}`,
    },
    lead: {
      Member: ({ organization }) =>
        `La administración de ${organization} le ha hecho miembro. Sus grupos, aplicaciones y roles se conservan, e inicia sesión como antes.`,
      Guest: ({ organization }) =>
        `La administración de ${organization} le ha hecho invitado. Sus grupos, aplicaciones y roles se conservan, e inicia sesión como antes.`,
    },
  },
  erased: {
    subject: ({ organization }) => `Sus datos en ${organization} se han borrado`,
    lead: ({ organization }) =>
      `Su cuenta en ${organization} se ha eliminado definitivamente, con todos sus datos allí. Nadie puede restaurarla.`,
    unanswered: ({ organization, time }) =>
      `El ${time} había pedido a ${organization} que restaurara su cuenta. Nadie respondió allí antes de que se eliminara definitivamente.`,
    again: ({ organization }) => `${organization} puede invitarle de nuevo; empezaría desde cero.`,
  },
  requestAnswered: {
    subject: {
      removalDone: ({ organization }) => `${organization} ha respondido a su solicitud de salida`,
      removalDeclined: ({ organization }) => `${organization} ha rechazado su solicitud de salida`,
      restoreDone: ({ organization }) => `Su cuenta en ${organization} está de vuelta`,
      restoreDeclined: ({ organization }) =>
        `${organization} ha rechazado su solicitud de restauración`,
    },
    enable: ({ organization }) =>
      `Pidió a ${organization} que le quitaran. En lugar de eso, su administración ha habilitado su cuenta.`,
    delete: ({ organization }) =>
      `Pidió a ${organization} que le quitaran, y así se ha hecho. Otro correo indica hasta cuándo se puede deshacer.`,
    restore: ({ organization }) =>
      `Pidió a ${organization} que restaurara su cuenta, y está de vuelta, con sus grupos, aplicaciones y roles.`,
    removalDeclined: ({ organization }) =>
      `Pidió a ${organization} que le quitaran. Su administración lo ha rechazado, así que su cuenta sigue como está.`,
    restoreDeclined: ({ organization }) =>
      `Pidió a ${organization} que restaurara su cuenta. Su administración lo ha rechazado, así que sigue fuera.`,
    turnTo: ({ organization }) =>
      `Puede pedirlo de nuevo en la página «Organizaciones», o dirigirse a quien responde de sus datos en ${organization}.`,
  },
}
