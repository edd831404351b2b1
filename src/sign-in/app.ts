/** The sign-in edge: one table of pages. */
import { pageAddresses, signInAndReturn, signInPages } from '../kernel/page-address.ts'
import { dayMs, secondMs } from '../kernel/time.ts'
import { isLinkPath, linkRow } from '../kernel/one-time-link.ts'
import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { edgeApp, type EdgeContext, type Env, type Route, type Services } from '../edge/routes.ts'
import { Refusal } from '../edge/refusal.ts'
import { aroundOf } from '../edge/request.ts'
import { readSessionCookie } from '../edge/session-cookie.ts'
import { acceptPage, declinePage, showInvitation } from './invitation/pages.ts'
import { styleSheet } from '../pages/page.ts'
import { postBackPath, postBackScript } from '../pages/post-back.ts'
import { signingOutPath, signingOutScript } from '../pages/signing-out.ts'
import { refusalPages } from '../pages/refusal-page.ts'
import {
  askPassword,
  changeOwnPassword,
  choosePassword,
  showChoosePassword,
} from './password-pages.ts'
import { demoRoutes } from './demo/pages.ts'
import { demoMailRoutes } from './demo-mail-pages.ts'
import { emailCodeRoutes } from './ways/email-code-pages.ts'
import { factorRoutes } from './security/routes.ts'
import { providerRoutes } from './ways/provider-pages.ts'
import { receiptRoutes } from './receipts/routes.ts'
import { removalRoutes } from './removal/pages.ts'
import { findSession, type Session } from '../people/sessions.ts'
import { makeFirstOrganization, showSetUp } from './set-up-pages.ts'
import { askToSignOut, doSignIn, doSignOut, showSignIn } from './sign-in-pages.ts'
import { noteLooker } from '../pages/looker.ts'
import { chooseLanguage } from './language-pages.ts'
import { isRecent } from './step-up.ts'
import { doNewPassword, showNewPassword } from './ways/new-password-pages.ts'
import { showWays } from './ways/pages.ts'
import type { Page, Permission } from './exchange.ts'

const scriptAt = (path: string, script: string): Route<Permission, Page> => ({
  method: 'GET',
  path,
  permission: 'anyone',
  handler: async ({ c }) =>
    c.body(script, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=300',
    }),
})

/** Every page of this edge: method, path, permission, handler. */
export const signInRoutes: readonly Route<Permission, Page>[] = [
  { method: 'GET', path: '/sign-in', permission: 'anyone', handler: showSignIn },
  { method: 'POST', path: '/sign-in', permission: 'anyone', handler: doSignIn },
  { method: 'GET', path: signInPages.ways, permission: 'anyone', handler: showWays },
  {
    method: 'GET',
    path: signInPages.newPassword,
    permission: 'anyone',
    handler: showNewPassword,
  },
  {
    method: 'POST',
    path: signInPages.newPassword,
    permission: 'anyone',
    handler: doNewPassword,
  },
  { method: 'GET', path: '/sign-out', permission: 'anyone', handler: askToSignOut },
  { method: 'POST', path: '/sign-out', permission: 'anyone', handler: doSignOut },
  { method: 'GET', path: pageAddresses.password, permission: 'session', handler: askPassword },
  {
    method: 'POST',
    path: pageAddresses.password,
    permission: 'session',
    handler: changeOwnPassword,
  },
  {
    method: 'GET',
    path: linkRow('password'),
    permission: 'anyone',
    handler: showChoosePassword,
  },
  { method: 'POST', path: linkRow('password'), permission: 'anyone', handler: choosePassword },
  { method: 'GET', path: linkRow('invitation'), permission: 'anyone', handler: showInvitation },
  { method: 'POST', path: linkRow('invitation'), permission: 'anyone', handler: acceptPage },
  {
    method: 'POST',
    path: linkRow('invitation', '/decline'),
    permission: 'anyone',
    handler: declinePage,
  },
  { method: 'GET', path: linkRow('setUp'), permission: 'anyone', handler: showSetUp },
  { method: 'POST', path: linkRow('setUp'), permission: 'anyone', handler: makeFirstOrganization },
  { method: 'POST', path: pageAddresses.language, permission: 'anyone', handler: chooseLanguage },
  ...receiptRoutes,
  ...removalRoutes,
  ...factorRoutes,
  ...emailCodeRoutes,
  ...providerRoutes,
  // Browsers ask for it by this name, whatever a page says.
  {
    method: 'GET',
    path: '/favicon.ico',
    permission: 'anyone',
    handler: async ({ c }) =>
      c.body(icon, 200, {
        'content-type': 'image/svg+xml',
        'cache-control': `public, max-age=${dayMs / secondMs}`,
      }),
  },
  {
    method: 'GET',
    path: '/sign-in.css',
    permission: 'anyone',
    handler: async ({ c }) =>
      c.body(styleSheet, 200, {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=300',
      }),
  },
  scriptAt(signingOutPath, signingOutScript),
  scriptAt(postBackPath, postBackScript),
]

const icon = readFileSync(new URL('../pages/icon.svg', import.meta.url), 'utf8')

const nobody = null as unknown as Session

const admitTo =
  (services: Services) =>
  async (c: EdgeContext, route: Route<Permission, Page>): Promise<Response> => {
    const { words, speech } = await noteLooker(c, services, { invitation: invitationIn(c) })
    const exchange = {
      c,
      services,
      db: services.db,
      now: c.get('now'),
      context: aroundOf(c),
      words,
      speech,
    }
    if (route.permission === 'anyone') return route.handler({ ...exchange, session: nobody })
    const session = await findSession(
      services.db,
      readSessionCookie(c, services.publicUrl),
      c.get('now'),
    )
    if (session === undefined) return c.redirect(signInAndReturn(c.req.path), 303)
    if (!session.homeEnabled) throw new Refusal('accountDisabled')
    const x = { ...exchange, session }
    if (route.permission === 'recent' && !isRecent(x, session.sessionId)) return askAgain(x)
    return route.handler(x)
  }

// Also on the pages of signing in that somebody came to from an invitation.
const invitationIn = (c: EdgeContext): string | undefined =>
  /^\/invitation\/([\w-]+)/.exec(
    isLinkPath('invitation', c.req.path) ? c.req.path : (c.req.query('return') ?? ''),
  )?.[1]

// What a form held is gone by then, so after a form one comes back to the page that leads to it.
const askAgain = ({ c }: { readonly c: EdgeContext }): Response =>
  c.redirect(
    signInAndReturn(c.req.method === 'GET' ? c.req.path : pageAddresses.security, true),
    303,
  )

export const signInApp = (services: Services): Hono<Env> =>
  edgeApp(
    services,
    services.demo === undefined
      ? signInRoutes
      : [...signInRoutes, ...demoRoutes, ...demoMailRoutes],
    admitTo(services),
    refusalPages(services),
    'pass',
  )
