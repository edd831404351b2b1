/** What mails say before an account of a guest ends by itself, in Spanish. */
import type { ComingWords, LifecycleWords } from '../en/lifecycle.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('es')

export const lifecycle: LifecycleWords = {
  guest: {
    subject: {
      delete: ({ organization }) => `Su cuenta en ${organization} termina pronto`,
      disable: ({ organization }) => `Su cuenta en ${organization} se deshabilitará pronto`,
      done: ({ organization }) => `Su cuenta en ${organization} está deshabilitada`,
    },
    why: {
      endDate: ({ organization }) => `Su cuenta en ${organization} tiene una fecha de fin.`,
      inactivity: ({ organization }) =>
        `Hace mucho que no utiliza ${organization}, y allí se retira el acceso de los invitados que ya no lo necesitan.`,
      sponsor: ({ organization }) =>
        `Ya nadie en ${organization} responde por usted, y cada invitado necesita a alguien que lo haga.`,
      attestation: ({ organization }) =>
        `Hace mucho que nadie confirma que todavía necesita su cuenta en ${organization}.`,
      redemption: ({ organization }) => `Todavía no ha aceptado la invitación de ${organization}.`,
    },
    delete: ({ organization, time }) =>
      `El ${time} se elimina su cuenta en ${organization}. Durante un tiempo la administración podrá restaurarla.`,
    disable: ({ organization, time }) =>
      `El ${time} se deshabilita su cuenta en ${organization}: no podrá utilizarla, y todavía no se elimina nada.`,
    done: ({ organization }) =>
      `Su cuenta en ${organization} está deshabilitada. La administración puede volver a habilitarla, y usted todavía puede salir de la organización en la página «Organizaciones».`,
    doneHere: ({ organization }) =>
      `Su cuenta en ${organization} está deshabilitada. La administración puede volver a habilitarla, y usted todavía puede salir de la organización.`,
    later: ({ time }) => `Si no se vuelve a habilitar, se elimina el ${time}.`,
    attest: ({ organization }) =>
      `Si todavía la necesita, confírmelo usted mismo: es un solo paso, y ${organization} cuenta desde entonces. Allí también puede salir.`,
    stay: {
      endDate: ({ organization }) =>
        `Si la necesita más tiempo, pida una fecha posterior a quien responde por usted en ${organization}, o a la administración.`,
      inactivity: ({ organization }) =>
        `Si todavía la necesita, inicie sesión en ${organization} antes de esa fecha; no hace falta nada más.`,
      sponsor: ({ organization }) =>
        `Si todavía la necesita, pida a alguien de ${organization} que responda por usted.`,
      attestation: ({ organization }) =>
        `Si todavía la necesita, pida a quien responde por usted en ${organization}, o a la administración, que lo confirme.`,
      redemption: () => 'Si la quiere, acepte la invitación antes de esa fecha.',
    },
  },
  sponsor: {
    subject: {
      delete: ({ organization, guest }) =>
        `La cuenta de ${guest} en ${organization} termina pronto`,
      disable: ({ organization, guest }) =>
        `La cuenta de ${guest} en ${organization} se deshabilitará pronto`,
      done: ({ organization, guest }) =>
        `La cuenta de ${guest} en ${organization} está deshabilitada`,
      removed: ({ organization, guest }) => `La cuenta de ${guest} en ${organization} ha terminado`,
    },
    you: ({ organization, guest }) =>
      `Recibe este correo porque responde por ${guest} en ${organization}.`,
    why: {
      endDate: ({ guest }) => `La cuenta de ${guest} tiene una fecha de fin.`,
      inactivity: ({ organization, guest }) =>
        `Hace mucho que ${guest} no utiliza ${organization}.`,
      sponsor: ({ organization, guest }) => `Ya nadie en ${organization} respondía por ${guest}.`,
      attestation: ({ organization, guest }) =>
        `Hace mucho que nadie confirma que ${guest} todavía necesita la cuenta en ${organization}.`,
      redemption: ({ organization, guest }) =>
        `${guest} todavía no ha aceptado la invitación de ${organization}.`,
    },
    delete: ({ guest, time }) =>
      `El ${time} se elimina la cuenta de ${guest}. Durante un tiempo la administración podrá restaurarla.`,
    disable: ({ guest, time }) =>
      `El ${time} se deshabilita la cuenta de ${guest}; todavía no se elimina nada.`,
    done: ({ guest }) => `La cuenta de ${guest} está deshabilitada.`,
    removed: ({ guest }) =>
      `La cuenta de ${guest} se ha eliminado. Durante un tiempo la administración puede restaurarla.`,
    later: ({ time }) => `Si no se vuelve a habilitar, se elimina el ${time}.`,
    stay: {
      endDate: ({ guest }) =>
        `Si ${guest} la necesita más tiempo, elija una fecha posterior en la página «Invitados por los que respondo».`,
      inactivity: ({ organization, guest }) =>
        `Si ${guest} todavía la necesita, basta con iniciar sesión en ${organization} antes de esa fecha.`,
      sponsor: ({ organization, guest }) =>
        `Si ${guest} todavía la necesita, alguien de ${organization} tiene que responder por ${guest}.`,
      attestation: ({ guest }) =>
        `Si ${guest} todavía la necesita, confírmelo en la página «Invitados por los que respondo». Si no, no haga nada.`,
      redemption: ({ guest }) =>
        `Si ${guest} todavía va a venir, hay que aceptar la invitación antes de esa fecha.`,
    },
  },
  links: {
    signIn: ({ organization }) => `Iniciar sesión en ${organization}`,
    own: 'Decir que todavía la necesito',
    guests: 'Ver los invitados por los que respondo',
    review: 'Ver cuáles, y salir de las que no necesito',
  },
  passedOn: {
    subject: ({ organization }) => `Responde por un invitado en ${organization}`,
    lead: ({ organization, guest }) =>
      `Un compañero le ha nombrado: desde ahora responde por ${guest} en ${organization}. Se le pregunta si la cuenta todavía hace falta; no le da ningún derecho.`,
  },
  review: {
    subject: (count) =>
      plural(count, {
        one: 'Está en # organización: ¿todavía la necesita?',
        many: 'Está en # de organizaciones: ¿todavía las necesita todas?',
        other: 'Está en # organizaciones: ¿todavía las necesita todas?',
      }),
    why: 'Recibe este correo una vez al año porque está en muchas organizaciones y no las usa todas. En la misma página puede indicar que no quiere recibirlo.',
  },
}

export const coming: ComingWords = {
  reason: {
    endDate: 'Hay una fecha de fin',
    inactivity: 'Demasiado tiempo sin usar',
    sponsor: 'Nadie responde por el invitado',
    attestation: 'No se ha confirmado la necesidad',
    redemption: 'No se ha aceptado la invitación',
    homeGone: 'La cuenta de origen ya no existe',
    neverAccepted: 'No se ha aceptado la invitación',
  },
  condition: {
    inactivity: 'Solo si no se usa antes',
    attestation: 'Solo si nadie confirma antes la necesidad',
    redemption: 'Solo si no se acepta antes la invitación',
  },
  ifKept: {
    nothing: 'Entonces nada termina la cuenta por sí solo.',
    deleted: (date) => `Si no pasa nada más, la cuenta termina entonces el ${date}.`,
    disabled: (date) => `Si no pasa nada más, la cuenta se deshabilita entonces el ${date}.`,
  },
  notStopped: {
    deleted: (date) => `Eso por sí solo no evita el fin: la cuenta termina igualmente el ${date}.`,
    disabled: (date) =>
      `Eso por sí solo no lo evita: la cuenta se deshabilita igualmente el ${date}.`,
    beside: 'Conservarlo por sí solo no evita eso.',
  },
  sendAgain: 'Enviar de nuevo la invitación',
  stops: {
    endDate: 'Solo una fecha de fin posterior lo cambia.',
    inactivity: 'El invitado tiene que iniciar sesión allí antes.',
    sponsor: 'Alguien tiene que responder antes por el invitado.',
    attestation: 'Hay que confirmar de nuevo la necesidad antes.',
    redemption: 'El invitado tiene que aceptar antes la invitación.',
    homeGone:
      'La administración tiene que permitir antes que el invitado canjee una invitación de nuevo.',
    neverAccepted:
      'El invitado tiene que aceptar la invitación; si ha caducado, primero hay que enviarla de nuevo.',
  },
  youStop: {
    endDate: 'Solo una fecha de fin posterior lo cambia.',
    inactivity: 'Inicie sesión allí antes.',
    sponsor: 'Pida a alguien de allí que responda por usted.',
    attestation: 'Confírmelo de nuevo antes.',
    redemption: 'Acepte antes la invitación.',
    homeGone: 'Pida a la administración de allí que le permita canjear una invitación de nuevo.',
    neverAccepted: 'Acepte la invitación; si ha caducado, primero hay que enviarla de nuevo.',
  },
}
