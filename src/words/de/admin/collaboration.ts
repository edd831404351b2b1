/** Who may invite whom, and what guests see; in German. */
import type { CollaborationWords } from '../../en/admin/collaboration.ts'

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
  restoringTitle: 'Wenn die Administration einen Gast wiederherstellt, der gegangen ist',
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
}
