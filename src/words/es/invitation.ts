/** The pages behind an invitation's link, in Spanish. */
import type { InvitationWords } from '../en/invitation.ts'

export const invitation: InvitationWords = {
  title: (organization) => `${organization} le invita`,
  from: (inviter) => `${inviter} le ha escrito:`,
  intro: (organization) => `Como invitado puede usar lo que ${organization} comparte con usted.`,
  prove: (address) => `Para aceptar, demuestre antes que ${address} es suya.`,
  proveAtHome: (home, address) => `Para aceptar, inicie sesión en ${home} como ${address}.`,
  signIn: 'Iniciar sesión',
  sendCode: 'Enviarme un código por correo',
  otherProvider: 'Iniciar sesión con otro proveedor',
  signInWith: (provider) => `Iniciar sesión con ${provider}`,
  signedInAsOther: (name, address) =>
    `Ha iniciado sesión como ${name}. Si ${address} también es suya, demuéstrelo a continuación; si ha iniciado sesión como una persona distinta de la invitada, cierre antes la sesión y abra de nuevo el enlace.`,
  review: 'Revisar permisos',
  receives: (organization) => `Al aceptar, ${organization} recibe:`,
  receivesName: 'su nombre',
  receivesAddress: (address) => `la dirección ${address}`,
  receivesSignIn: 'cuándo inició sesión allí por última vez, y lo que hace allí',
  statement: (organization) => `Leer la declaración de privacidad de ${organization}`,
  noStatement: (organization) =>
    `${organization} no ha proporcionado ninguna declaración de privacidad.`,
  contact: (contact) => `Si tiene preguntas sobre sus datos, escriba a ${contact}.`,
  accept: 'Aceptar',
  decline: 'Rechazar',
  declineHint: 'Para rechazar no hace falta iniciar sesión.',
  forGood: (organization) => `Rechazar todas las futuras invitaciones de ${organization}`,
  over: 'Esta invitación ha terminado',
  overWhy:
    'El enlace ya se ha usado, es demasiado antiguo, lo ha sustituido uno más reciente o se ha retirado.',
  overProve: 'Iniciar sesión para ver qué ha sido de ella',
  overFor: {
    accepted: (organization) =>
      `La invitación de ${organization} ya se aceptó, con un inicio de sesión distinto del que acaba de demostrar. Inicie sesión con aquel.`,
    revoked: (organization) =>
      `${organization} ha retirado esta invitación. Si quiere colaborar, pida a la organización una nueva.`,
    replaced: (organization) =>
      `${organization} ha enviado un enlace más reciente, que sustituye a este. Búsquelo en el último correo que le haya enviado.`,
    expired: (organization, time) =>
      `Esta invitación de ${organization} terminó el ${time}. Pida que se la envíen de nuevo.`,
  },
  guestAlready: (organization) => `Usted es invitado de ${organization}`,
  guestAlreadyWhy:
    'Ya ha aceptado esta invitación, así que el enlace ha cumplido su función. Continúe desde aquí.',
  notNow: 'Ahora no puede aceptar esta invitación',
  refused: {
    domainNotAllowed: (organization) =>
      `${organization} ya no admite a personas de este dominio. Pregunte a quien le ha invitado.`,
    guestDisabled: (organization) =>
      `Su cuenta en ${organization} está deshabilitada. La administración de ${organization} puede habilitarla; después, abra de nuevo este enlace. Si no lo desea, pida que le quiten.`,
    inviteeRefuses: (organization) =>
      `Ha rechazado todas las futuras invitaciones de ${organization}. Retire antes ese rechazo en la página «Organizaciones» y abra de nuevo este enlace.`,
  },
  askRemoval: 'Pedir que me quiten',
  overNext:
    'Si quiere colaborar con la organización, pídale una invitación nueva. Aquello a lo que pertenece está en su lista de organizaciones.',
  toOrganizations: 'Mis organizaciones',
  accepted: (organization) => `Ahora es invitado de ${organization}`,
  acceptedNext: (organization) =>
    `${organization} ha indicado una dirección para continuar, que le pertenece:`,
  alreadyHere: (organization) => `Ya está en ${organization}`,
  alreadyHereWhy:
    'La invitación se envió a otra dirección suya. Continúa con la cuenta que tiene allí.',
  takenOver: 'Lo que se había preparado para la dirección invitada es ahora suyo:',
  notTakenOver: 'Esto no se ha traspasado; pídalo a la administración de allí si lo necesita:',
  link: {
    group: (name) => `Grupo: ${name}`,
    ownedGroup: (name) => `Propietario del grupo: ${name}`,
    application: (name) => `Aplicación: ${name}`,
    ownedApplication: (name) => `Propietario de la aplicación: ${name}`,
    role: (name) => `Rol: ${name}`,
    sponsor: (name) => `Patrocinador: ${name}`,
    sponsorOf: (name) => `Patrocinador de: ${name}`,
    manager: (name) => `Responsable: ${name}`,
    directReport: (name) => `Depende de usted: ${name}`,
  },
  declined: (organization) => `Ha rechazado la invitación de ${organization}`,
  declinedWhy: 'Allí no queda nada suyo.',
  declinedAndLeft: (organization) =>
    `Tenía una cuenta en ${organization} y ahora ha salido de la organización. El correo que le hemos enviado indica hasta cuándo se puede restaurar.`,
  declineBlocked: (organization) => `No ha salido de ${organization}`,
  declineBlockedWhy: (organization) =>
    `Ya tiene una cuenta en ${organization}, así que rechazar sería salir, y algo lo impide. Su lista de organizaciones indica qué es y qué puede hacer.`,
  openPortal: 'Ir a mis aplicaciones',
}
