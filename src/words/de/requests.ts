/** What becomes of somebody's request to an organization, in German. */
import type { RequestsWords } from '../en/requests.ts'

export const requests: RequestsWords = {
  asked: {
    removal: ({ organization, time }) =>
      `Am ${time} haben Sie ${organization} gebeten, entfernt zu werden.`,
    restore: ({ organization, time }) =>
      `Am ${time} haben Sie ${organization} gebeten, Ihr Konto wiederherzustellen.`,
  },
  whenDue: {
    removed: ({ organization, time }) =>
      `Antwortet bei ${organization} bis ${time} niemand, wird Ihr Konto dort von selbst gelöscht.`,
    kept: ({ organization, time }) =>
      `${organization} entfernt niemanden von selbst. Antwortet bis ${time} niemand, endet die Anfrage, und Sie können erneut bitten.`,
    restore: ({ organization, time }) =>
      `Die Administration von ${organization} kann Ihr Konto bis ${time} wiederherstellen; dann endet die Anfrage.`,
  },
  whenDueClosed: {
    removed: ({ organization, time }) =>
      `${organization} ist geschlossen, darum muss niemand antworten: Ihr Konto dort wird am ${time} von selbst gelöscht, wenn Sie die Anfrage nicht vorher zurücknehmen.`,
    restore: ({ organization, time }) =>
      `${organization} ist geschlossen, darum stellt dort niemand Ihr Konto wieder her. Die Anfrage endet am ${time}.`,
  },
  why: ({ organization }) => `Der Grund, den ${organization} nennt:`,
  held: ({ organization, time }) =>
    `${organization} hält die Anfrage seit ${time} an. Ihre Frist ruht, bis die Administration antwortet oder das Anhalten beendet.`,
  ended: {
    done: ({ time }) => `Sie wurde am ${time} beantwortet.`,
    declined: ({ organization, time }) => `${organization} hat sie am ${time} abgelehnt.`,
    withdrawn: ({ time }) => `Sie haben sie am ${time} zurückgenommen.`,
    expired: ({ time }) => `Sie endete am ${time} ohne Antwort.`,
  },
  withdraw: 'Anfrage zurücknehmen',
  cannotSignIn:
    'Sie können sich nicht anmelden? Die Anfrage mit einem Code an diese Adresse ansehen',

  mail: {
    subject: {
      asked: {
        removal: ({ organization }) => `Ihre Bitte, von ${organization} entfernt zu werden`,
        restore: ({ organization }) =>
          `Ihre Bitte an ${organization}, Ihr Konto wiederherzustellen`,
      },
      held: ({ organization }) => `${organization} hält Ihre Bitte an, entfernt zu werden`,
      goesOn: ({ organization }) =>
        `Ihre Bitte, von ${organization} entfernt zu werden, geht weiter`,
      ruleChanged: ({ organization }) =>
        `Was aus Ihrer Bitte wird, von ${organization} entfernt zu werden`,
      removed: ({ organization }) => `Sie sind von ${organization} entfernt, wie Sie gebeten haben`,
      expired: {
        removal: ({ organization }) =>
          `Ihre Bitte, von ${organization} entfernt zu werden, endete ohne Antwort`,
        restore: ({ organization }) => `Ihre Anfrage an ${organization} endete ohne Antwort`,
      },
      withdrawn: ({ organization }) => `Ihre Anfrage an ${organization} ist zurückgenommen`,
    },
    held: ({ organization }) =>
      `${organization} hält Ihre Bitte an, entfernt zu werden. Ihre Frist ruht, bis die Administration antwortet oder das Anhalten beendet.`,
    goesOn: ({ organization }) =>
      `${organization} hält Ihre Bitte, entfernt zu werden, nicht mehr an.`,
    removesAgain: ({ organization }) =>
      `${organization} hat beschlossen, alle zu entfernen, auf deren Bitte niemand antwortet.`,
    closedNow: ({ organization }) =>
      `${organization} ist geschlossen, darum beantwortet oder hält dort niemand mehr Anfragen auf.`,
    dayChanged: ({ organization }) =>
      `${organization} hat bis zu einem späteren Tag Zeit, Ihre Bitte zu beantworten, entfernt zu werden.`,
    removesNoMore: ({ organization }) =>
      `${organization} hat beschlossen, niemanden von selbst zu entfernen, wenn auf die Bitte niemand antwortet.`,
    removed: ({ organization }) =>
      `Bei ${organization} hat niemand auf Ihre Bitte geantwortet, entfernt zu werden; darum ist Ihr Konto dort jetzt gelöscht, wie Sie gebeten haben. Bis wann sich das rückgängig machen lässt, steht in einer eigenen E-Mail.`,
    removedInvited: ({ organization }) =>
      `Sie haben ${organization} gebeten, entfernt zu werden, und das ist geschehen: Das Konto, das dort für Sie vorbereitet war, ist gelöscht.`,
    unanswered: ({ organization }) =>
      `Bei ${organization} hat niemand auf Ihre Bitte geantwortet, entfernt zu werden, und ${organization} entfernt niemanden von selbst. Sie können erneut bitten.`,
    lastAdministrator: ({ organization }) =>
      `Ihr Konto bei ${organization} lässt sich nicht löschen, weil sonst in einer Organisation niemand mehr die Rolle „Globaler Administrator“ hätte. Geben Sie sie jemand anderem, und gehen oder bitten Sie dann.`,
    windowOver: ({ organization }) =>
      `Niemand bei ${organization} hat darauf geantwortet, und die Zeit, in der Ihr Konto dort wiederhergestellt werden konnte, ist vorbei. Zurückkommen können Sie nur mit einer neuen Einladung.`,
    accepted: ({ organization }) =>
      `Die Einladung von ${organization} ist angenommen. Darum ist die Bitte um Entfernung, die von dieser Adresse kam, zurückgenommen, und niemand wird deswegen entfernt.`,
    corrected: ({ organization }) =>
      `${organization} lädt statt dieser Adresse eine andere ein. Darum ist Ihre Bitte, entfernt zu werden, zurückgenommen. Das Konto, das dort vorbereitet war, ist nicht mehr für Sie bestimmt, und der Link, den Sie bekommen haben, gilt nicht mehr.`,
    withdrawn: ({ organization }) =>
      `Sie haben Ihre Anfrage zurückgenommen. Ihr Konto bei ${organization} bleibt, wie es ist, und Sie können erneut bitten.`,
  },

  deletions: {
    subject: ({ organization }) => `Endgültige Löschungen bei ${organization} warten auf Antwort`,
    needsYes:
      'Jemand hat gebeten, endgültig zu löschen oder endgültige Löschungen weniger zu schützen. Es geschieht nur, wenn ein zweiter Administrator zustimmt; wer gebeten hat, kann nicht der zweite sein.',
    waits:
      'Jemand hat gebeten, endgültig zu löschen oder endgültige Löschungen weniger zu schützen. Es geschieht von selbst, wenn die Zeit gekommen ist; bis dahin lässt es sich ablehnen.',
    count: 'Erbeten',
    firstDue: 'Das Erste geschieht am',
    open: 'Was erbeten wurde im Admin-Center öffnen',
    answered: ({ organization }) =>
      `Ihre endgültigen Löschungen bei ${organization} sind beantwortet`,
    answeredLead:
      'Worum Sie gebeten haben, ist geschehen oder abgelehnt. Was geschehen ist, lässt sich nicht zurücknehmen.',
    done: 'Geschehen',
    refused: 'Abgelehnt',
  },
  holdsEnded: {
    subject: ({ organization }) => `Anfragen bei ${organization} werden nicht mehr angehalten`,
    lead: ({ organization }) =>
      `${organization} ist geschlossen, darum kann dort niemand mehr Anfragen beantworten oder anhalten. Die Bitten um Entfernung, die angehalten waren, gehen weiter, und wer gebeten hat, hat davon erfahren.`,
    next: 'Wer gebeten hat, wird am Tag der Anfrage von selbst gelöscht. Muss jemand bleiben, bitten Sie vor diesem Tag die Betreiber dieser Installation, die Organisation wieder zu öffnen.',
    firstDue: 'Die erste Löschung ist am',
  },
  waiting: {
    subject: ({ organization }) => `Anfragen bei ${organization} warten auf Ihre Antwort`,
    half: 'Die Hälfte der Frist für diese Anfragen ist vorbei.',
    last: 'Diese Anfragen enden bald; der Tag der ersten steht unten.',
    removed:
      'Wem niemand antwortet, wird an dem Tag gelöscht und lässt sich noch eine Weile wiederherstellen. Wer bleiben muss, braucht ein Anhalten mit einem Grund, den die Person liest.',
    kept: 'Eine Anfrage, auf die niemand antwortet, endet an ihrem Tag; der Gast bleibt und kann erneut bitten.',
    restore: 'Nach diesem Tag lassen sich diese Konten nicht mehr wiederherstellen.',
    removals: 'Bitten um Entfernung',
    restores: 'Bitten um Wiederherstellung',
    firstDue: 'Die erste ist fällig',
    open: 'Anfragen im Admin-Center öffnen',
  },
}
