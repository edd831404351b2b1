/**
 * What Graph has of applications and service principals and is the same for every one here: what
 * belongs to SAML and to a gallery.
 */
import { none, noneOfMany, type Properties } from '../definition/definition.ts'
import { byElement, byRareText } from '../definition/filters.ts'

const usual = { ...none, byDefault: true } as const
const usualMany = { ...noneOfMany, byDefault: true } as const
const unkept = 'Null: it is not kept.'
const samlless = 'Null: there is no SAML here.'

const verifiedPublisher = {
  is: 'object',
  type: 'verifiedPublisher',
  byDefault: true,
  means: 'Nobody verifies who publishes an application.',
  properties: {
    addedDateTime: { ...none, is: 'instant', means: unkept },
    displayName: { ...none, means: unkept },
    verifiedPublisherId: { ...none, means: unkept },
  },
} as const satisfies Properties[string]

/** What both sides have. */
const ofBoth = {
  info: {
    is: 'object',
    type: 'informationalUrl',
    byDefault: true,
    means: 'Pages about it, which are not kept.',
    properties: {
      logoUrl: { ...none, means: unkept },
      marketingUrl: { ...none, means: unkept },
      privacyStatementUrl: { ...none, means: unkept },
      supportUrl: { ...none, means: unkept },
      termsOfServiceUrl: { ...none, means: unkept },
    },
  },
  notes: { ...usual, means: unkept },
  tags: { ...usualMany, filter: byElement, means: 'Empty: they are not kept.' },
  verifiedPublisher,
} as const satisfies Properties

export const applicationNone = {
  ...ofBoth,
  identifierUris: {
    ...usualMany,
    filter: byElement,
    means: 'Empty: no application is a resource to others.',
  },
  api: {
    is: 'object',
    type: 'apiApplication',
    byDefault: true,
    means: 'What it offers to others: nothing.',
    properties: {
      acceptMappedClaims: { ...none, is: 'boolean', means: unkept },
      knownClientApplications: { ...noneOfMany, means: 'Empty.' },
      oauth2PermissionScopes: { ...noneOfMany, means: 'Empty.' },
      preAuthorizedApplications: { ...noneOfMany, means: 'Empty.' },
      requestedAccessTokenVersion: { is: 'integer', only: 2, means: 'Tokens are of version 2.' },
    },
  },
  optionalClaims: {
    is: 'object',
    type: 'optionalClaims',
    nullable: true,
    only: null,
    byDefault: true,
    means: 'Null: every claim that there is is asked for by scopes.',
    properties: {},
  },
  parentalControlSettings: {
    is: 'object',
    type: 'parentalControlSettings',
    byDefault: true,
    means: 'It is for everybody.',
    properties: {
      countriesBlockedForMinors: { ...noneOfMany, means: 'Empty.' },
      legalAgeGroupRule: { is: 'text', only: 'Allow', means: 'Allow.' },
    },
  },
  samlMetadataUrl: { ...usual, means: samlless },
  defaultRedirectUri: { ...usual, means: unkept },
  disabledByMicrosoftStatus: { ...usual, means: 'Null: nobody else disables it.' },
  isDeviceOnlyAuthSupported: { ...usual, is: 'boolean', means: unkept },
  serviceManagementReference: { ...usual, means: unkept },
} as const satisfies Properties

export const principalNone = {
  ...ofBoth,
  alternativeNames: { ...usualMany, filter: byElement, means: 'Empty: it has one name.' },
  loginUrl: { ...usual, means: samlless },
  logoutUrl: { ...usual, means: 'Null: see `guesthouse.logoutUrl`.' },
  notificationEmailAddresses: { ...usualMany, means: 'Empty: nothing of it runs out by mail.' },
  preferredSingleSignOnMode: { ...usual, filter: byRareText, means: 'Null: OpenID Connect.' },
  tokenEncryptionKeyId: { ...usual, is: 'id', means: 'Null: tokens are signed, not encrypted.' },
} as const satisfies Properties
