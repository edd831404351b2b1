/** The mails, in Spanish. */
import type { MailWords } from '../en/mail.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('es')

export const mail: MailWords = {
  frame: {
    fact: ({ label, value }) => `${label}: ${value}`,
    before: ({ label }) => `${label}:`,
    fromOrganization: ({ organization, domain, host }) =>
      `Este correo trata de ${organization} (${domain}). Lo ha enviado Guesthouse desde ${host}.`,
    fromInstallation: ({ host }) => `Este correo lo ha enviado Guesthouse desde ${host}.`,
    questions: ({ organization }) => `Preguntas sobre sus datos en ${organization}`,
    openOrganization: ({ organization }) => `Abrir ${organization} en sus organizaciones`,
    theyWrite: 'Le escriben:',
  },

  signInCode: {
    subject: 'Su código para Guesthouse',
    yours: ({ code }) => `Su código es ${code}`,
    works: ({ minutes }) =>
      `Sirve una sola vez, durante ${plural(minutes, { one: '# minuto', many: '# minutos', other: '# minutos' })}, en el navegador en el que se pidió. Nadie de Guesthouse se lo pedirá nunca.`,
    notYou: 'Si no ha pedido ningún código, no tiene que hacer nada: sin él no entra nadie.',
  },

  newBrowser: {
    subject: 'Un nuevo inicio de sesión en su cuenta',
    lead: 'Alguien ha iniciado sesión en su cuenta con un navegador que no se había usado antes para ello.',
    when: 'Cuándo',
    browser: 'Navegador',
    browserOn: ({ browser, system }) => `${browser} en ${system}`,
    unknownBrowser: 'Un navegador que no dice su nombre',
    unknownBrowserOn: ({ system }) => `Un navegador que no dice su nombre, en ${system}`,
    notYouPassword:
      'Si ha sido usted, no tiene que hacer nada. Si no, cierre esa sesión y cambie su contraseña en esta página.',
    notYou:
      'Si ha sido usted, no tiene que hacer nada. Si no, cierre esa sesión en esta página y asegúrese de que nadie más pueda usar aquello con lo que inicia sesión, por ejemplo su buzón de correo.',
    open: 'Ver sus sesiones',
  },

  factorChanged: {
    subject: {
      passkeyAdded: 'Se ha añadido una clave de acceso a su cuenta',
      passkeyRemoved: 'Se ha quitado una clave de acceso de su cuenta',
      authenticatorAdded: 'Se ha configurado una aplicación de autenticación para su cuenta',
      authenticatorRemoved: 'Se ha quitado la aplicación de autenticación de su cuenta',
      recoveryCodesMade: 'Se han creado nuevos códigos de recuperación para su cuenta',
      factorsReset: 'Se han quitado sus claves de acceso y su aplicación de autenticación',
      passwordSet: 'Se ha establecido una contraseña para su cuenta',
      passwordChanged: 'Se ha cambiado la contraseña de su cuenta',
      identityAdded: 'Una nueva forma de iniciar sesión en su cuenta',
      identityRemoved: 'Se ha quitado una forma de iniciar sesión en su cuenta',
    },
    meaning: {
      passkeyAdded:
        'Se ha añadido una clave de acceso a su cuenta. Desde ahora inicia sesión con ella, sin contraseña.',
      passkeyRemoved:
        'Se ha quitado una clave de acceso de su cuenta. Ya no sirve para iniciar sesión.',
      authenticatorAdded:
        'Se ha configurado una aplicación de autenticación para su cuenta. Desde ahora se le pide su código después de la contraseña.',
      authenticatorRemoved:
        'Se ha quitado la aplicación de autenticación de su cuenta. Ya no se le pide ningún código después de la contraseña, y sus códigos de recuperación han dejado de funcionar.',
      recoveryCodesMade:
        'Se han creado nuevos códigos de recuperación para su cuenta. Los anteriores han dejado de funcionar.',
      factorsReset:
        'Se han quitado sus claves de acceso y su aplicación de autenticación. Ya no sirven para iniciar sesión, y sus códigos de recuperación han dejado de funcionar.',
      passwordSet:
        'Se ha establecido una contraseña para su cuenta. Desde ahora inicia sesión con ella.',
      passwordChanged:
        'Se ha cambiado la contraseña de su cuenta. La anterior ya no sirve para iniciar sesión.',
    },
    identityAdded: ({ host }) =>
      `Su cuenta está vinculada a una cuenta en ${host}. Quien inicia sesión allí, también la inicia aquí.`,
    identityRemoved: ({ host }) => `Su cuenta ya no está vinculada a la de ${host}.`,
    aProvider: 'un proveedor',
    when: 'Cuándo',
    by: {
      oneself: 'Se hizo en una de sus sesiones, o con un enlace creado para usted.',
      operator: 'Lo hizo quien opera este Guesthouse.',
      administrator: ({ organization }) => `Lo hizo la administración de ${organization}.`,
    },
    notYou:
      'Si ha sido usted, no tiene que hacer nada. Si no, inicie sesión, abra la página «Seguridad», quite lo que no conozca y cierre las sesiones que no sean suyas.',
    notKnown: ({ organization }) =>
      `Si tiene conocimiento de ello, no tiene que hacer nada. Si no, inicie sesión, abra la página «Seguridad», quite lo que no conozca, cierre las sesiones que no sean suyas y avise a la administración de ${organization}.`,
    open: 'Abrir la página «Seguridad»',
  },

  invitation: {
    subject: ({ organization }) => `${organization} le invita`,
    lead: ({ organization, inviter }) =>
      `${inviter}, de ${organization}, le invita a colaborar como invitado.`,
    leadOrganization: ({ organization }) => `${organization} le invita a colaborar como invitado.`,
    open: 'Ver de qué se trata y aceptar o rechazar',
    once: ({ time }) => `La dirección es solo para usted, sirve una sola vez y termina el ${time}.`,
    declining: 'Para rechazar no hace falta iniciar sesión.',
    unexpected: ({ organization, domain }) =>
      `¿No lo esperaba? Entonces no abra la dirección antes de preguntar a alguien que conozca en ${organization} (${domain}). Si allí nadie sabe de ello, elimine este correo.`,
    reply: ({ inviter }) => `La respuesta a este correo le llega a ${inviter}.`,
  },

  invitationCopy: {
    subject: ({ organization, address }) => `${organization} ha invitado a ${address}`,
    lead: ({ organization, inviter, address }) =>
      `${inviter}, de ${organization}, ha invitado a ${address} y quería que usted lo supiera.`,
    leadOrganization: ({ organization, address }) =>
      `${organization} ha invitado a ${address} y quería que usted lo supiera.`,
  },

  removalAsked: {
    subject: ({ organization, name }) => `${name} pide salir de ${organization}`,
    lead: ({ organization, name, principalName }) =>
      `${name} (${principalName}) pide que se le quite de ${organization} y no puede salir sin la administración.`,
    theirMessage: 'Su mensaje:',
    answer: {
      enable:
        'La administración responde en el centro de administración, en la página «Solicitudes»: habilitar la cuenta para que la persona pueda salir, quitarla o rechazar la solicitud.',
      remove:
        'La administración responde en el centro de administración, en la página «Solicitudes»: quitar la cuenta o rechazar la solicitud.',
    },
    closed: ({ organization }) =>
      `${organization} está cerrada, así que nadie tiene que responder: la cuenta allí se elimina por sí sola, a menos que se retire la solicitud.`,
    open: 'Abrir la solicitud en el centro de administración',
  },
}
