/** The pages about passkeys and authenticator apps. */
import { pageAddresses, securityPages, signInPages } from '../../kernel/page-address.ts'
import type { Route } from '../../edge/routes.ts'
import type { Page, Permission } from '../exchange.ts'
import { endSessionHere, showSecurity } from './pages.ts'
import { sendPasskeyScript, sendWebAuthnScript } from '../passkey-form.ts'
import {
  askToRemovePasskey,
  doAddPasskey,
  doRemovePasskey,
  showAddPasskey,
} from './passkey-pages.ts'
import { doPasskeySignIn, showPasskeySignIn } from '../ways/passkey-pages.ts'
import {
  askToRemoveAuthenticator,
  askToRenewCodes,
  beginSetUp,
  confirmSetUp,
  doRemoveAuthenticator,
  doRenewCodes,
  showSetUpAuthenticator,
} from './authenticator-pages.ts'
import { doCode, showCode } from '../ways/authenticator-pages.ts'

/** Method, path, permission, handler. */
export const factorRoutes: readonly Route<Permission, Page>[] = [
  { method: 'GET', path: pageAddresses.security, permission: 'session', handler: showSecurity },
  {
    method: 'POST',
    path: securityPages.endSession,
    permission: 'session',
    handler: endSessionHere,
  },
  { method: 'GET', path: securityPages.addPasskey, permission: 'recent', handler: showAddPasskey },
  { method: 'POST', path: securityPages.addPasskey, permission: 'recent', handler: doAddPasskey },
  {
    method: 'GET',
    path: securityPages.removePasskey,
    permission: 'recent',
    handler: askToRemovePasskey,
  },
  {
    method: 'POST',
    path: securityPages.removePasskey,
    permission: 'recent',
    handler: doRemovePasskey,
  },
  {
    method: 'GET',
    path: securityPages.authenticator,
    permission: 'recent',
    handler: showSetUpAuthenticator,
  },
  { method: 'POST', path: securityPages.authenticator, permission: 'recent', handler: beginSetUp },
  {
    method: 'POST',
    path: securityPages.confirmAuthenticator,
    permission: 'recent',
    handler: confirmSetUp,
  },
  {
    method: 'GET',
    path: securityPages.removeAuthenticator,
    permission: 'recent',
    handler: askToRemoveAuthenticator,
  },
  {
    method: 'POST',
    path: securityPages.removeAuthenticator,
    permission: 'recent',
    handler: doRemoveAuthenticator,
  },
  {
    method: 'GET',
    path: securityPages.recoveryCodes,
    permission: 'recent',
    handler: askToRenewCodes,
  },
  {
    method: 'POST',
    path: securityPages.recoveryCodes,
    permission: 'recent',
    handler: doRenewCodes,
  },
  { method: 'GET', path: signInPages.passkey, permission: 'anyone', handler: showPasskeySignIn },
  { method: 'POST', path: signInPages.passkey, permission: 'anyone', handler: doPasskeySignIn },
  { method: 'GET', path: signInPages.authenticator, permission: 'anyone', handler: showCode },
  { method: 'POST', path: signInPages.authenticator, permission: 'anyone', handler: doCode },
  { method: 'GET', path: '/passkeys.js', permission: 'anyone', handler: sendPasskeyScript },
  { method: 'GET', path: '/webauthn.js', permission: 'anyone', handler: sendWebAuthnScript },
]
