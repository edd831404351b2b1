/**
 * What the OpenID Connect provider asks: agreeing, choosing an account, devices, signing out; in
 * Spanish.
 */
import { permissions } from './permissions.ts'
import type { ConsentWords } from '../en/consent.ts'

export const consent: ConsentWords = {
  goOn: 'Continuar',
  goingOn: 'Un momento',
  goingOnWhy: 'Está volviendo a la aplicación.',
  back: 'Volver a la aplicación',
  portal: 'Mis organizaciones',
  accept: 'Aceptar',
  decline: 'Rechazar',
  consentTitle: (application) => `¿Iniciar sesión en ${application}?`,
  consent: (application, organization) =>
    `${application} es una aplicación de ${organization}. Conocerá su nombre, su dirección y los roles que tiene en la aplicación.`,
  consentWithGroups: (application, organization) =>
    `${application} es una aplicación de ${organization}. Conocerá su nombre, su dirección, sus grupos en ${organization} y los roles que tiene en la aplicación.`,
  foreign: (publisher) =>
    `Pertenece a otra organización, ${publisher}. Nadie ha verificado aquí quién es.`,
  consentForeign: (application, publisher, organization) =>
    `${application} es una aplicación de ${publisher} que ${organization} utiliza. Conocerá su nombre, su dirección y los roles que tiene en la aplicación.`,
  consentForeignWithGroups: (application, publisher, organization) =>
    `${application} es una aplicación de ${publisher} que ${organization} utiliza. Conocerá su nombre, su dirección, sus grupos en ${organization} y los roles que tiene en la aplicación.`,
  allowAt: (application, resource) =>
    `${application} pide permiso, en ${resource} y en nombre de usted, para:`,
  admin: {
    title: (application, organization) =>
      `¿Permitir que ${application} trabaje en ${organization}?`,
    ofOwn: (application, organization) => `${application} es una aplicación de ${organization}.`,
    forPeople: (organization) =>
      `Para las personas de ${organization}, con los derechos de cada una y una vez que lo hayan permitido ellas mismas:`,
    forPeopleAt: (resource) => `En ${resource}, en nombre de todas las personas, sin preguntarles:`,
    byItself: (organization) =>
      `Por sí misma, en el directorio de ${organization}, sin que nadie haya iniciado sesión:`,
    byItselfAt: (resource) => `Por sí misma, en ${resource}:`,
    ofEach: {
      'Directory.AccessAsUser.All': 'hacer allí lo que cada persona puede hacer',
      'User.Read': 'leer allí el usuario de cada persona',
      'UserAuthenticationMethod.Read': 'leer cómo inicia sesión cada persona',
    },
    ownApplications: 'registrar aplicaciones, y leer y cambiar las que le pertenecen',
    createGroups: 'crear grupos',
    nothing: 'No pide nada más que iniciar la sesión de las personas.',
    undo: 'Todo ello se puede retirar en cualquier momento, en el centro de administración, en «Aplicaciones».',
    accept: 'Aceptar para la organización',
    cannotTitle: 'Esta solicitud no se puede responder',
    mayNot: (organization) =>
      `Hace falta alguien de la administración de ${organization} que gestione las aplicaciones y, para lo que se pide en el directorio, que asigne roles. Pida a una persona así que abra este enlace.`,
    unknown:
      'No hay ninguna aplicación que esta organización pueda usar con este identificador de cliente y esta dirección. Pida a quien le dio el enlace que revise ambos.',
  },
  anywhere: {
    startTitle: (application, organization) => `¿Usar ${application} en ${organization}?`,
    startForMe: (application, organization) =>
      `Si acepta, inicia sesión en ${application} con su cuenta de ${organization}, y la aplicación conoce su nombre, su dirección, sus roles en ella y, si los pide, sus grupos. Con eso no puede nada más, nadie más inicia sesión por ello, y los administradores de ${organization} pueden ponerle fin en cualquier momento.`,
    start: (application, organization) =>
      `${application} todavía no se usa en ${organization}. Si acepta, las personas de ${organization} podrán iniciar sesión en ella, y conocerá el nombre, la dirección, los roles y, si los pide, los grupos de quienes lo hagan. Con eso no puede nada más, y los administradores de ${organization} pueden ponerle fin en cualquier momento.`,
    administratorTitle: (application) => `Un administrador tiene que permitir ${application}`,
    administrator: (application, organization) =>
      `En ${organization}, solo un administrador puede decidir que usted use ${application}. Envíe a uno de ellos este enlace:`,
    noHome:
      'Su cuenta no pertenece aquí a ninguna organización, por lo que esta aplicación no puede saber dónde iniciar su sesión. Pida a quienes la gestionan la dirección de la organización de la que es invitado.',
  },
  allowTitle: (application) => `¿Permitir que ${application} actúe por usted?`,
  allow: (application) =>
    `${application} no forma parte de Guesthouse. Pide permiso, en todas sus organizaciones, para:`,
  allowRead: {
    you: 'ver quién es usted, en qué organizaciones está y qué guardan sobre usted',
    signIns: 'ver dónde y cuándo ha iniciado sesión y qué aplicaciones pueden actuar por usted',
  },
  allowWrite: {
    leave: 'salir de organizaciones por usted, y aceptar y rechazar invitaciones',
    end: 'cerrar sus sesiones y terminar el acceso de aplicaciones, y escribir a administradores en su nombre',
  },
  allowInDirectory: (application, organization) =>
    `${application} pide permiso, en el directorio de ${organization} y con los derechos que usted tiene allí, para:`,
  allowReadDirectory: (organization) =>
    `leer lo que usted puede leer de los usuarios, grupos y aplicaciones de ${organization}`,
  allowAll: {
    read: 'leer todo lo que usted puede leer',
    act: 'hacer en su nombre todo lo que usted puede hacer, también como administrador',
  },
  permissions,
  allowGoesTo: (host) => `Lo que permita se envía a ${host}.`,
  allowOnlyWhen:
    'Permítalo solo si ha abierto usted esta aplicación y lo espera. Se le preguntará de nuevo cuando cambien sus direcciones o permisos, y puede terminar su acceso en «Ver cuenta».',
  allowUntil: 'Termina cuando cierre la sesión o cuando termine su acceso en «Ver cuenta».',
  allowAccept: 'Permitir',
  chooseTitle: (application) => `¿Qué cuenta para ${application}?`,
  chooseNow: (displayName) => `Ha iniciado sesión como ${displayName}.`,
  chooseNowNamed: (displayName, name) => `Ha iniciado sesión como ${displayName} (${name}).`,
  chooseStay: (displayName) => `Continuar como ${displayName}`,
  another: 'Usar otra cuenta',
  cannotTitle: (application) => `No puede abrir ${application}`,
  stranger: (organization) =>
    `Usted no pertenece a ${organization}. Pida una invitación a quien le dio este enlace.`,
  invited: (organization) =>
    `Su invitación a ${organization} aún no se ha aceptado. Abra el enlace de la invitación que se le envió y acéptela primero.`,
  disabled: (organization) =>
    `Su cuenta en ${organization} está deshabilitada. Pida a la administración de ${organization} que la habilite.`,
  left: (organization) =>
    `Ha salido de ${organization}. Si fue un error, pida a su administración que le restaure; en «Mis organizaciones» se indica hasta cuándo es posible.`,
  removed: (organization) =>
    `Su cuenta en ${organization} se ha quitado. Si fue un error, pregunte a la administración de ${organization}.`,
  closed: (organization) =>
    `${organization} está cerrada, así que nadie puede iniciar sesión allí. Sus otras organizaciones no se ven afectadas.`,
  factorNeeded: (application) =>
    `${application} exige un inicio de sesión más seguro que el que tiene. Abra «Mis organizaciones», añada una clave de acceso o una aplicación de autenticación en «Ver cuenta» e inicie sesión con ella.`,
  notAssigned: (organization) =>
    `Esta aplicación es solo para quienes la tienen asignada, y usted no la tiene. Pida a la administración de ${organization} que se la asigne.`,
  deviceTitle: 'Conectar un dispositivo',
  deviceCode: 'Código',
  deviceHint: 'El código que muestra el dispositivo, por ejemplo WDJB-MJHT',
  deviceAsk: (application) => `¿Es este el código que ${application} muestra en su dispositivo?`,
  deviceWarning:
    'Si alguien le ha enviado este código, rechácelo: quien lo mostró iniciaría sesión como usted. Acepte solo un código que vea en un dispositivo suyo.',
  deviceDone: 'El dispositivo está conectado. Puede cerrar esta página y continuar en él.',
  deviceWrong:
    'Este código no funciona. Puede estar mal escrito, usado o ser demasiado antiguo. Pida uno nuevo en el dispositivo e inténtelo de nuevo.',
  deviceOver:
    'Esta página ha estado abierta demasiado tiempo, o este navegador no guarda cookies para ella. Permítalas y escriba el código de nuevo.',
  deviceAgain: 'Escribir el código de nuevo',
  deviceDeclined: 'Lo ha rechazado. El dispositivo no se ha conectado.',
  signOutTitle: 'Cerrar sesión',
  signOutAsk:
    '¿Quiere cerrar la sesión de Guesthouse y de todas las aplicaciones que abrió con él en este dispositivo?',
  signOut: 'Cerrar sesión',
  stay: 'Mantener la sesión iniciada',
  signedOut: 'Se ha cerrado su sesión.',
  stayed: 'Su sesión de Guesthouse sigue iniciada.',
  alsoSignedOut: 'También se cierra la sesión de este navegador en estas aplicaciones:',
  notAnswered:
    'Estas no han respondido. Es posible que su sesión siga iniciada allí: ciérrela también allí o cierre el navegador.',
  notTold:
    'Estas son más de las que se pueden avisar a la vez. Es posible que su sesión siga iniciada allí: ciérrela también allí o cierre el navegador.',
  errorTitle: 'Este inicio de sesión no puede continuar',
  errorNext:
    'Abra de nuevo la aplicación y empiece desde allí. Si continúa, indique a quienes operan la aplicación lo que figura abajo.',
}
