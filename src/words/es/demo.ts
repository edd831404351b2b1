/** The first page of the demo, in Spanish. */
import type { DemoWords } from '../en/demo.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('es')

export const demo: DemoWords = {
  title: 'Demostración',
  intro:
    'Seis organizaciones inventadas y su gente. Nada aquí trata de nadie real, y ningún correo sale.',
  cast: {
    ada: {
      who: 'invitada en cuatro organizaciones, y con una invitación a otra',
      see: 'Salir de Fabrikam, ver por qué Northwind y Tailspin la retienen y llevarse sus datos.',
    },
    bob: {
      who: 'invitado en Fabrikam y Tailspin',
      see: 'Una solicitud de eliminación que espera respuesta, con su plazo.',
    },
    frank: {
      who: 'administrador global de Fabrikam',
      see: 'Cuando Ada haya salido: restaurarla en Usuarios eliminados, con lo que tenía, o eliminarla para siempre.',
    },
    fiona: {
      who: 'administradora de usuarios de Fabrikam',
      see: 'Las mismas listas, y lo que su rol no permite.',
    },
    nora: {
      who: 'administradora global de Northwind',
      see: 'Ada está deshabilitada aquí: habilitarla o eliminarla.',
    },
    tom: {
      who: 'administrador global de Tailspin',
      see: 'Aquí los invitados no pueden salir por su cuenta: responder a Bob antes de su plazo.',
    },
    carol: {
      who: 'administradora global de Contoso',
      see: 'La organización de origen de Ada y Bob.',
    },
    lena: {
      who: 'administradora global de Litware',
      see: 'Ada está invitada aquí y no ha aceptado.',
    },
  },
  castTitle: 'Iniciar sesión con un clic',
  signInAs: (name) => `Iniciar sesión como ${name}`,
  timeTitle: 'Máquina del tiempo',
  today: (date) => `En esta demostración es ${date}.`,
  skipHint:
    'Por cada día saltado se ejecutan las tareas diarias: se escriben recordatorios, las solicitudes llegan a su fin, y quien salió se borra cuando acaba el plazo para restaurarlo. Quizá tenga que iniciar sesión de nuevo después.',
  skip: (days) =>
    plural(days, { one: 'Saltar un día', many: 'Saltar # días', other: 'Saltar # días' }),
  skipped: (days) => `El tiempo ha pasado. Días saltados: ${days}`,
  happened: {
    erased: 'Cuentas borradas para siempre, cada una con su recibo',
    ended: 'Cuentas eliminadas por una regla o por vencer su plazo',
    requestsEnded: 'Solicitudes que llegaron a su fin sin respuesta',
    objectsErased: 'Grupos y aplicaciones borrados',
    mails: 'Correos escritos, incluidos los recordatorios',
    entries: 'Entradas nuevas en los registros de auditoría',
  },
  proof:
    'El correo a la persona borrada lleva a su recibo. La administración encuentra la prueba entre los borrados.',
  mailTitle: 'Últimos correos',
  mailNone: 'Nada todavía. Salga de una organización y vuelva.',
  mailTo: (recipient) => `Para ${recipient}`,
  allMail: 'Leer todo el correo',
  mailPage: {
    title: 'Correo de esta demostración',
    intro:
      'Ningún correo sale de la demostración. Lo que se habría enviado está aquí, lo más reciente primero. Vuelva a cargar la página para ver más.',
    none: 'Nada todavía. Pida un código en la página de inicio de sesión o invite a alguien.',
    to: (recipient, when) => `Para ${recipient}, ${when}`,
    replyTo: (address) => `Las respuestas van a ${address}`,
    asPage: 'Verlo como lo muestra un programa de correo',
    gone: 'Este correo ya no está.',
  },
  gone: (name) => `${name} ya no tiene cuenta en esta demostración. Elija a otra persona.`,
}
