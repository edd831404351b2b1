/** The portal: apps, the account, and what can act for somebody; in Spanish. */
import { permissions } from './permissions.ts'
import type { PortalWords } from '../en/portal.ts'

export const portal: PortalWords = {
  apps: {
    title: 'Aplicaciones',
    intro: (organization) => `Lo que ${organization} le ha asignado.`,
    organization: 'Organización',
    chooseOrganization: (organization) => `Organización: ${organization}`,
    search: 'Buscar aplicaciones',
    more: 'Cargar más',
    loading: 'Cargando sus aplicaciones…',
    opensNewTab: (app) => `${app} (se abre en una pestaña nueva)`,
    noAddress: 'Esta aplicación no tiene ninguna dirección que abrir.',
    emptyTitle: 'Aún no hay aplicaciones',
    emptyHint: (organization) =>
      `Las aplicaciones aparecen aquí cuando la administración de ${organization} las asigna a usted o a un grupo en el que está.`,
    nothingFound: 'No coincide ninguna aplicación',
    nothingFoundHint: (search) =>
      `Ninguna de sus aplicaciones aquí se llama «${search}». Pruebe con menos letras o con otra organización.`,
    noOrganization: 'No hay ninguna organización que mostrar',
    noOrganizationHint:
      'Las aplicaciones aparecen aquí cuando pertenece a una organización y su cuenta está activa en ella. Sus organizaciones, y lo que lo impide, están en la página «Organizaciones».',
    toOrganizations: 'Mostrar mis organizaciones',
  },
  account: {
    language: 'Idioma y zona horaria',
    languageHint:
      'En este idioma lee Guesthouse y sus correos, con las horas en esta zona horaria.',
    timeZone: 'Zona horaria',
    timeZoneSaved: 'Después de guardar',
    save: 'Guardar',
    title: 'Cuenta',
    intro: 'Quién es, cómo inicia sesión y a qué pertenece.',
    aboutMe: 'Acerca de mí',
    signInName: 'Nombre de inicio de sesión',
    home: 'Organización de origen',
    noHome: 'Ninguna',
    disabledTitle: 'Su cuenta está deshabilitada',
    disabled: (home) =>
      `Su cuenta está deshabilitada en ${home}. Aquí puede ver sus organizaciones, pero solo la administración de allí puede habilitar de nuevo su cuenta.`,
    yourHome: 'su organización de origen',
    signIn: 'Cómo inicio sesión',
    ways: {
      password: (issuer) => `Con contraseña, en ${issuer}`,
      emailCode: (issuer) => `Con un código enviado a ${issuer}`,
      provider: (issuer) => `En ${issuer}`,
    },
    passwordChanged: 'Contraseña cambiada',
    noSignIn: 'Aquí no tiene ninguna forma propia de iniciar sesión.',
    changePassword: 'Cambiar contraseña',
    security: 'Seguridad: claves de acceso, aplicación de autenticación',
    signIns: 'Mis inicios de sesión',
    signInsHint: {
      password:
        'Los 100 más recientes. Si no reconoce alguno, cambie su contraseña y revise «Seguridad».',
      provider:
        'Los 100 más recientes. Si no reconoce alguno, cambie en su proveedor aquello con lo que inicia sesión y revise «Seguridad».',
      mail: 'Los 100 más recientes. Si no reconoce alguno, asegúrese de que nadie más lea su correo y revise «Seguridad».',
    },
    moreSignIns: 'Mostrar todos',
    noSignIns: 'Aún no se ha registrado ningún inicio de sesión.',
    signedInAt: (organization) => `Inicio de sesión en ${organization}`,
    wentOnTo: (organization) => `Paso a ${organization}`,
    cameFrom: (organization, home) => `Inicio de sesión en ${organization}, desde ${home}`,
    signInFailed: (organization) => `Inicio de sesión fallido en ${organization}`,
    signedOutAt: (organization) => `Cierre de sesión en ${organization}`,
    signInMethods: {
      password: 'con contraseña',
      passkey: 'con una clave de acceso',
      authenticator: 'con contraseña y un código',
      recoveryCode: 'con contraseña y un código de recuperación',
      emailCode: 'con un código por correo',
      provider: 'con otro proveedor',
    },
    signInReasons: {
      wrongPassword: 'contraseña incorrecta',
      wrongCode: 'contraseña correcta, código incorrecto',
      disabledAtHome: 'la cuenta está deshabilitada',
      organizationClosed: 'la organización está cerrada',
    },
    sessions: 'Dónde tengo la sesión iniciada',
    sessionsHint: {
      password: 'Si no reconoce alguna, ciérrela y cambie su contraseña.',
      provider:
        'Si no reconoce alguna, ciérrela y cambie en su proveedor aquello con lo que inicia sesión.',
      mail: 'Si no reconoce alguna, ciérrela y asegúrese de que nadie más lea su correo.',
    },
    thisSession: 'Esta sesión',
    lastSeen: 'Último uso',
    endSession: 'Cerrar sesión',
    endSessionNamed: (device) => `Cerrar la sesión de ${device}`,
    endTitle: '¿Cerrar esta sesión?',
    endText: (device) =>
      `En ${device} habrá que iniciar sesión de nuevo antes de poder hacer nada.`,
    sessionEnded: 'La sesión se ha cerrado.',
  },
  consents: {
    title: 'Aplicaciones con acceso',
    hint: 'Pueden actuar por usted, hasta donde usted podría. Termine el acceso de las que no use.',
    none: 'Ahora mismo ninguna aplicación puede actuar por usted.',
    everywhere: 'Todas sus organizaciones',
    since: 'Desde',
    lastUsed: 'último uso',
    lasting: 'Continúa al cerrar la sesión',
    scopes: {
      openid: 'saber que es usted',
      profile: 'ver su nombre',
      email: 'ver su correo electrónico',
      ...permissions,
      'Account.Read': 'ver su cuenta y todas sus organizaciones',
      'Account.ReadWrite': 'ver y cambiar su cuenta, y salir de organizaciones por usted',
    },
    can: (what) => `Puede ${what}.`,
    end: 'Terminar acceso',
    endNamed: (application) => `Terminar el acceso de ${application}`,
    endTitle: (application) => `¿Terminar el acceso de ${application}?`,
    endText: (application) =>
      `${application} ya no puede hacer nada por usted desde este momento. Su cuenta y sus aplicaciones se conservan; cuando la abra de nuevo, se le preguntará antes.`,
    ended: (application) => `El acceso de ${application} ha terminado.`,
  },
}
