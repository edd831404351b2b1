/** Who may invite whom, and what guests see; in German. */
import type { CollaborationWords } from '../../en/admin/collaboration.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('de')

export const collaboration: CollaborationWords = {
  title: 'Zusammenarbeit mit Externen',
  intro:
    'Wer wen einladen darf, was man hier ohne Verzeichnisrolle sieht, und ob Gäste selbst gehen dürfen.',
  whoTitle: 'Wer Gäste einladen darf',
  who: {
    everyone: 'Alle hier, auch Gäste',
    adminsGuestInvitersAndAllMembers:
      'Mitglieder, die Administration und wer die Rolle zum Einladen von Gästen hat',
    adminsAndGuestInviters: 'Die Administration und wer die Rolle zum Einladen von Gästen hat',
    none: 'Niemand',
  },
  membersTitle: 'Was Mitglieder hier ohne Verzeichnisrolle sehen',
  members: {
    everybody: 'Alle: Benutzer, Gruppen und deren Mitglieder, Anwendungen, Verzeichnisrollen',
    themselves:
      'Von den Menschen nur sich selbst; Gruppen und Anwendungen, aber nicht, wer darin ist',
  },
  guestsTitle: 'Was Gäste hier ohne Verzeichnisrolle sehen',
  guestLevels: {
    'a0b1b346-4d3e-4e8b-98f8-753987be4970': 'Dasselbe wie Mitglieder',
    '10dae51f-b6af-4016-8d66-8c2a99b929b3':
      'Begrenzt: sich selbst; von anderen Name und Adressen, einzeln; die Gruppen, in denen sie sind, und wer darin ist',
    '2af84b1e-32c8-42b7-82bc-daa82404023b':
      'Eingeschränkt: sich selbst, und dass sie in Gruppen sind, ohne deren Namen',
  },
  restoringTitle:
    'Wenn die Administration einen Gast wiederherstellt, der gegangen ist oder Einladungen blockiert',
  restoring: {
    atOnce: 'Der Gast ist sofort wieder da und erfährt es per E-Mail',
    asked:
      'Der Gast wird zuerst per E-Mail gefragt und ist wieder da, wenn er zustimmt. Wer selbst um Wiederherstellung gebeten hat, ist sofort wieder da.',
  },
  domainsTitle: 'Welche Domains eingeladen werden dürfen',
  rules: { none: 'Jede Domain', allow: 'Nur diese Domains', block: 'Jede Domain außer diesen' },
  domains: 'Domains, eine in jeder Zeile',
  domainsHint:
    'Eine Domain steht auch für ihre Subdomains. Gäste, die schon angenommen haben, bleiben davon unberührt.',
  lifetime: 'Tage, bis eine Einladung endet',
  saved: 'Die Einstellungen sind gespeichert.',
  trialTitle: 'Diese Einstellungen speichern?',
  trialIntro: 'Würden sie jetzt gespeichert, beträfe das:',
  effects: {
    leavingTaken: (count) =>
      plural(count, {
        one: 'Das betrifft einen Gast: Jetzt kann er selbst gehen, dann könnte er es nicht mehr.',
        other:
          'Das betrifft # Gäste: Jetzt können sie selbst gehen, dann könnten sie es nicht mehr.',
      }),
    leavingGiven: (count) =>
      plural(count, {
        one: 'Ein Gast kann jetzt nicht selbst gehen und könnte es dann.',
        other: '# Gäste können jetzt nicht selbst gehen und könnten es dann.',
      }),
    keptAnyway: (count) =>
      plural(count, {
        one: 'Ein Gast kann aus einem anderen Grund auch jetzt nicht selbst gehen.',
        other: '# Gäste können aus anderen Gründen auch jetzt nicht selbst gehen.',
      }),
    invitationRefused: (count) =>
      plural(count, {
        one: 'Eine wartende Einladung könnte nicht mehr angenommen werden.',
        other: '# wartende Einladungen könnten nicht mehr angenommen werden.',
      }),
    invitationLetIn: (count) =>
      plural(count, {
        one: 'Eine wartende Einladung kann jetzt nicht angenommen werden und könnte es dann.',
        other: '# wartende Einladungen können jetzt nicht angenommen werden und könnten es dann.',
      }),
    domainRefused: (count) =>
      plural(count, {
        one: 'Ein Gast hat eine Domain, die nicht mehr erlaubt wäre: Er bleibt, könnte aber nicht noch einmal eingeladen werden.',
        other:
          '# Gäste haben Domains, die nicht mehr erlaubt wären: Sie bleiben, könnten aber nicht noch einmal eingeladen werden.',
      }),
    seesLess: (count) =>
      plural(count, {
        one: 'Ein Benutzer sähe hier weniger als jetzt.',
        other: '# Benutzer sähen hier weniger als jetzt.',
      }),
    seesMore: (count) =>
      plural(count, {
        one: 'Ein Benutzer sähe hier mehr als jetzt.',
        other: '# Benutzer sähen hier mehr als jetzt.',
      }),
    invitingTaken: (count) =>
      plural(count, {
        one: 'Ein Benutzer könnte niemanden mehr einladen.',
        other: '# Benutzer könnten niemanden mehr einladen.',
      }),
    invitingGiven: (count) =>
      plural(count, {
        one: 'Ein Benutzer könnte einladen, der es jetzt nicht kann.',
        other: '# Benutzer könnten einladen, die es jetzt nicht können.',
      }),
  },
  trialWho: 'Wer?',
  trialDomains: 'Domains, die nicht mehr erlaubt wären',
  trialDomain: 'Domain',
  trialGuests: 'Gäste, die bleiben',
  trialInvitations: 'Wartende Einladungen',
  trialNobody: 'Das betrifft niemanden, der jetzt hier ist.',
}
