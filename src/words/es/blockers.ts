/**
 * What stands in the way of leaving, and why something that a person asks for is not done; in
 * Spanish.
 */
import type { BlockersWords } from '../en/blockers.ts'

export const blockers: BlockersWords = {
  yourHome: 'su organización de origen',
  reason: {
    homeOrganization: {
      message: (organization) =>
        `${organization} es su organización de origen. No se puede salir de la propia organización de origen.`,
      nextStep: (organization) =>
        `Si quiere que termine su cuenta en ${organization}, pida a su administración que la elimine.`,
    },
    disabledAtHome: {
      message: (_, home) =>
        `Su cuenta está deshabilitada en ${home}, donde tiene su origen, por lo que no puede salir de ninguna organización.`,
      nextStep: (_, home) =>
        `Pida a la administración de ${home} que habilite su cuenta y salga después; o pida que le quiten: la administración de aquí puede eliminar su cuenta de invitado.`,
    },
    homeDeleted: {
      message: (_, home) =>
        `Su cuenta en ${home}, donde tenía su origen, está eliminada, por lo que no puede salir por su cuenta de ninguna organización.`,
      nextStep: (organization) =>
        `Pida que le quiten: la administración de ${organization} puede eliminar su cuenta de invitado.`,
    },
    homeClosed: {
      message: (_, home) =>
        `${home}, donde tiene su origen, está cerrada, por lo que no puede salir por su cuenta de ninguna organización.`,
      nextStep: (organization) =>
        `Pida que le quiten, aquí o con un código enviado a la dirección invitada: la administración de ${organization} puede eliminar su cuenta de invitado.`,
    },
    disabledInOrganization: {
      message: (organization) =>
        `Su cuenta está deshabilitada en ${organization}, por lo que no puede salir por su cuenta.`,
      nextStep: (organization) =>
        `Pida que le quiten: la administración de ${organization} puede eliminar su cuenta, o habilitarla para que pueda salir.`,
    },
    leavingNotAllowed: {
      message: (organization) =>
        `${organization} no permite que los invitados salgan por su cuenta.`,
      nextStep: (organization) =>
        `Pida que le quiten, o escriba al contacto de privacidad de ${organization}.`,
    },
    lastAdministrator: {
      message: (organization) =>
        `Usted es la única persona con el rol «Administrador global» en ${organization} que aún podría actuar.`,
      nextStep: () =>
        'Nombre a quien le suceda y salga en el mismo paso. O asigne primero el rol «Administrador global» a otra persona y salga después.',
    },
  },
  closed: {
    disabledAtHome: {
      nextStep: (organization, home) =>
        `Pida a la administración de ${home} que habilite su cuenta y salga después; o pida que le quiten, aquí o con un código a la dirección invitada: ${organization} está cerrada, por lo que nadie tiene que responder, y su cuenta de invitado se elimina automáticamente.`,
      liftedBy: (organization, home) =>
        `La administración de ${home}; ${organization} está cerrada, y a quien pide que le quiten se le quita automáticamente.`,
    },
    homeDeleted: {
      nextStep: (organization) =>
        `Pida que le quiten, aquí o con un código a la dirección invitada: ${organization} está cerrada, por lo que nadie tiene que responder, y su cuenta de invitado se elimina automáticamente.`,
      liftedBy: (organization) =>
        `Nadie tiene que hacerlo: ${organization} está cerrada, y a quien pide que le quiten se le quita automáticamente.`,
    },
  },
  liftedBy: {
    nobody: (organization) =>
      `Nadie; la administración de ${organization} puede eliminar su cuenta.`,
    homeOrAdministrators: (organization, home) =>
      `La administración de ${home}, o la de ${organization} si elimina su cuenta de invitado.`,
    administrators: (organization) => `La administración de ${organization}.`,
    themselves: () => 'Usted.',
  },
  refusal: {
    leaveBlocked: (organization, why) =>
      `No puede salir de ${organization} en este momento. ${why}`,
    nothingToShow:
      'No hay nada que aceptar: usted no es allí un invitado con una organización de origen, o esa organización no comunica sus invitados a ninguna organización de origen.',
    organizationNotFound: 'No pertenece a ninguna organización con este identificador.',
    neverThere: 'No pertenece a ninguna organización con este identificador, ni ha salido de ella.',
    alreadyRemoved:
      'Su cuenta en esta organización ya se ha quitado; no queda nada de lo que salir.',
    homeClosed:
      'Su organización de origen está cerrada, por lo que no puede usar otras a través de ella. Puede pedirles que le quiten.',
    noLongerThere: (organization) =>
      `Ya no está en ${organization}. Pida que restauren su cuenta, o una nueva invitación.`,
    organizationClosed: (organization) => `${organization} está cerrada. Ya nadie puede usarla.`,
    organizationClosedLeave: (organization) =>
      `${organization} está cerrada. Todavía puede salir de ella.`,
    notAccepted: (organization) =>
      `Todavía no ha aceptado la invitación de ${organization}. Acéptela primero.`,
    providerNotTrusted: (organization) =>
      `${organization} ya no confía en el proveedor con el que ha iniciado sesión. Inicie sesión de otra forma, o consulte a su administración.`,
    disabledThere: (organization) =>
      `Su cuenta está deshabilitada en ${organization}. Consulte a su administración.`,
    homeAccountDeleted:
      'Su cuenta en su organización de origen está eliminada. Todavía puede ver sus organizaciones y pedirles que le quiten.',
    homeAccountDisabled:
      'Su cuenta está deshabilitada en su organización de origen. Pida a su administración que la habilite.',
    signedOut: 'Ya no tiene la sesión iniciada. Inicie sesión de nuevo.',
    canLeave: 'Nada lo impide: puede salir de esta organización por su cuenta.',
    nothingToRestore:
      'Aquí no hay nada que restaurar: su cuenta está presente, la organización está cerrada, o el plazo para restaurarla ha terminado.',
    requestNotFound: 'No tiene ninguna solicitud con este identificador en esta organización.',
    alreadyAnswered: 'Esta solicitud ya está respondida o retirada; no hay nada que retirar.',
    stillHere:
      'Todavía está en esta organización. Salga primero de ella, o rechace su invitación; después podrá rechazar las siguientes.',
    refusalNotFound: 'No tiene ningún rechazo con este identificador. Quizá ya se haya retirado.',
    sessionNotFound: 'No tiene ninguna sesión con este identificador. Quizá ya haya terminado.',
    consentNotFound:
      'Ninguna aplicación con este identificador puede actuar por usted. Quizá ya haya terminado.',
    invitationOver:
      'Allí no hay ninguna invitación abierta para usted. Si quiere entrar, pida una nueva a la organización.',
    domainNotAllowed: (organization) =>
      `${organization} ya no admite a personas de su dominio. Consulte a quien le haya invitado.`,
    ownDomain: (organization) =>
      `La dirección invitada está ahora en un dominio propio de ${organization}. Pida a su administración que le haga miembro.`,
    guestDisabled: (organization) =>
      `Su cuenta en ${organization} está deshabilitada, por lo que no se puede aceptar la invitación. Pida a su administración que la habilite, o pida que le quiten.`,
    inviteeRefuses: (organization) =>
      `Ha rechazado todas las invitaciones futuras de ${organization}. Retire primero ese rechazo y acepte después.`,
    declineBlocked:
      'Ya tiene una cuenta allí, por lo que rechazar sería salir, y algo lo impide. La lista de sus organizaciones dice qué es.',
  },
}
