/** The page on which somebody who cannot sign in asks to be removed, in Spanish. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: 'Pedir que me quiten',
  intro:
    'Si no puede iniciar sesión, porque su cuenta en su organización de origen está deshabilitada o eliminada, o porque esta está cerrada, aún puede pedir a las organizaciones que visita que le quiten. Demuestre antes que la dirección que invitaron es suya.',
  sendCode: 'Enviarme un código por correo',
  toOrganizations: 'Puedo iniciar sesión: mostrar mis organizaciones',
  some: (address) =>
    `${address} es suya. Estas organizaciones tienen un invitado con esta dirección:`,
  none: (address) =>
    `${address} es suya, y ninguna organización de aquí tiene un invitado con esta dirección. No hay nada de lo que quitarle.`,
  ask: (organization) => `Pedir a ${organization} que me quite`,
  message: 'Mensaje para la administración (opcional)',
  sent: 'La administración tiene su solicitud. La respuesta llega por correo.',
  withdrawn: 'Su solicitud está retirada.',
  notFound: 'Esta organización ya no tiene ningún invitado con esta dirección.',
  tooLong: 'El mensaje tiene más de 1024 caracteres. Acórtelo.',
  otherAddress: 'Demostrar otra dirección',
}
