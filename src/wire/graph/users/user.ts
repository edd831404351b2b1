/** The user of the directory API. */
import {
  byElement,
  byEquality,
  byMoment,
  byRareMoment,
  byOurMoment,
  byRareText,
  byText,
} from '../definition/filters.ts'
import { named } from '../named.ts'
import { endDateDays } from '../../lifecycle.ts'
import type { Answer } from '../definition/answer.ts'
import { optionalText, resource } from '../definition/definition.ts'
import type { Row } from '../definition/row.ts'
import type { Change, Creation } from '../definition/sent.ts'
import { identity } from './user-identity.ts'
import { userNone } from './user-none.ts'
import { password } from './user-password.ts'
import { userLinks } from './user-links.ts'
import { standing } from './user-standing.ts'
import { work } from './user-work.ts'

/** What people are in an organization. */
export const userTypes = ['Member', 'Guest'] as const

export const user = resource({
  type: 'user',
  called: 'User',
  set: 'users',
  key: 'id',
  means: 'A person as one organization knows them: a member, or a guest whose home is elsewhere.',
  properties: {
    ...named,
    givenName: {
      ...optionalText,
      most: 64,
      byDefault: true,
      filter: byText,
      searched: true,
      column: 'given_name',
      means: 'First name.',
    },
    surname: {
      ...optionalText,
      most: 64,
      byDefault: true,
      filter: byText,
      searched: true,
      column: 'surname',
      means: 'Last name.',
    },
    userPrincipalName: {
      is: 'principalName',
      most: 256,
      byDefault: true,
      write: 'always',
      required: true,
      sensitive: true,
      filter: { ...byText, endsWith: 'advanced' },
      orders: true,
      searched: true,
      column: 'user_principal_name',
      key: 'name_key',
      means: 'The name to sign in with; it ends in a verified domain of the organization.',
    },
    mail: {
      is: 'address',
      nullable: true,
      byDefault: true,
      write: 'always',
      sensitive: true,
      filter: { ...byText, endsWith: 'advanced' },
      searched: true,
      column: 'mail',
      key: 'mail_key',
      means: 'The e-mail address; no two users of an organization have the same.',
    },
    mailNickname: {
      ...optionalText,
      most: 64,
      filter: byText,
      column: 'mail_nickname',
      means: 'The mail alias.',
    },
    otherMails: {
      is: 'address',
      many: true,
      mostItems: 50,
      write: 'always',
      sensitive: true,
      asks: 'otherMails',
      filter: { ...byElement, endsWith: 'advanced' },
      column: 'other_mails',
      key: 'other_mail_keys',
      means: 'Other addresses that they are reached by.',
    },
    proxyAddresses: {
      is: 'proxyAddress',
      many: true,
      mostItems: 50,
      write: 'always',
      sensitive: true,
      filter: { ...byElement, endsWith: 'advanced' },
      column: 'proxy_addresses',
      means:
        'Addresses of their mailbox, each after smtp:. No two users of an organization share one.',
    },
    ...work,
    mobilePhone: {
      ...optionalText,
      most: 64,
      byDefault: true,
      sensitive: true,
      asks: 'phones',
      filter: byRareText,
      column: 'mobile_phone',
      means: 'Mobile phone.',
    },
    businessPhones: {
      is: 'text',
      many: true,
      most: 64,
      mostItems: 20,
      byDefault: true,
      write: 'always',
      sensitive: true,
      asks: 'phones',
      column: 'business_phones',
      means: 'Phones at work.',
    },
    faxNumber: {
      ...optionalText,
      most: 64,
      sensitive: true,
      filter: byRareText,
      column: 'fax_number',
      means: 'Fax number.',
    },
    preferredLanguage: {
      ...optionalText,
      most: 35,
      byDefault: true,
      filter: byRareText,
      column: 'preferred_language',
      means: 'A language tag such as de-AT.',
    },
    usageLocation: {
      ...optionalText,
      least: 2,
      most: 2,
      filter: { ...byEquality, ge: 'plain', le: 'plain', startsWith: 'plain' },
      column: 'usage_location',
      means: 'A country in two letters.',
    },
    userType: {
      is: 'text',
      words: userTypes,
      write: 'update',
      filter: { ...byEquality, null: 'advanced' },
      column: 'user_type',
      means: 'Whether they are a member or a guest here.',
    },
    accountEnabled: {
      is: 'boolean',
      write: 'always',
      asks: 'accountEnabled',
      filter: { ...byEquality, ge: 'advanced', le: 'advanced' },
      column: 'account_enabled',
      means: 'Whether they can sign in here.',
    },
    ...password,
    creationType: {
      is: 'text',
      nullable: true,
      filter: byEquality,
      column: 'creation_type',
      means: 'Invitation for who was invited.',
    },
    externalUserState: {
      is: 'text',
      words: ['PendingAcceptance', 'Accepted'],
      nullable: true,
      filter: { ...byEquality, null: 'advanced' },
      column: 'external_user_state',
      means: 'What became of the invitation; null for members.',
    },
    externalUserStateChangeDateTime: {
      is: 'instant',
      nullable: true,
      filter: byMoment,
      column: 'external_user_state_changed_at',
      means: 'When that changed.',
    },
    'guesthouse.homeDeletedDateTime': {
      is: 'instant',
      nullable: true,
      byRole: true,
      filter: { ...byOurMoment, ne: 'plain', null: 'plain' },
      column: 'home_deleted_at',
      means: 'When the account at home was permanently deleted (R43).',
    },
    'guesthouse.homeAccountEnabled': {
      is: 'boolean',
      nullable: true,
      byRole: true,
      means:
        'Whether the account at home is enabled, where the home tells it and the guest agreed (R141).',
    },
    'guesthouse.homeDisabledDateTime': {
      is: 'instant',
      nullable: true,
      byRole: true,
      means:
        'Since when the account at home is disabled or deleted, where the home tells it and the guest agreed (R141).',
    },
    'guesthouse.endDateTime': {
      is: 'instant',
      nullable: true,
      write: 'always',
      byRole: true,
      sensitive: true,
      filter: byRareMoment,
      column: 'ends_at',
      endOfDay: true,
      means: `When a guest is removed by itself (R133); a day without a time means its end in UTC. Guest and sponsors are told ${endDateDays.first} and ${endDateDays.final} days before, and of a nearer day when it is set; one of which nobody could be told is put off to ${endDateDays.final} days after they are. Without effect on members.`,
    },
    'guesthouse.isMe': {
      is: 'boolean',
      means: 'Whether it is who asks: some things nobody does to themselves.',
    },
    'guesthouse.isWithinReach': {
      is: 'boolean',
      nullable: true,
      byRole: true,
      means:
        'Whether the roles of the caller stand high enough for what is sensitive (R49); null in lists.',
    },
    ...identity,
    ...standing,
    ...userNone,
    createdDateTime: {
      is: 'instant',
      filter: { ...byMoment, in: 'advanced' },
      orders: true,
      column: 'created_at',
      means: 'When the user was made.',
    },
    deletedDateTime: {
      is: 'instant',
      nullable: true,
      column: 'deleted_at',
      means: 'When the user was deleted; null while live.',
    },
    signInSessionsValidFromDateTime: {
      is: 'instant',
      nullable: true,
      byRole: true,
      means:
        'Whatever was given before is refused: the moment at which their access last ended here, or everywhere (R126).',
    },
  },
  navigation: userLinks,
})

export type User = Answer<typeof user>
/** What has a label, for everybody who names it to people: what is stored of a user. */
export type UserLabel = keyof Row<typeof user>
/** What an administrator says of a password. */
export type PasswordProfile = NonNullable<Change<typeof user>['passwordProfile']>
export type NewUser = Creation<typeof user>
/** What can be changed of a user. */
export type UserProperties = Change<typeof user>
