/** Who may invite whom, and what guests see; in English. */

export const collaboration = {
  title: 'External collaboration settings',
  intro:
    'Who may invite whom, what people see here without a directory role, and whether guests may leave by themselves.',
  whoTitle: 'Who may invite guests',
  who: {
    everyone: 'Everyone here, guests included',
    adminsGuestInvitersAndAllMembers: 'Members, guest inviters and administrators',
    adminsAndGuestInviters: 'Guest inviters and administrators',
    none: 'Nobody',
  },
  membersTitle: 'What members see here without a directory role',
  members: {
    everybody: 'Everybody: users, groups and their members, applications, directory roles',
    themselves: 'Of people, themselves alone; groups and applications, without who is in them',
  },
  guestsTitle: 'What guests see here without a directory role',
  guestLevels: {
    'a0b1b346-4d3e-4e8b-98f8-753987be4970': 'The same as members',
    '10dae51f-b6af-4016-8d66-8c2a99b929b3':
      'Limited: themselves; of others, name and addresses, one by one; the groups they are in, and who is in these',
    '2af84b1e-32c8-42b7-82bc-daa82404023b':
      'Restricted: themselves, and that they are in groups, without the names of these',
  },
  restoringTitle: 'When an administrator restores a guest who left',
  restoring: {
    atOnce: 'They are back at once, and are told by mail',
    asked:
      'They are asked by mail first, and are back when they say yes. Whoever asked to be restored is back at once.',
  },
  domainsTitle: 'Which domains may be invited',
  rules: { none: 'Any domain', allow: 'Only these domains', block: 'Any domain but these' },
  domains: 'Domains, one per line',
  domainsHint: 'A domain stands for its subdomains too. Guests who have accepted are not touched.',
  lifetime: 'Days until an invitation ends',
  saved: 'The settings are saved.',
}

export type CollaborationWords = typeof collaboration
