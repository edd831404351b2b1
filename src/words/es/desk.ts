/** The portal's list of organizations, and leaving many at once; in Spanish. */
import type { DeskWords } from '../en/desk.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('es')

export const desk: DeskWords = {
  back: 'Volver a mis organizaciones',
  openApps: 'Abrir sus aplicaciones',
  filter: 'Mostrar',
  filters: {
    all: 'Todas',
    active: 'Activas',
    unused: (days) =>
      `Sin usar desde hace ${plural(days, { one: '# día', many: '# días', other: '# días' })}`,
    waiting: 'Invitaciones pendientes',
    blocked: 'No se puede salir de ellas ahora',
    ended: 'Dejadas o retiradas',
    hidden: 'Ocultas',
  },
  counted: (name, count) =>
    plural(count, { one: `${name} (#)`, many: `${name} (#)`, other: `${name} (#)` }),
  order: 'Orden',
  orders: {
    use: 'Último uso primero',
    longestUnused: 'Más tiempo sin usar primero',
    name: 'Por nombre',
  },
  apply: 'Buscar',
  nothingHere: 'No hay ninguna así. Elija «Todas» para ver las demás.',
  lastUsed: (date) => `último uso el ${date}`,
  notRecorded: 'uso no registrado',
  select: (organization) => `Seleccionar ${organization}`,
  selectAll: 'Seleccionar todas en esta página',
  selected: 'Seleccionadas:',
  clear: 'Borrar la selección',
  selectFound: (count) =>
    plural(count, {
      one: 'Seleccionar la encontrada',
      many: 'Seleccionar todas las encontradas (#)',
      other: 'Seleccionar todas las encontradas (#)',
    }),
  leaveSelected: 'Salir de las seleccionadas',
  firstPage: 'Primera página',
  nextPage: 'Página siguiente',
  hide: 'Ocultar en mi lista',
  show: 'Mostrar de nuevo en mi lista',
  hidden: (organization) =>
    `${organization} está oculta en su lista. La encuentra en «Ocultas»; allí sigue como antes.`,
  shown: (organization) => `${organization} figura de nuevo en su lista.`,
  showAtHome: 'Dejar que mi organización de origen lo vea',
  hideAtHome: 'Dejar de mostrarlo a mi organización de origen',
  shownAtHome: (organization) =>
    `Los administradores de su organización de origen ven ahora que usted es invitado de ${organization} y cuándo cambia eso, y ${organization} puede ver si su cuenta de origen está habilitada y desde cuándo no lo está. Puede retirarlo en cualquier momento.`,
  hiddenAtHome: (organization) =>
    `Su organización de origen ya no ve que usted es invitado de ${organization}. Tampoco esa organización ve ya su cuenta de origen. Lo que ya figura en los registros permanece allí.`,
  notYours: 'No está entre sus organizaciones',
  many: {
    title: (count) =>
      plural(count, {
        one: '¿Salir de una organización?',
        many: '¿Salir de # de organizaciones?',
        other: '¿Salir de # organizaciones?',
      }),
    lead: 'Sus cuentas allí terminan de inmediato y, con ellas, en total:',
    nothing:
      'Sus cuentas allí terminan de inmediato. No tiene grupos, aplicaciones ni roles en ninguna.',
    atOnce: (most, rest) =>
      `Se sale como máximo de ${most} a la vez; de las otras ${rest} puede salir después.`,
    each: 'Cada una por separado',
    restorable: (organization, date) => `${organization}: se puede restaurar hasta el ${date}.`,
    afterwards:
      'La administración de cada una puede hacerle volver hasta su fecha. Después hace falta una nueva invitación.',
    afterwardsOpen:
      'La administración de cada una que no esté cerrada puede hacerle volver hasta su fecha. Después hace falta una nueva invitación.',
    undo: (until) => `Si sale por error, puede deshacer cada salida usted hasta el ${until}.`,
    undoSome: (count, until) =>
      plural(count, {
        one: `Una de estas salidas puede deshacerla usted hasta el ${until}; «Cada una por separado» dice cuál.`,
        many: `# de estas salidas puede deshacerlas usted hasta el ${until}; «Cada una por separado» dice cuáles.`,
        other: `# de estas salidas puede deshacerlas usted hasta el ${until}; «Cada una por separado» dice cuáles.`,
      }),
    undoable: (date) => `Puede deshacerlo usted hasta el ${date}.`,
    unowned: 'Esto quedaría sin nadie',
    unownedText:
      'Para cada una puede nombrar un sucesor y salir en el mismo paso. Si sale sin hacerlo, queda sin nadie hasta que la administración lo resuelva.',
    blocked: 'De estas no se puede salir ahora',
    ask: (count) =>
      plural(count, {
        one: 'Pedir en su lugar a su administración que me quite',
        many: 'Pedir en su lugar a la administración de estas # que me quite',
        other: 'Pedir en su lugar a la administración de estas # que me quite',
      }),
    left: (count) =>
      plural(count, {
        one: 'Ha salido de una organización.',
        many: 'Ha salido de # de organizaciones.',
        other: 'Ha salido de # organizaciones.',
      }),
    receipt: 'Un justificante para todas',
    leftNone: 'No ha salido de ninguna.',
    notLeft: (organization) => `No ha salido de ${organization}.`,
  },
  apps: {
    none: (search) => `Ninguna organización abierta para usted coincide con «${search}».`,
    all: 'Todas mis organizaciones',
  },
}
