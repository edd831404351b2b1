/**
 * What clients of Graph write of applications and service principals, and read back as they wrote
 * it. Some of it has an effect here; of the others the sentence says that it is kept.
 */
import { optionalText, type Properties } from '../definition/definition.ts'
import { optionalClaims } from './optional-claims.ts'
import { byElement, byRareText } from '../definition/filters.ts'

const usual = { byDefault: true, write: 'always' } as const
const page = { is: 'webAddress', nullable: true, most: 2_048, means: 'A page, kept.' } as const
const flag = { is: 'boolean', nullable: true, means: 'Kept.' } as const
const ids = { is: 'id', many: true, mostItems: 100 } as const

const notes = {
  ...optionalText,
  is: 'message',
  most: 1_024,
  byDefault: true,
  means: 'What administrators note, kept.',
} as const
const tags = {
  is: 'text',
  many: true,
  mostItems: 100,
  least: 1,
  most: 256,
  ...usual,
  filter: byElement,
  means: 'Words to find it by.',
} as const

const consentText = { is: 'text', nullable: true, most: 1_024 } as const

/** A scope that an application exposes to others. */
export const exposedScope = {
  id: { is: 'id', required: true, means: 'Its id.' },
  value: { is: 'visible', nullable: true, most: 120, means: 'Its name, in `scope` and `scp`.' },
  type: { is: 'text', words: ['Admin', 'User'], nullable: true, means: 'Who may agree to it.' },
  adminConsentDisplayName: { ...consentText, means: 'What it allows, for administrators.' },
  adminConsentDescription: { ...consentText, means: 'The same.' },
  userConsentDisplayName: { ...consentText, means: 'What it allows, for people.' },
  userConsentDescription: { ...consentText, means: 'The same.' },
  isEnabled: { is: 'boolean', means: 'Whether it is given; false before it is removed.' },
} as const satisfies Properties

/** Told at the service principal too. */
export const applicationInfo = {
  is: 'object',
  type: 'informationalUrl',
  byDefault: true,
  means: 'Pages about the application, kept.',
  properties: {
    logoUrl: { is: 'text', nullable: true, only: null, means: 'Null: no picture is kept.' },
    marketingUrl: page,
    privacyStatementUrl: page,
    supportUrl: page,
    termsOfServiceUrl: page,
  },
} as const satisfies Properties[string]

export const applicationKept = {
  tags,
  notes,
  info: { ...applicationInfo, write: 'always' },
  api: {
    is: 'object',
    type: 'apiApplication',
    ...usual,
    means: 'What it offers to other applications. What is left out stays.',
    properties: {
      acceptMappedClaims: flag,
      knownClientApplications: { ...ids, means: 'Applications that go with it, kept.' },
      oauth2PermissionScopes: {
        is: 'object',
        type: 'permissionScope',
        many: true,
        mostItems: 100,
        means:
          'Its scopes, the whole list. One that is enabled is disabled before it is left out or changed.',
        properties: exposedScope,
      },
      preAuthorizedApplications: {
        is: 'object',
        type: 'preAuthorizedApplication',
        many: true,
        mostItems: 100,
        means: 'Applications that need no consent of people, kept.',
        properties: {
          appId: { is: 'id', required: true, means: 'The client id of the other.' },
          delegatedPermissionIds: { ...ids, means: 'The scopes.' },
        },
      },
      requestedAccessTokenVersion: {
        is: 'integer',
        nullable: true,
        least: 1,
        most: 2,
        means: 'Kept: tokens are of version 2.',
      },
    },
  },
  optionalClaims: { ...optionalClaims, ...usual },
  parentalControlSettings: {
    is: 'object',
    type: 'parentalControlSettings',
    ...usual,
    means: 'Kept.',
    properties: {
      countriesBlockedForMinors: {
        is: 'text',
        many: true,
        mostItems: 300,
        most: 2,
        means: 'Kept.',
      },
      legalAgeGroupRule: { is: 'text', nullable: true, most: 64, means: 'Kept.' },
    },
  },
  samlMetadataUrl: { ...page, ...usual, means: 'Kept: there is no SAML here.' },
  defaultRedirectUri: { ...optionalText, most: 2_048, byDefault: true, means: 'Kept.' },
  isDeviceOnlyAuthSupported: { ...flag, ...usual },
  serviceManagementReference: { ...optionalText, most: 1_024, byDefault: true, means: 'Kept.' },
} as const satisfies Properties

export const principalKept = {
  tags,
  notes,
  alternativeNames: {
    is: 'text',
    many: true,
    mostItems: 100,
    least: 1,
    most: 256,
    ...usual,
    filter: byElement,
    means: 'Other names, kept.',
  },
  loginUrl: { ...page, ...usual, means: 'Kept: there is no SAML here.' },
  notificationEmailAddresses: {
    is: 'text',
    many: true,
    mostItems: 5,
    most: 320,
    ...usual,
    means: 'Kept: nothing of it runs out by mail.',
  },
  preferredSingleSignOnMode: {
    is: 'text',
    words: ['oidc', 'password', 'saml', 'notSupported'],
    nullable: true,
    ...usual,
    filter: byRareText,
    means: 'Kept: people sign in by OpenID Connect.',
  },
  samlSingleSignOnSettings: {
    is: 'object',
    type: 'samlSingleSignOnSettings',
    nullable: true,
    ...usual,
    means: 'Kept: there is no SAML here.',
    properties: { relayState: { is: 'text', nullable: true, most: 2_048, means: 'Kept.' } },
  },
} as const satisfies Properties

/** What is kept, by the names of the properties, as it was sent. */
export type Kept = Readonly<Record<string, unknown>>
