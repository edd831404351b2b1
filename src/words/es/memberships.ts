/** The portal's page of organizations: belonging, leaving, invitations and requests; in Spanish. */
import type { MembershipWords } from '../en/memberships.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('es')

/** Things after a number in digits: millions take the form that all others take. */
const counted = (count: number, one: string, other: string): string =>
  plural(count, { one, many: other, other })

export const memberships: MembershipWords = {
  organizations: {
    title: 'Organizaciones',
    intro: 'A qué organizaciones pertenece y cómo salir de ellas.',
    cardHint: (count) =>
      counted(count, 'Pertenece a una organización.', 'Pertenece a # organizaciones.'),
    home: 'Organización de origen',
    homeWhy:
      'Su cuenta pertenece a esta organización, así que no se puede salir de ella desde aquí.',
    others: 'Otras organizaciones con las que colabora',
    filter: 'Buscar una organización',
    matches: (count) => counted(count, 'Coincide una organización.', 'Coinciden # organizaciones.'),
    loading: 'Cargando sus organizaciones…',
    emptyTitle: 'No hay otras organizaciones',
    emptyHint: 'Una organización aparece aquí cuando le invita y usted acepta.',
    nothingFound: 'No coincide ninguna organización',
    nothingFoundHint: (search) =>
      `Ninguna de sus organizaciones tiene «${search}» en su nombre o dominio.`,
    notAmongMine:
      'La organización que indica el enlace no está entre las suyas. Es posible que haya salido de ella o que le conozca por otra cuenta.',
    memberSince: 'Miembro desde',
    guestSince: 'Invitado desde',
    joined: 'Incorporación el',
    invitedSince: 'Fecha de la invitación',
    states: {
      active: 'Activa',
      invited: 'Invitación aún no aceptada',
      disabled: 'Deshabilitada',
      left: 'Ha salido',
      removed: 'Quitada',
    },
    invitationEnded: 'Invitación terminada',
    closed: 'Organización cerrada',
    closedHint: 'Esta organización está cerrada. Ya nadie puede usar sus aplicaciones.',
    closedLeave:
      'Esta organización está cerrada. Ya nadie puede usar sus aplicaciones; usted aún puede salir de ella.',
    openAdmin: 'Abrir el centro de administración',
    privacy: 'Declaración de privacidad',
    blocked: 'Ahora no puede salir de esta organización',
    write: (email) => `Escribir a ${email}`,
    more: (organization) => `Más acciones para ${organization}`,
    download: 'Descargar mis datos',
    leave: 'Salir de la organización',
    askRemoval: 'Pedir que me quiten',
    askRestore: 'Pedir que me restauren',
    leftOn: 'Salió el',
    removedOn: 'Su cuenta allí se quitó el',
    undoableUntil: 'Puede deshacerlo hasta',
    restorableUntil: 'Se puede restaurar hasta',
    wasRestorableUntil: 'Se pudo restaurar hasta',
    erasure: 'Borrado',
    heldInstead:
      'Sus datos allí se conservan por una retención. Se borran cuando la retención termine.',
    reference: 'Referencia',
  },
  leave: {
    title: (organization) => `¿Salir de ${organization}?`,
    confirm: 'Salir',
    lead: (organization) => `Su cuenta en ${organization} termina de inmediato, y con ella:`,
    nothing: (organization) =>
      `Su cuenta en ${organization} termina de inmediato. Allí no tiene grupos, aplicaciones ni roles.`,
    looking: 'Buscando lo que perdería…',
    notShown: 'Ahora no se puede mostrar lo que perdería. Aun así puede salir.',
    ends: {
      groups: (count) => counted(count, '1 grupo', '# grupos'),
      applications: (count) => counted(count, '1 aplicación', '# aplicaciones'),
      applicationsThroughGroups: (count) =>
        counted(count, '1 aplicación a través de un grupo', '# aplicaciones a través de grupos'),
      roles: (count) => counted(count, '1 rol del directorio', '# roles del directorio'),
      ownedGroups: (count) =>
        counted(count, '1 grupo del que es propietario', '# grupos de los que es propietario'),
      ownedApplications: (count) =>
        counted(
          count,
          '1 aplicación de la que es propietario',
          '# aplicaciones de las que es propietario',
        ),
      sponsoredGuests: (count) =>
        counted(count, '1 invitado al que patrocina', '# invitados a los que patrocina'),
      directReports: (count) =>
        counted(count, '1 persona que depende de usted', '# personas que dependen de usted'),
      sponsors: (count) => counted(count, '1 patrocinador suyo', '# patrocinadores suyos'),
      manager: (count) => counted(count, '1 responsable suyo', '# responsables suyos'),
    },
    onlyOwner: 'no tiene otro propietario; se quedará sin ninguno',
    andMore: (count) => counted(count, 'y uno más', 'y # más'),
    afterTitle: 'Si cambia de opinión',
    undo: (until) => `Si sale por error, puede deshacerlo usted hasta el ${until}.`,
    restore: (date) =>
      `La administración puede hacerle volver, con todo lo que aparece aquí, hasta el ${date}.`,
    restoreClosed: (date, organization) =>
      `${organization} está cerrada, así que nadie le hará volver a menos que abra de nuevo antes del ${date}.`,
    again: 'Después, para volver hace falta una invitación nueva.',
    download: 'Descargar antes mis datos',
    doneTitle: (organization) => `Ha salido de ${organization}.`,
    doneHint: 'Guarde la referencia: indíquela cuando pregunte por su salida.',
    dismiss: 'Cerrar este mensaje',
  },
  invitation: {
    accept: 'Aceptar',
    decline: 'Rechazar',
    acceptTitle: (organization) => `¿Aceptar la invitación de ${organization}?`,
    acceptText: (organization) =>
      `${organization} recibe su nombre, su dirección, cuándo inició sesión allí por última vez y lo que hace allí. Puede salir de nuevo en cualquier momento, por su cuenta.`,
    acceptTextAsking: (organization) =>
      `${organization} recibe su nombre, su dirección, cuándo inició sesión allí por última vez y lo que hace allí. En ${organization} los invitados no pueden salir por su cuenta: quien quiera salir pide a la administración que le quite.`,
    statement: (organization) => `Leer la declaración de privacidad de ${organization}`,
    noStatement: (organization) =>
      `${organization} no ha proporcionado ninguna declaración de privacidad.`,
    declineTitle: (organization) => `¿Rechazar la invitación de ${organization}?`,
    declineText: 'Allí no queda nada suyo.',
    forGood: (organization) => `Rechazar todas las futuras invitaciones de ${organization}`,
    remove: 'Quitar de mi lista',
    removeTitle: (organization) => `¿Quitar ${organization} de su lista?`,
    removeText: (organization) =>
      `La invitación se elimina en ${organization} y allí no queda nada suyo. ${organization} puede invitarle de nuevo.`,
    removed: (organization) => `${organization} ya no está en su lista.`,
    homeShut: (organization) =>
      `Su cuenta en su organización de origen no se puede usar, así que ahora no puede aceptar la invitación de ${organization}. Puede rechazarla.`,
    endedHint: (organization) =>
      `La invitación ha terminado y ya nadie puede aceptarla. Pida una nueva a ${organization}.`,
    accepted: (organization) => `Ahora es invitado de ${organization}.`,
    declined: (organization) => `Ha rechazado la invitación de ${organization}.`,
  },
  request: {
    removalTitle: (organization) => `¿Pedir que le quiten de ${organization}?`,
    removalText: (organization) =>
      `La administración de ${organization} ve su solicitud. Puede eliminar su cuenta o hacer posible que usted salga.`,
    restoreTitle: (organization) => `¿Pedir que le restauren en ${organization}?`,
    restoreText: (organization) =>
      `La administración de ${organization} ve su solicitud. Si está de acuerdo, su cuenta vuelve con sus grupos y aplicaciones.`,
    message: 'Mensaje para la administración (opcional)',
    send: 'Enviar solicitud',
    sent: (organization) => `Su solicitud a ${organization} está registrada.`,
    state: {
      removal: {
        open: 'Ha pedido que le quiten. La administración aún no ha respondido.',
        done: 'Se ha respondido a su solicitud de salida: puede seguir adelante.',
        declined: 'Se ha rechazado su solicitud de salida.',
        withdrawn: 'Ha retirado su solicitud de salida.',
        expired: 'Su solicitud de salida terminó sin respuesta. Puede pedirlo de nuevo.',
      },
      restore: {
        open: 'Ha pedido que le restauren. La administración aún no ha respondido.',
        done: 'Se ha concedido su solicitud de restauración.',
        declined: 'Se ha rechazado su solicitud de restauración.',
        withdrawn: 'Ha retirado su solicitud de restauración.',
        expired: 'Ha pasado el plazo para restaurar su cuenta.',
      },
    },
    theyWrite: 'Le escriben:',
    asked: 'Pedido el',
    answered: 'Respondido el',
  },
  acts: {
    withdraw: {
      title: (organization) => `¿Retirar su solicitud a ${organization}?`,
      text: (organization) =>
        `La administración de ${organization} deja de verla. Puede pedirlo de nuevo.`,
      confirm: 'Retirar la solicitud',
      done: () => 'Se ha retirado su solicitud.',
    },
    undo: {
      title: (organization) => `¿Deshacer su salida de ${organization}?`,
      text: (organization) =>
        `Su cuenta en ${organization} vuelve como estaba, con sus grupos, aplicaciones y roles, en la medida en que aún existan. Su administración ve que ha vuelto.`,
      confirm: 'Deshacer la salida',
      done: (organization) => `Ha vuelto a ${organization}.`,
      doneDisabled: (organization) =>
        `Su cuenta en ${organization} ha vuelto. Sigue deshabilitada: no podrá utilizarla hasta que la administración la habilite.`,
    },
    refuse: {
      title: (organization) => `¿Rechazar todas las futuras invitaciones de ${organization}?`,
      text: (organization) =>
        `${organization} no podrá invitarle de nuevo, por ninguno de sus nombres, hasta que retire el rechazo en esta página. Si ha pedido que se restaure su cuenta y nadie ha respondido, esa solicitud se retira.`,
      confirm: 'Rechazar futuras invitaciones',
      done: (organization) => `${organization} ya no puede invitarle.`,
    },
  },
  refusals: {
    title: 'Invitaciones rechazadas',
    hint: 'Estas organizaciones no pueden invitarle. Retire el rechazo si quiere que puedan hacerlo de nuevo.',
    since: 'rechazada el',
    takeBack: 'Retirar el rechazo',
    takeBackNamed: (organization) => `Retirar el rechazo de ${organization}`,
    done: (organization) => `${organization} puede invitarle de nuevo.`,
  },
}
