/** The whole product as one function from a request to a response: the edges, mounted. */
import { accountPath, graphPaths } from '../kernel/page-address.ts'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { getPathNoStrict } from 'hono/utils/url'
import { accountApp } from '../account/app.ts'
import { copyPages } from '../account/copy/pages.ts'
import { deskApp } from '../account/desk/app.ts'
import type { EdgeContext, Env, Services } from '../edge/routes.ts'
import { refusalJson } from '../edge/refusal.ts'
import { refusalOf } from '../edge/routes.ts'
import { beginRequest, refuseCrossSite, securityHeaders, useOwnName } from '../edge/request.ts'
import { staticFiles, type Opener } from '../edge/static-files.ts'
import { strangerGate } from '../edge/stranger-gate.ts'
import { graphAddress, graphApp } from '../graph/app.ts'
import { pointingApp } from '../graph/pointing.ts'
import { oidcApp } from '../oidc/app.ts'
import { readSessionCookie } from '../edge/session-cookie.ts'
import { isForPeople, refusalPages } from '../pages/refusal-page.ts'
import { noteLooker } from '../pages/looker.ts'
import { readerOf } from '../pages/reader.ts'
import { findSession } from '../people/sessions.ts'
import { signInApp } from '../sign-in/app.ts'
import { writtenTag, type Language } from '../words/locales.ts'

const findOpener =
  (services: Services) =>
  async (c: EdgeContext, spoken: readonly Language[]): Promise<Opener> => {
    const session = await findSession(
      services.db,
      readSessionCookie(c, services.publicUrl),
      c.get('now'),
    )
    const { locale, words } =
      session === undefined ? readerOf(c) : await noteLooker(c, services, {}, spoken)
    return {
      isSignedIn: session !== undefined,
      language: writtenTag(locale),
      direction: locale.direction,
      needsScript: words.page.needsScript,
    }
  }

// By which rows are found: those of the directory API in whichever way they are written.
const routedBy = (request: Request): string =>
  graphAddress(new URL(request.url).pathname)?.path ?? getPathNoStrict(request)

/** An app that finds the product's rows, for whoever serves it or stands around it. */
export const emptyApp = (): Hono<Env> => new Hono<Env>({ getPath: routedBy })

const built = (app: string): string =>
  fileURLToPath(new URL(app, new URL('../../dist/', import.meta.url)))

/**
 * The server's request handler over `services`. Opens nothing and listens nowhere, so tests and
 * tools can call it in process. Parts of a batch go through `surroundedBy` where that stands around
 * it.
 */
export const serverApp = (services: Services, surroundedBy?: Hono<Env>): Hono<Env> => {
  const app = emptyApp()
  app.use(
    securityHeaders(services),
    beginRequest(services),
    strangerGate(services),
    useOwnName(services),
  )
  // Before the refusal of cross-site requests: applications call its token endpoints from anywhere,
  // without a cookie.
  app.route('/', oidcApp(services))
  app.use(refuseCrossSite(services))
  app.route(accountPath, accountApp(services))
  const whole = surroundedBy ?? app
  const graph = graphApp(services, async (c, request) => whole.fetch(request, c.env))
  for (const path of graphPaths) app.route(path, graph)
  app.route('/', pointingApp(services))
  app.route('/', signInApp(services))
  app.route('/', copyPages(services))
  app.route('/', deskApp(services))
  const refusalPage = refusalPages(services)
  const folders = { desk: built('desk'), admin: built('admin') }
  app.route('/', staticFiles(services, folders, findOpener(services), refusalPage))
  app.onError((error, c) => {
    const refusal = refusalOf(c, error, services)
    return isForPeople(c) ? refusalPage(c, refusal) : refusalJson(c, refusal)
  })
  return app
}
