/**
 * What people read when they say that an account is still needed, their own or of a guest for whom
 * they answer, and when they look back at where they are; in Spanish.
 */
import { coming } from './lifecycle.ts'
import type { AnsweringWords } from '../en/answering.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('es')

export const answering: AnsweringWords = {
  coming,
  facts: {
    attested: 'Última confirmación',
    never: 'todavía no',
    endDate: 'Fecha de fin',
    why: 'Por qué',
    removedOn: 'Se elimina el',
  },
  own: {
    title: (organization) => `¿Todavía necesita su cuenta en ${organization}?`,
    text: (organization) => `Si lo confirma, ${organization} sabe que todavía la necesita.`,
    until: (organization, date) =>
      `Si no pasa nada más, su cuenta en ${organization} se mantiene hasta el ${date}.`,
    over: (organization, date) =>
      `Su fecha de fin en ${organization}, el ${date}, ha llegado: su cuenta se eliminará a continuación. Solo la administración de allí puede aplazar todavía la fecha.`,
    open: (organization) => `Nada termina por sí solo su cuenta en ${organization}.`,
    endDate:
      'La fecha de fin la aplaza quien responde por usted o la administración; confirmar no la aplaza.',
    confirm: 'Todavía la necesito',
    link: '¿Todavía hace falta?',
    done: (organization) => `Ha confirmado que todavía necesita su cuenta en ${organization}.`,
    leave: (organization) => `Salir de ${organization} en su lugar`,
    reason: {
      notAGuest: (organization) =>
        `No hay nada que confirmar en ${organization}: solo se pregunta a los invitados, y usted no lo es.`,
      notAccepted: (organization) =>
        `Todavía no ha aceptado la invitación de ${organization}. Acéptela primero; después se podrá confirmar su cuenta.`,
      disabled: (organization) =>
        `Su cuenta en ${organization} está deshabilitada, así que no puede confirmarla. Pídaselo a quien responde por usted allí, o a la administración.`,
      over: (organization) =>
        `Su fecha de fin en ${organization} ha llegado, así que confirmar no cambiaría nada: solo la administración de allí puede aplazarla todavía.`,
      notAllowed: (organization) =>
        `${organization} no deja esto a sus invitados. Pida a quien responde por usted allí, o a la administración, que confirme que todavía necesita su cuenta.`,
      organizationClosed: (organization) =>
        `${organization} está cerrada, así que no hay nada que confirmar.`,
    },
  },
  refused: {
    notFound:
      'No responde allí por ningún invitado con este identificador. Puede que ya responda otra persona, o que el invitado ya no esté.',
    guestDisabled:
      'La administración ha deshabilitado a este invitado, así que solo ella decide qué pasa con él.',
    throughGroup:
      'Por este invitado responde un grupo del que usted es propietario, no usted. La administración puede cambiar quién responde.',
    noEndDate: 'Este invitado no tiene fecha de fin, así que no hay nada que prolongar.',
    over: 'La fecha de fin de este invitado ha llegado, así que solo la administración puede aplazarla todavía.',
    notLater: 'La nueva fecha de fin tiene que ser posterior a la actual.',
    tooFar: 'La fecha de fin se puede aplazar como máximo un año a partir de hoy.',
    answered: 'No puede hacerse cargo de este invitado: alguien responde ya por él, o ya no está.',
  },
  guests: {
    title: 'Invitados por los que respondo',
    intro:
      'Sus organizaciones quieren saber si estos invitados todavía hacen falta. Conserve a quienes necesite, traspase a quienes otra persona conozca mejor; con los demás no haga nada. Qué termina cada cuenta, y qué lo evitaría, se indica al lado.',
    mine: 'Respondo por ellos',
    nobodys: 'Nadie responde por ellos',
    nobodyIntro:
      'Invitados de organizaciones cuyos miembros usted ve y por los que ahora nadie responde: quien lo hacía se ha ido o está deshabilitado, o no se nombró a nadie. Puede hacerse cargo de ellos.',
    emptyTitle: 'No responde por ningún invitado',
    emptyHint:
      'Quien invita responde primero por el invitado; también pueden nombrarle la administración o un compañero.',
    nobodyEmptyTitle: 'Alguien responde por cada invitado que usted ve',
    nobodyEmptyHint:
      'Cuando quien responde por un invitado se va o queda deshabilitado, el invitado aparece aquí.',
    states: { active: 'Activo', invited: 'Invitación pendiente', disabled: 'Deshabilitado' },
    since: (date) => `invitado desde el ${date}`,
    throughGroup: 'Por este invitado responde un grupo del que usted es propietario.',
    until: (date) => `Si no pasa nada, la cuenta termina el ${date}.`,
    over: (date) =>
      `La fecha de fin, el ${date}, ha llegado: la cuenta se eliminará a continuación. Solo la administración puede aplazar todavía la fecha.`,
    disabledUntil: (date) => `Si no pasa nada, la cuenta se deshabilita el ${date}.`,
    open: 'Nada termina por sí solo esta cuenta.',
    keep: 'Conservar',
    passOn: 'Traspasar',
    giveUp: 'No responder más',
    takeOver: 'Hacerse cargo',
    keepTitle: (guest) => `¿Conservar a ${guest}?`,
    keepText: (guest, organization) =>
      `Confirma que ${guest} todavía necesita la cuenta en ${organization}. Queda escrito en el registro de auditoría de allí.`,
    keepDisabled:
      'Una regla ha deshabilitado esta cuenta. Solo la administración la vuelve a habilitar.',
    prolong: 'Fecha de fin',
    prolongStay: (date) => `dejar en el ${date}`,
    kept: (guest) => `Queda anotado que ${guest} todavía hace falta.`,
    giveUpTitle: (guest) => `¿No responder más por ${guest}?`,
    giveUpText: (guest, organization) =>
      `${guest} sigue en ${organization} como antes, pero ya no se le pregunta a usted. Si nadie más responde por ${guest}, la administración lo ve.`,
    givenUp: (guest) => `Ya no responde por ${guest}.`,
    passOnTitle: (guest) => `¿Traspasar a ${guest}?`,
    passOnText: (guest, organization) =>
      `Elija quién responde por ${guest} en ${organization} en su lugar. Esa persona se entera por correo.`,
    passedOn: (guest) => `Ahora responde otra persona por ${guest}.`,
    takeOverTitle: (guest) => `¿Hacerse cargo de ${guest}?`,
    takeOverText: (guest, organization) =>
      `Desde ahora responde por ${guest} en ${organization}: se le pregunta si la cuenta todavía hace falta. No le da ningún derecho.`,
    takenOver: (guest) => `Ahora responde por ${guest}.`,
  },
  review: {
    title: 'Mirada atrás',
    summary: (organizations) =>
      plural(organizations, {
        one: 'Además de su organización de origen, está en # organización.',
        many: 'Además de su organización de origen, está en # de organizaciones.',
        other: 'Además de su organización de origen, está en # organizaciones.',
      }),
    unused: (count, days) =>
      plural(count, {
        one: `En # de ellas no consta ningún uso desde hace ${days} días.`,
        many: `En # de ellas no consta ningún uso desde hace ${days} días.`,
        other: `En # de ellas no consta ningún uso desde hace ${days} días.`,
      }),
    allUsed: (days) => `Todas se han usado en los últimos ${days} días.`,
    hint: 'Primero las que llevan más tiempo sin usar. Seleccione las que no necesite y salga de ellas con una sola pregunta; u oculte las que solo no quiera ver.',
    mailOn: 'Una vez al año se lo dice un correo.',
    mailOff: 'Ningún correo se lo dice una vez al año.',
    stopMails: 'No recibir más este correo',
    wantMails: 'Avisarme una vez al año',
    stopped: 'Ya no recibe este correo.',
    wanted: 'Recibe un correo una vez al año.',
  },
}
