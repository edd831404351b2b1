/** The page on which somebody who cannot sign in asks to be removed or restored, in Spanish. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: 'Pedir que me quiten o me restauren',
  intro:
    'Si no puede iniciar sesión, porque su cuenta en su organización de origen está deshabilitada o eliminada, porque esta está cerrada o porque una organización le ha quitado, aún puede pedir a las organizaciones que visita que le quiten, y a las que le han quitado que restauren su cuenta. Demuestre antes que la dirección que invitaron es suya.',
  sendCode: 'Enviarme un código por correo',
  toOrganizations: 'Puedo iniciar sesión: mostrar mis organizaciones',
  some: (address) =>
    `${address} es suya. Estas son las organizaciones que tienen, o tenían, un invitado con esta dirección:`,
  none: (address) =>
    `${address} es suya, y ninguna organización de aquí tiene un invitado con esta dirección ni podría restaurar uno. No hay nada que pedir.`,
  ask: {
    removal: (organization) => `Pedir a ${organization} que me quite`,
    restore: (organization) => `Pedir a ${organization} que restaure mi cuenta`,
  },
  endedClosed: (organization) =>
    `Su cuenta allí ha terminado. ${organization} está cerrada, por lo que nadie la restaura allí.`,
  held: 'Sus datos allí se conservan por una retención. Se borran cuando la retención termine.',
  ended: (until) => `Su cuenta allí ha terminado. Se puede restaurar hasta el ${until}.`,
  message: 'Mensaje para la administración (opcional)',
  sent: 'La administración tiene su solicitud. La respuesta llega por correo.',
  sentClosed: (organization) =>
    `Su solicitud está registrada. ${organization} está cerrada, por lo que nadie tiene que responder: lo que pasa con ella está abajo y en el correo que recibe.`,
  ofClosed: {
    text: (organization) =>
      `${organization} está cerrada, por lo que nadie tiene que responder. Su cuenta se elimina allí automáticamente en unos días; la solicitud dice en qué día. Hasta entonces puede retirarla.`,
    asked: {
      removal: 'Ha pedido que le quiten.',
      restore: 'Ha pedido que le restauren.',
    },
    withdraw: {
      removal: (organization) =>
        `Su cuenta en ${organization} no se elimina entonces por ella. Puede pedirlo de nuevo.`,
      restore: (organization) =>
        `${organization} está cerrada, por lo que nadie restaura allí su cuenta. Una vez retirada la solicitud, no puede pedirlo de nuevo mientras esté cerrada.`,
    },
  },
  canSignIn: (organization) =>
    `Puede iniciar sesión: en la lista de sus organizaciones se ve en qué estado está en ${organization} y qué puede hacer.`,
  withdrawn: 'Su solicitud está retirada.',
  notFound: 'Ya no hay nada que pueda pedir a esta organización como invitado con esta dirección.',
  tooLong: (most) => `El mensaje tiene más de ${most} caracteres. Acórtelo.`,
  otherAddress: 'Demostrar otra dirección',
}
