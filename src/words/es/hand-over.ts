/** What people read when they hand over and leave, and why they cannot undo it; in Spanish. */
import type { HandOverWords, UndoWords } from '../en/hand-over.ts'

const refused: HandOverWords['refused'] = {
  oneself: () => 'No puede traspasárselo a usted. Nombre a otra persona.',
  notAccepted: (organization) =>
    `La persona nombrada aún no ha aceptado la invitación de ${organization}, así que no puede hacerse cargo. Nombre a otra persona.`,
  disabled: (organization) =>
    `La cuenta de la persona nombrada está deshabilitada en ${organization}, así que no puede hacerse cargo. Nombre a otra persona.`,
  guest: (organization) =>
    `La persona nombrada es invitada de ${organization}, y solo un miembro puede hacerse cargo. Nombre a un miembro.`,
  homeClosed: () =>
    'La organización de origen de la persona nombrada no la deja entrar, así que no podría actuar. Nombre a otra persona.',
}

export const handOver: HandOverWords = {
  offer: 'Nombrar sucesor y salir',
  soleAdministrator: (organization) =>
    `Nombre a quien recibe en su lugar el rol «Administrador global» de ${organization} y salga en el mismo paso.`,
  sole: (organization) =>
    `Parte de esto no tiene a nadie más en ${organization}. Puede nombrar a quien se haga cargo; si sale sin hacerlo, queda sin nadie hasta que la administración lo resuelva.`,
  title: (organization) => `¿Traspasar y salir de ${organization}?`,
  lead: (organization) =>
    `Sale de ${organization} de inmediato. La persona que nombre se hace cargo de lo que quedaría sin nadie:`,
  nothing: 'Nada suyo quedaría allí sin nadie, así que puede salir sin nombrar sucesor.',
  role: (role) => `el rol «${role}»`,
  find: 'Buscar un miembro por su nombre',
  search: 'Buscar',
  who: 'Quién se hace cargo',
  more: 'Hay más. Búsquelos por su nombre.',
  nobody:
    'No ve allí a nadie que pueda hacerse cargo. Si no encuentra a nadie, escriba a la administración.',
  afterwards:
    'La persona nombrada recibe un correo. Lo traspasado se queda con ella, aunque usted vuelva.',
  refused,
  notFound: 'No ve allí a nadie con este identificador. Elija entre las personas que se muestran.',
}

export const undo: UndoWords = {
  notByThemselves: (organization) =>
    `No salió de ${organization} por su cuenta, así que no puede deshacerlo por su cuenta. Pida a su administración que le restaure.`,
  timeOver: (organization) =>
    `El plazo para deshacer por su cuenta su salida de ${organization} ha terminado, o allí no se ofrece. Pida a su administración que le restaure.`,
  homeDisabled: (organization) =>
    `Su cuenta de origen no se puede usar, así que no puede volver a ${organization}. Diríjase a la administración de su organización de origen.`,
  homeClosed: (organization) =>
    `Su organización de origen está cerrada, así que después no podría salir de ${organization} por su cuenta. Si quiere volver, pida a su administración que le restaure.`,
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
