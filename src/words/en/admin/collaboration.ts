/** Who may invite whom, and what guests see; in English. */
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('en')

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
  restoringTitle: 'When an administrator restores a guest who left, or refuses invitations',
  restoring: {
    atOnce: 'They are back at once, and are told by mail',
    asked:
      'They are asked by mail first, and are back when they say yes. Whoever asked for it themselves is back at once.',
  },
  domainsTitle: 'Which domains may be invited',
  rules: { none: 'Any domain', allow: 'Only these domains', block: 'Any domain but these' },
  domains: 'Domains, one per line',
  domainsHint: 'A domain stands for its subdomains too. Guests who have accepted are not touched.',
  lifetime: 'Days until an invitation ends',
  saved: 'The settings are saved.',
  trialTitle: 'Save these settings?',
  trialIntro: 'Were they saved now, this is whom they would affect:',
  effects: {
    leavingTaken: (count: number) =>
      plural(count, {
        one: 'One guest is concerned: they can leave by themselves now, and no longer could.',
        other: '# guests are concerned: they can leave by themselves now, and no longer could.',
      }),
    leavingGiven: (count: number) =>
      plural(count, {
        one: 'One guest cannot leave by themselves now, and then could.',
        other: '# guests cannot leave by themselves now, and then could.',
      }),
    keptAnyway: (count: number) =>
      plural(count, {
        one: 'One guest cannot leave by themselves now either, for another reason.',
        other: '# guests cannot leave by themselves now either, for other reasons.',
      }),
    invitationRefused: (count: number) =>
      plural(count, {
        one: 'One invitation that waits could not be accepted any more.',
        other: '# invitations that wait could not be accepted any more.',
      }),
    invitationLetIn: (count: number) =>
      plural(count, {
        one: 'One invitation that waits cannot be accepted now, and then could.',
        other: '# invitations that wait cannot be accepted now, and then could.',
      }),
    domainRefused: (count: number) =>
      plural(count, {
        one: 'One guest is of a domain that would not be allowed: they stay, and could not be invited again.',
        other:
          '# guests are of domains that would not be allowed: they stay, and could not be invited again.',
      }),
    seesLess: (count: number) =>
      plural(count, {
        one: 'One user would see less here than now.',
        other: '# users would see less here than now.',
      }),
    seesMore: (count: number) =>
      plural(count, {
        one: 'One user would see more here than now.',
        other: '# users would see more here than now.',
      }),
    invitingTaken: (count: number) =>
      plural(count, {
        one: 'One user could not invite any more.',
        other: '# users could not invite any more.',
      }),
    invitingGiven: (count: number) =>
      plural(count, {
        one: 'One user could invite who cannot now.',
        other: '# users could invite who cannot now.',
      }),
  },
  trialWho: 'Who?',
  trialDomains: 'Domains that would not be allowed any more',
  trialDomain: 'Domain',
  trialGuests: 'Guests, who stay',
  trialInvitations: 'Invitations that wait',
  trialNobody: 'It affects nobody who is here now.',
}

export type CollaborationWords = typeof collaboration
