/** Passkeys, authenticator apps and the page about both, in Spanish. */
import type { SecurityWords } from '../en/security.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('es')

export const security: SecurityWords = {
  security: 'Seguridad',
  securityIntro: 'Con qué inicia sesión y dónde tiene la sesión iniciada.',
  toProfile: 'Volver a mi cuenta',
  toSecurity: 'Volver a «Seguridad»',

  passkeys: 'Claves de acceso',
  passkeysIntro:
    'Con una clave de acceso inicia sesión mediante el bloqueo de su dispositivo, sin contraseña.',
  noPasskeys: 'Aún no tiene ninguna clave de acceso.',
  addPasskey: 'Añadir una clave de acceso',
  passkeysHere: (host) =>
    `Las claves de acceso van unidas a un nombre, y a este Guesthouse se llega por la dirección ${host}. Pida a quien lo opera que le dé un nombre con https.`,
  tooManyPasskeys: (most) =>
    `Tiene ${plural(most, { one: '# clave de acceso', many: '# claves de acceso', other: '# claves de acceso' })}, que es el máximo. Quite una que no use.`,
  passkeyName: 'Nombre de esta clave de acceso',
  passkeyNameHint: 'Para que la reconozca, por ejemplo: Mi teléfono',
  passkeyNamePlain: 'Clave de acceso',
  badName: 'Dé a la clave de acceso un nombre de 1 a 64 caracteres.',
  askBrowser: 'Continuar',
  askBrowserHint: 'Su navegador le pide que desbloquee este dispositivo u otro cercano.',
  addedOn: (date) => `Añadida el ${date}`,
  lastUsedOn: (date) => `usada por última vez el ${date}`,
  neverUsed: 'aún sin usar',
  remove: 'Quitar',
  removeNamed: (name) => `Quitar ${name}`,
  removePasskey: '¿Quitar esta clave de acceso?',
  removePasskeyText: (name) =>
    `«${name}» ya no servirá para iniciar sesión. Es posible que su dispositivo la siga mostrando hasta que la quite también en él.`,
  removePasskeyLast:
    'Aquí no tiene contraseña, y esta es su última clave de acceso. Asegúrese de que puede iniciar sesión de otra forma.',
  keep: 'Conservarla',

  withPasskey: 'Iniciar sesión con una clave de acceso',
  passkeyIntro:
    'Su navegador muestra las claves de acceso que conoce. No necesita nombre ni contraseña.',
  usePasskey: 'Usar una clave de acceso',
  otherWay: 'Iniciar sesión de otra forma',
  needsScript:
    'Las claves de acceso necesitan JavaScript, que está desactivado en este navegador. Actívelo para este sitio o inicie sesión de otra forma.',
  unsupported:
    'Este navegador no admite claves de acceso. Pruebe con uno más reciente o inicie sesión de otra forma.',
  cancelled:
    'No se ha usado ninguna clave de acceso: se canceló o se tardó demasiado. Inténtelo de nuevo cuando quiera.',
  alreadyThere:
    'Este dispositivo ya tiene una clave de acceso suya. Use otro dispositivo o conserve la que tiene.',
  expired: 'Ha tardado demasiado o se ha enviado dos veces. Inténtelo de nuevo.',
  notVerified:
    'No se ha podido comprobar la clave de acceso, así que no se ha cambiado nada. Inténtelo de nuevo; si continúa, use otra clave de acceso.',
  unknownPasskey:
    'Esta clave de acceso no se conoce aquí. Es posible que se haya quitado. Inicie sesión de otra forma y añada una nueva.',

  authenticator: 'Aplicación de autenticación',
  authenticatorIntro:
    'Un código de una aplicación de su teléfono, que se pide después de la contraseña.',
  authenticatorOff: 'Sin configurar.',
  authenticatorOn: (date) => `Configurada el ${date}.`,
  authenticatorNeedsPassword:
    'Aquí no inicia sesión con contraseña, así que no se pide ningún código. Su cuenta es tan segura como aquello con lo que inicia sesión: una clave de acceso, su buzón o el proveedor que dice quién es.',
  setUpAuthenticator: 'Configurar una aplicación de autenticación',
  setUpTitle: 'Configurar su aplicación de autenticación',
  setUpSteps:
    'Escanee esta imagen con la aplicación, o escriba en ella la clave. Después escriba el código que muestra la aplicación.',
  qr: 'Código QR con la clave que figura debajo',
  key: 'Clave:',
  code: 'Código',
  codeHint: 'Seis cifras, de la aplicación',
  confirm: 'Confirmar',
  codeWrongSetUp:
    'Este no es el código de ahora. Compruebe que el reloj de su teléfono va bien, espere al código siguiente y escríbalo. Aún no se ha activado nada.',
  setUpOver:
    'La clave de la página anterior es demasiado antigua. Aquí empieza de nuevo: escanee otra vez.',
  recoveryTitle: 'Sus códigos de recuperación',
  recoveryText:
    'Guárdelos donde los encuentre sin su teléfono, por ejemplo en papel. Cada uno sirve para iniciar sesión una vez en lugar de un código de la aplicación. No se vuelven a mostrar.',
  recoveryKept: 'Los he guardado',
  noRecoveryLeft: 'No le quedan códigos de recuperación.',
  recoveryLeft: (count) =>
    plural(count, {
      one: 'Le queda un código de recuperación.',
      many: 'Le quedan # códigos de recuperación.',
      other: 'Le quedan # códigos de recuperación.',
    }),
  newRecoveryCodes: 'Crear nuevos códigos de recuperación',
  newRecoveryText: 'Los anteriores dejan de funcionar. Escriba un código para continuar.',
  removeAuthenticator: 'Quitar la aplicación de autenticación',
  removeAuthenticatorText:
    'Después basta su contraseña para iniciar sesión, y sus códigos de recuperación dejan de funcionar. Escriba un código para continuar; si no tiene ni la aplicación ni códigos de recuperación, pida a la administración de su organización de origen que los restablezca.',
  anyCode: 'Código o código de recuperación',
  anyCodeHint: 'Seis cifras de la aplicación, o uno de sus códigos de recuperación',
  secondStep: 'Escriba su código',
  secondStepFor: (name) => `Para ${name}.`,
  codeWrong:
    'Este código no es correcto o ya se ha usado. Espere a que la aplicación muestre el siguiente y escríbalo.',
  lostPhone:
    '¿No tiene su teléfono? Escriba un código de recuperación. Si tampoco tiene, pida a la administración de su organización de origen que restablezca su inicio de sesión.',
  startAgain: 'Empezar de nuevo',
  noAuthenticator:
    'No tiene configurada ninguna aplicación de autenticación, así que no hay nada que cambiar.',

  sessions: 'Dónde tiene la sesión iniciada',
  thisSession: 'esta sesión',
  lastSeenAt: (time) => `Usada por última vez el ${time}`,
  endSession: 'Cerrar sesión',
  endNamed: (device) => `Cerrar la sesión de ${device}`,
  sessionEnded: 'La sesión se ha cerrado.',
  sessionGone: 'Esa sesión ya había terminado.',
  passkeyAdded: 'Se ha añadido la clave de acceso. Desde ahora puede iniciar sesión con ella.',
  passkeyRemoved: 'Se ha quitado la clave de acceso.',
  authenticatorRemoved:
    'Se ha quitado la aplicación de autenticación. Ahora basta su contraseña para iniciar sesión.',
}
