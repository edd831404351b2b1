/** Signing in, signing out, passwords and the first organization, in Spanish. */
import type { SignInWords } from '../en/sign-in.ts'
import { pluralOf, waitOf } from '../speech.ts'

const plural = pluralOf('es')
const wait = waitOf('es')
const soon = {
  minutes: {
    one: 'dentro de un minuto',
    many: 'dentro de # minutos',
    other: 'dentro de # minutos',
  },
  hours: { one: 'dentro de una hora', many: 'dentro de # horas', other: 'dentro de # horas' },
} as const

const characters = (least: number): string =>
  plural(least, { one: '# carácter', many: '# caracteres', other: '# caracteres' })

export const signIn: SignInWords = {
  signIn: 'Iniciar sesión',
  next: 'Siguiente',
  signInName: 'Nombre de inicio de sesión',
  signInNameOrAddress: 'Nombre de inicio de sesión o correo electrónico',
  signInNameHint:
    'Por ejemplo, ada@contoso.example. En la página siguiente verá cómo inicia sesión.',
  anotherName: 'Usar otro nombre',
  withPassword: 'Iniciar sesión con contraseña',
  otherWays: 'Otras formas de iniciar sesión',
  noName:
    'Con este nombre no se puede iniciar sesión. Escríbalo completo, como ada@contoso.example.',
  noWays: (name) =>
    `Escriba su nombre o dirección completos, como ada@contoso.example: «${name}» por sí solo no dice cómo inicia sesión.`,
  nameLost:
    'Escriba aquí su nombre otra vez. Si acaba de hacerlo, su navegador no guarda cookies: permítalas para este sitio; sin ellas no se puede iniciar su sesión.',
  password: 'Contraseña',
  forgot:
    '¿Ha olvidado su contraseña? Pida a la administración de su organización de origen un enlace de contraseña.',
  stepUp:
    'Para cambiar aquello con lo que inicia sesión, demuestre otra vez quién es. Su sesión sigue abierta mientras tanto.',
  cookiesOff:
    'Hace un momento inició sesión, pero su navegador no guarda cookies y lo olvidó enseguida. Permita las cookies para este sitio e inicie sesión de nuevo.',
  emptyTitle: 'Aquí aún no hay nada configurado',
  empty: 'Este Guesthouse aún no tiene ninguna organización, así que nadie puede iniciar sesión.',
  emptyNext:
    'Quien lo opera abre el enlace de configuración que se mostró al arrancar; si se vuelve a arrancar, se muestra uno nuevo. Después, vuelva a cargar esta página.',
  wrong: 'Este nombre y esta contraseña no se corresponden. Compruebe ambos e inténtelo de nuevo.',
  throttled: (seconds) => `Demasiados intentos. Inténtelo de nuevo ${wait(seconds, soon)}.`,
  disabledTitle: 'Su cuenta está deshabilitada',
  disabled: (organization) =>
    `La contraseña es correcta, pero su cuenta en ${organization}, su organización de origen, está deshabilitada. No puede iniciar sesión con ella en ningún sitio, y mientras tanto tampoco puede salir de otras organizaciones por su cuenta.`,
  disabledNext: (organization) =>
    `Pida a la administración de ${organization} que habilite su cuenta.`,
  closed: (organization) =>
    `${organization} está cerrada, así que nadie puede iniciar sesión allí.`,
  askRemovalHint:
    'Si quiere que las organizaciones que visita como invitado le quiten, o que la que le ha quitado restaure su cuenta, pídalo con su correo electrónico:',
  closedData:
    'Si quiere una copia de sus datos allí o tiene una pregunta sobre ellos, escriba a quien responde de ellos:',
  writeTo: (contact) => `Escribir a ${contact}`,
  signOut: 'Cerrar sesión',
  signOutQuestion: '¿Quiere cerrar la sesión de Guesthouse en este dispositivo?',
  signedOut: 'Se ha cerrado su sesión.',
  changePassword: 'Cambiar contraseña',
  mustChange: 'Elija una contraseña nueva antes de continuar.',
  currentPassword: 'Contraseña actual',
  newPassword: 'Contraseña nueva',
  repeatPassword: 'Contraseña nueva, otra vez',
  passwordHint: (least) =>
    `Al menos ${characters(least)}. Una frase de varias palabras es buena; no se exigen cifras ni símbolos.`,
  changed: 'Se ha cambiado su contraseña. Sus otras sesiones han terminado.',
  goOn: 'Continuar',
  back: 'Atrás',
  notTheSame: 'Las dos contraseñas nuevas no son iguales. Escriba ambas de nuevo.',
  currentWrong: 'La contraseña actual no es correcta. Su contraseña no se ha cambiado.',
  noPassword: 'Aquí no inicia sesión con contraseña, así que no hay ninguna que cambiar.',
  choosePassword: 'Elija su contraseña',
  passwordFor: (name, organization) => `Para ${name} en ${organization}.`,
  passwordSet: 'Se ha establecido su contraseña. Inicie sesión con ella ahora.',
  linkOver: 'Este enlace ya no funciona',
  linkOverWhy: 'Ya se ha usado, es demasiado antiguo o lo ha sustituido uno más reciente.',
  passwordLinkNext: 'Pida un enlace nuevo a la administración de su organización.',
  setUpLinkNext:
    'Reinicie Guesthouse para que muestre un enlace nuevo, mientras no exista ninguna organización.',
  setUp: 'Configurar Guesthouse',
  setUpIntro:
    'Cree la primera organización y su primer administrador. Este enlace funciona una sola vez.',
  organizationName: 'Nombre de la organización',
  domain: 'Dominio',
  domainHint: 'Los nombres de inicio de sesión terminan en él; por ejemplo, contoso.example',
  displayName: 'Su nombre',
  localPart: 'Nombre de inicio de sesión, antes de la @',
  make: 'Crear la organización',
  setUpDone: 'La organización está lista',
  setUpDoneNext: (name) => `Inicie sesión como ${name} para continuar.`,

  weak: {
    tooShort: (least) =>
      `La contraseña nueva es demasiado corta. Use al menos ${characters(least)}; con unas cuantas palabras se hace una buena.`,
    tooLong:
      'La contraseña nueva es más larga de lo que se puede guardar. Use como máximo 1024 bytes.',
    common:
      'La contraseña nueva es de las que otros probarían pronto. Use varias palabras que no tengan relación entre sí.',
    unchanged: 'La contraseña nueva es igual que la actual. Elija otra.',
    containsName:
      'La contraseña nueva es sobre todo su propio nombre o dirección. Use algo que otros no sepan de usted.',
  },
  setUpProblem: {
    organizationName: 'Dé a la organización un nombre de 1 a 256 caracteres.',
    domain: 'Un dominio es como contoso.example: letras, cifras y guiones, con un punto.',
    displayName: 'Indique su nombre, de 1 a 256 caracteres.',
    localPart:
      'El nombre de inicio de sesión admite letras, cifras, puntos, guiones y guiones bajos; omita la @ y lo que sigue.',
    password: 'Elija una contraseña.',
  },
}
