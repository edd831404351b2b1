/** Ways to sign in other than a password here: codes by mail and providers, in Spanish. */
import type { WaysWords } from '../en/ways.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('es')

export const ways: WaysWords = {
  withCode: 'Enviarme un código por correo',
  codeIntro: 'Se envía un código a esta dirección. Con él entra, o ve cómo inicia sesión.',
  back: 'Volver a la página de inicio de sesión',

  codeTitle: 'Iniciar sesión con un código',
  address: 'Su correo electrónico',
  addressHint:
    'Le enviamos un código. Sirve para quienes no tienen otra cuenta con la que iniciar sesión.',
  addressHintAsking:
    'Le enviamos un código. Use la dirección a la que le invitaron. Quien puede iniciar sesión lo pide en la lista de sus organizaciones.',
  send: 'Enviar el código',
  notAnAddress: 'A esta dirección no se puede enviar un código. Compruebe cómo está escrita.',
  codeSent: (address) =>
    `Si el correo llega a ${address}, un código de 8 cifras está en camino. Escríbalo aquí, en este navegador.`,
  code: 'Código',
  codeHint: (minutes) =>
    `Sirve una sola vez, durante ${plural(minutes, { one: '# minuto', many: '# minutos', other: '# minutos' })}.`,
  check: 'Continuar',
  notACode: 'Un código tiene 8 cifras. Mire de nuevo el correo.',
  wrongCode: (left) =>
    `Este no es el código. ${plural(left, { one: 'Le queda un intento', many: 'Le quedan # intentos', other: 'Le quedan # intentos' })}.`,
  codeOver:
    'Este código ya no funciona: se ha usado, es demasiado antiguo o se ha intentado demasiadas veces. Pida uno nuevo.',
  newCode: 'Enviar un código nuevo',

  unknownTitle: 'Aquí no se conoce ninguna cuenta suya',
  unknownAddress: (address) =>
    `Ha demostrado que ${address} es suya, y ninguna cuenta de aquí está asociada a ella.`,
  unknownIdentity: (provider) =>
    `${provider} dice quién es usted, y ninguna cuenta de aquí está asociada a esa identidad.`,
  unknownGuest:
    'Si una organización de aquí tiene un invitado con esta dirección, puede pedirle que lo quite; si lo ha quitado hace poco, que lo restaure:',
  unknownNext:
    'Si ha recibido una invitación, abra ahora el enlace de la invitación en este navegador. Si no, pida a la organización que le invite. Si tiene una cuenta en una organización de origen, inicie sesión con ella.',
  homeGoneTitle: 'Su cuenta ya no existe',
  homeGone:
    'La cuenta en su organización de origen se ha eliminado, así que nadie puede iniciar sesión con ella.',
  homeGoneNext:
    'Si ha ocurrido en las últimas semanas, es posible que la administración de su organización de origen aún pueda restaurarla. Las organizaciones que visita como invitado pueden quitarle si se lo pide:',

  providerTitle: 'Iniciar sesión con otro proveedor',
  providerName: 'Su dirección, o el dominio de su organización de origen',
  providerNameHint:
    'Por ejemplo, ada@contoso.example o contoso.example. También sirve el dominio de una organización que le ha invitado.',
  find: 'Continuar',
  again: (provider) => `Iniciar sesión con ${provider} otra vez`,
  noProvider: (domain) =>
    `No se conoce ningún proveedor para ${domain}. Compruebe cómo está escrito, o demuestre con un código que la dirección es suya: entonces verá cómo inicia sesión con ella.`,
  proveFirst: 'Enviarme un código y mostrarme cómo inicio sesión',
  waysTitle: 'Iniciar sesión con su proveedor',
  ways: (address) =>
    `Ha demostrado que ${address} es suya. Un invitado con esta dirección inicia sesión aquí:`,
  atProvider: (host) => `Inicia sesión allí, en ${host}, y vuelve.`,
  whichTitle: 'Elija cómo iniciar sesión',
  which: (domain) => `Quienes trabajan con ${domain} disponen de estas formas:`,
  use: (provider, host) => `${provider} (${host})`,
  onTheWay: (provider) => `Pasa a ${provider}.`,
  goTo: (provider) => `Continuar en ${provider}`,
  startAgain: 'Iniciar sesión de nuevo',
  flowOverTitle: 'Empiece de nuevo',
  flowOver:
    'Esta respuesta de un proveedor no corresponde a ningún inicio de sesión de este navegador: es demasiado antigua, ya se ha usado o se empezó en otro lugar.',
  stopped: (provider) => `No ha iniciado sesión en ${provider}. No se ha cambiado nada.`,
  refusedTitle: 'Este inicio de sesión no se ha aceptado',
  refused: (provider) =>
    `No se ha podido confiar en lo que ha respondido ${provider}, así que no se ha iniciado ninguna sesión. Inténtelo de nuevo; si continúa, avise a la administración de su organización de origen.`,
  unavailable: (provider) =>
    `${provider} no responde en este momento. Inténtelo de nuevo dentro de un momento o inicie sesión de otra forma.`,
  notTrusted:
    'Este proveedor ya no se usa aquí. Inicie sesión de otra forma o pregunte a la administración de su organización.',
}
