/** The page of a receipt, in Spanish. */
import type { ErasureWords, ReceiptWords } from '../en/receipts.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('es')

/** When the data of who has left or was deleted is erased, wherever that is said. */
export const erasure: ErasureWords = {
  comes: (by) =>
    `En cuanto la cuenta ya no se puede restaurar, se borran todos sus datos; el borrado termina a más tardar el ${by}.`,
  comesMany: (by) =>
    `En cuanto estas cuentas ya no se pueden restaurar, se borran todos sus datos; el borrado termina a más tardar el ${by}.`,
  runs: (by) =>
    `La cuenta ya no se puede restaurar. Se están borrando todos sus datos; el borrado termina a más tardar el ${by}.`,
}

export const receipts: ReceiptWords = {
  title: 'Justificante',
  doorIntro:
    'Un justificante dice qué ha sido de una cuenta que terminó: hasta cuándo se puede restaurar y cuándo se borran sus datos. Se muestra a la persona cuya cuenta era hasta que se borran todos sus datos, a la administración de la organización y a quien tenga el código de su correo.',
  doorCode: 'Código del correo con el justificante',
  show: 'Mostrar el justificante',
  signIn: 'Iniciar sesión en su lugar',
  wrong:
    'Ningún justificante tiene esta referencia y este código. Siga otra vez el enlace del correo o inicie sesión.',
  signedIn:
    'Ha iniciado sesión, y este justificante no se muestra a su cuenta. Una vez borrados todos los datos, ya no se sabe de quién era la cuenta: entonces solo el código de un correo sobre ella abre el justificante.',
  wrongSignedIn:
    'Ningún justificante tiene esta referencia y este código. Siga otra vez el enlace del correo.',
  heading: (organization) => `Justificante: cuenta en ${organization}`,
  headingMany: (count) =>
    plural(count, {
      one: 'Justificante: salida de una organización',
      many: 'Justificante: salida de # de organizaciones',
      other: 'Justificante: salida de # organizaciones',
    }),
  manyIntro:
    'Estas cuentas terminaron porque la persona salió, todas a la vez. Cada una tiene su propio justificante, con su propia referencia; este es el de todas juntas.',
  kind: {
    left: (organization) => `La cuenta en ${organization} terminó porque la persona se fue.`,
    declined: (organization) =>
      `La cuenta en ${organization} terminó porque se rechazó la invitación.`,
    removed: (organization) =>
      `La cuenta en ${organization} terminó porque la administración la quitó.`,
    removedByOperator: (organization) =>
      `La cuenta en ${organization} terminó porque quien gestiona este servidor la quitó.`,
    removedByPolicy: (organization) =>
      `La cuenta en ${organization} terminó porque una regla de la organización la quitó.`,
    endDate: (organization) =>
      `La cuenta en ${organization} terminó porque llegó la fecha de fin fijada para ella.`,
    homeGone: (organization) =>
      `La cuenta en ${organization} terminó porque la cuenta de la persona en su organización de origen ya no existe.`,
    merged: (organization) =>
      `La cuenta en ${organization} terminó porque la misma persona tiene allí otra, que se queda.`,
    neverAccepted: (organization) =>
      `La cuenta en ${organization} terminó porque nadie aceptó la invitación a tiempo.`,
    erased: (organization) =>
      `La cuenta en ${organization} y todos los datos de la persona allí se han borrado.`,
  },
  state: {
    restorable: (until) => `Se puede restaurar hasta el ${until}. Hasta entonces nadie la usa.`,
    restorableClosed: (until, organization) =>
      `${organization} está cerrada, así que nadie la restaura a menos que abra de nuevo antes del ${until}.`,
    held: 'Sus datos se conservan por una obligación legal mientras esta dure, también después del día hasta el que se puede restaurar, y después se borran.',
    restored: (at) => `Se restauró el ${at} y vuelve a usarse.`,
    wasRestored: (at) => `Se restauró el ${at} y más tarde volvió a terminar.`,
    erased: (at) => `Sus datos se borraron el ${at}. Nadie puede restaurarla.`,
  },
  reference: 'Referencia',
  organization: 'Organización',
  account: 'Id. de la cuenta',
  endedAt: 'Terminó',
  restorableUntil: 'Se puede restaurar hasta',
  restoredAt: 'Restaurada',
  erasedAt: 'Borrada',
  shownAt: 'Situación a',
  systems: 'Sistemas a los que se comunica el fin',
  noSystems: 'No había ninguna sesión en un sistema al que haya que comunicarlo.',
  goneSystem: 'Un sistema que ya no existe',
  acknowledged: (at) => `confirmado el ${at}`,
  waiting: 'aún sin confirmar',
  unreachable: 'no se pudo alcanzar; la sesión allí termina por sí sola',
  mail: 'Correo sobre ello',
  mailStates: {
    waiting: 'a la espera de envío',
    taken: (at) => `entregado al servidor de correo el ${at}`,
    noAddress: 'no enviado: no se conocía ninguna dirección de correo',
    noServer: 'no enviado: esta instalación no tiene servidor de correo',
    refused: 'no enviado: el servidor de correo lo rechazó definitivamente',
    unconfirmed: 'abandonado: se entregó varias veces y nunca se confirmó',
    expired: (tries) =>
      plural(tries, {
        one: 'no enviado: abandonado tras un intento',
        many: 'no enviado: abandonado tras # de intentos',
        other: 'no enviado: abandonado tras # intentos',
      }),
    replaced: 'no enviado: un correo más reciente ocupó su lugar',
    neverCame: 'no enviado: nadie había aceptado la invitación',
    toldBefore: 'no enviado: se informó a la persona antes de restaurar una copia de seguridad',
  },
  stays: 'Lo que queda',
  log: 'El registro de la organización dice qué ocurrió, con el identificador de la cuenta y sin nombre ni dirección.',
  logs: 'El registro de cada organización dice qué ocurrió allí, con el identificador de la cuenta y sin nombre ni dirección.',
  download: 'Descargar el justificante firmado',
  keys: 'Descargar las claves para verificarlo',
  verify: 'Quien tenga ambos archivos puede verificar el justificante sin preguntar a nadie:',
}
