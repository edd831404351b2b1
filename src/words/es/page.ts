/** What stands around every page of the server, and why a page cannot be shown; in Spanish. */
import { blockers } from './blockers.ts'
import type { PageWords } from '../en/page.ts'

const unreadable =
  'No se ha podido leer lo que se ha enviado. Vuelva a cargar la página e inténtelo de nuevo.'

export const page: PageWords = {
  language: 'Idioma',
  useLanguage: 'Usar este idioma',
  start: 'Ir al inicio',
  request: (id) => `Solicitud ${id}`,
  needsScript:
    'Esta página de Guesthouse necesita JavaScript. Iniciar sesión, cerrar sesión y cambiar la contraseña funcionan sin él.',
  title: {
    notAllowed: 'No permitido',
    notFound: 'Aquí no hay nada',
    notPossible: 'No es posible',
    tooMuch: 'Demasiado a la vez',
    notUnderstood: 'No se entiende',
    busy: 'Un momento',
    wrong: 'Algo ha ido mal',
  },
  refusal: {
    notFound: 'No hay nada en esta dirección. Compruebe cómo está escrita.',
    methodNotAllowed:
      'Esta dirección no se puede usar de esta manera. Vuelva atrás e inténtelo de nuevo desde allí.',
    accountDisabled: blockers.refusal.homeAccountDisabled,
    invalidRequest:
      'No se entiende lo que se ha enviado. Vuelva atrás, cargue de nuevo la página e inténtelo otra vez.',
    crossSiteRequest:
      'Este formulario se ha enviado desde otro sitio, así que no se ha hecho nada. Abra la página aquí e inténtelo de nuevo.',
    storeUnavailable:
      'Ahora mismo no se puede acceder al directorio. Puede que lo que se pidió se haya hecho o no: compruébelo dentro de un momento, antes de repetirlo.',
    internalError:
      'Algo ha ido mal por nuestra parte. Inténtelo de nuevo; si continúa, indique a quien opera el servicio el identificador de la solicitud.',
    signInOver:
      'Este inicio de sesión ha terminado o se empezó en otro navegador. Abra de nuevo la aplicación y empiece desde allí.',
    busy: 'Ahora mismo lo piden más personas de las que se pueden atender a la vez. No se ha cambiado nada; espere un momento e inténtelo de nuevo.',
    bodyTooLarge: 'Se ha enviado más de lo que se puede recibir de una vez. Envíe menos.',
    emptyBody: unreadable,
    invalidJson: unreadable,
    wrongContentType: unreadable,
  },
}
