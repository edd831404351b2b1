/** What the admin centre says around every screen, in Spanish. */
import type { ShellWords } from '../en/shell.ts'

export const shell: ShellWords = {
  pageTitle: (page) => `${page} · Guesthouse`,
  skip: 'Saltar al contenido',
  navigation: 'Navegación principal',
  openNavigation: 'Abrir la navegación',
  closeNavigation: 'Cerrar la navegación',
  viewAccount: 'Ver cuenta',
  manageOrganizations: 'Administrar organizaciones',
  toDemo: 'Volver a la demostración',
  signOut: 'Cerrar sesión',
  cancel: 'Cancelar',
  discard: {
    title: '¿Descartar lo que ha escrito?',
    text: 'Lo que ha escrito o elegido aquí no está guardado y se perdería.',
    confirm: 'Descartar',
    keep: 'Conservar',
  },
  loading: 'Cargando…',
  notices: 'Avisos',
  problem: 'No ha funcionado',
  noConnection: 'No se puede acceder al servidor. Compruebe su conexión e inténtelo de nuevo.',
  unreadableAnswer:
    'El servidor ha dado una respuesta que no se puede leer. Inténtelo de nuevo en un momento.',
  unexpectedProblem: 'Algo ha ido mal en esta página. Vuelva a cargarla e inténtelo de nuevo.',
  quote: (requestId) => `Si pide ayuda, indique esta solicitud: ${requestId}`,
  nothingHere: 'Aquí no hay nada',
  nothingHereHint:
    'No hay ninguna página en esta dirección. Compruebe cómo está escrita o vuelva al inicio.',
  toTheStart: 'Ir al inicio',
  brokenPage: 'Esta página ha fallado',
  reload: 'Volver a cargar',
  wrongAddress: 'Esta no es la dirección de Guesthouse',
  wrongAddressHint: (right, here) =>
    `Guesthouse está configurado para usarse en ${right}, y solo allí funciona el inicio de sesión. Usted lo ha abierto en ${here}. Si esa es la dirección que se debe usar, quien opera el servicio tiene que indicarla en el ajuste GUESTHOUSE_URL.`,
  toRightAddress: 'Ir a la dirección correcta',
  language: 'Idioma',
  clearSearch: 'Borrar la búsqueda',
  openList: 'Abrir la lista',
}
