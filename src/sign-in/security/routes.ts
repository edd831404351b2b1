/** The pages about passkeys and authenticator apps. */
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
  { method: 'GET', path: '/security', permission: 'session', handler: showSecurity },
  {
    method: 'POST',
    path: '/security/sessions/:id/end',
    permission: 'session',
    handler: endSessionHere,
  },
  { method: 'GET', path: '/security/passkeys/add', permission: 'recent', handler: showAddPasskey },
  { method: 'POST', path: '/security/passkeys/add', permission: 'recent', handler: doAddPasskey },
  {
    method: 'GET',
    path: '/security/passkeys/:id/remove',
    permission: 'recent',
    handler: askToRemovePasskey,
  },
  {
    method: 'POST',
    path: '/security/passkeys/:id/remove',
    permission: 'recent',
    handler: doRemovePasskey,
  },
  {
    method: 'GET',
    path: '/security/authenticator',
    permission: 'recent',
    handler: showSetUpAuthenticator,
  },
  { method: 'POST', path: '/security/authenticator', permission: 'recent', handler: beginSetUp },
  {
    method: 'POST',
    path: '/security/authenticator/confirm',
    permission: 'recent',
    handler: confirmSetUp,
  },
  {
    method: 'GET',
    path: '/security/authenticator/remove',
    permission: 'recent',
    handler: askToRemoveAuthenticator,
  },
  {
    method: 'POST',
    path: '/security/authenticator/remove',
    permission: 'recent',
    handler: doRemoveAuthenticator,
  },
  {
    method: 'GET',
    path: '/security/authenticator/recovery-codes',
    permission: 'recent',
    handler: askToRenewCodes,
  },
  {
    method: 'POST',
    path: '/security/authenticator/recovery-codes',
    permission: 'recent',
    handler: doRenewCodes,
  },
  { method: 'GET', path: '/sign-in/passkey', permission: 'anyone', handler: showPasskeySignIn },
  { method: 'POST', path: '/sign-in/passkey', permission: 'anyone', handler: doPasskeySignIn },
  { method: 'GET', path: '/sign-in/authenticator', permission: 'anyone', handler: showCode },
  { method: 'POST', path: '/sign-in/authenticator', permission: 'anyone', handler: doCode },
  { method: 'GET', path: '/passkeys.js', permission: 'anyone', handler: sendPasskeyScript },
  { method: 'GET', path: '/webauthn.js', permission: 'anyone', handler: sendWebAuthnScript },
]
