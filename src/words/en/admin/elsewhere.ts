/** Where people are guests elsewhere, as their home sees it; in English. */
export const elsewhere = {
  title: 'Guests elsewhere',
  intro:
    'Where people whose home this is are guests. Only what the other organization tells and the person has agreed to stands here; there may be more.',
  agreement: 'What is told about guests',
  names: 'Tell their homes who is a guest here, where the guest agrees',
  namesHint:
    'Guests can then agree in the portal. Their home sees that they are a guest here, and reads in its log when they leave, are removed, restored, disabled or enabled.',
  named: 'Homes of guests who agree see them now.',
  notNamed: 'Homes of guests see nothing any more.',
  tells: 'Tell other organizations whose account is disabled here',
  tellsHint:
    'Only organizations that tell us that somebody is a guest there, and only of people who have agreed, see since when that account is disabled or deleted here, and read it in their log.',
  told: 'Organizations that name our people see whose account is disabled.',
  notTold: 'No organization sees any more whose account is disabled.',
  person: 'Person',
  organization: 'Organization',
  state: 'There',
  enabled: 'Enabled',
  disabled: 'Disabled',
  since: 'There since',
  agreed: 'Agreed on',
  empty: 'Nobody is shown',
  emptyHint:
    'A person stands here once an organization tells homes of its guests and the person has agreed to it in the portal.',
}

export type ElsewhereWords = typeof elsewhere
