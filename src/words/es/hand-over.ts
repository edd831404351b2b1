/** What people read when they hand over and leave; in Spanish. */
import type { HandOverWords } from '../en/hand-over.ts'

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
