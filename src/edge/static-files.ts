/**
 * What is built for browsers, as files: the page of the admin centre under a policy of its own, and
 * assets, which never change and lie there compressed (scripts/build.ts).
 */
import { pageAddresses, signInAndReturn } from '../kernel/page-address.ts'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import {
  edgeApp,
  type EdgeContext,
  type Env,
  type ErrorWriter,
  type Route,
  type Services,
} from './routes.ts'
import { adminLanguages, type Language } from '../words/locales.ts'
import { Refusal, refusalJson } from './refusal.ts'
import { contentSecurityPolicy, newNonce } from './request.ts'

/**
 * `page`: for who is signed in; all others are sent to sign in and come back. `anyone`: the code of
 * the apps tells nobody anything.
 */
type Permission = 'page' | 'anyone'
type App = 'desk' | 'admin'
type Handler = { readonly app: App; readonly serve: 'page' | 'asset' }

const page = (app: App, path: string): Route<Permission, Handler> => ({
  method: 'GET',
  path,
  permission: 'page',
  handler: { app, serve: 'page' },
})
const assets = (app: App, path: string): Route<Permission, Handler> => ({
  method: 'GET',
  path,
  permission: 'anyone',
  handler: { app, serve: 'asset' },
})

/** Every address of this edge. Which page of an app is shown is decided in the browser. */
export const staticRoutes: readonly Route<Permission, Handler>[] = [
  assets('desk', '/assets/:name'),
  assets('admin', '/admin/assets/:name'),
  page('admin', '/admin/*'),
]

/** The folders that hold the built apps. */
export type Folders = Readonly<Record<App, string>>

/** What the page of an app is told of who opens it. */
export type Opener = {
  readonly isSignedIn: boolean
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** What stands there for who has no JavaScript. */
  readonly needsScript: string
}
type FindOpener = (c: EdgeContext, spoken: readonly Language[]) => Promise<Opener>

/**
 * Serves the built apps from `folders`; to be mounted last, as it answers 404 to every address that
 * it does not know. `findOpener` says whether a request comes from somebody with a session, and in
 * which language they read; `refusalPage` is how a refusal is shown to people.
 */
export const staticFiles = (
  services: Services,
  folders: Folders,
  findOpener: FindOpener,
  refusalPage: ErrorWriter,
): Hono<Env> =>
  edgeApp(
    services,
    staticRoutes,
    (c, { handler: { app, serve } }) =>
      serve === 'asset'
        ? sendAsset(c, join(folders[app], 'assets'))
        : sendPage(c, folders[app], new URL(services.publicUrl).origin, () =>
            findOpener(c, adminLanguages),
          ),
    writeError(refusalPage),
  )

const accepts = (c: EdgeContext, type: string): boolean => {
  const accept = c.req.header('accept') ?? '*/*'
  return accept.includes(type) || accept.includes('*/*')
}

const sendPage = async (
  c: EdgeContext,
  folder: string,
  origin: string,
  findOpener: () => Promise<Opener>,
): Promise<Response> => {
  if (!accepts(c, 'text/html')) throw new Refusal('notFound')
  const template = await readIfThere(join(folder, 'index.html'))
  if (template === undefined) throw new Refusal('notBuilt')
  const { isSignedIn, language, direction, needsScript } = await findOpener()
  if (!isSignedIn) {
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(signInAndReturn(pathname + search), 303)
  }
  const nonce = newNonce()
  c.header('content-security-policy', contentSecurityPolicy(nonce))
  // Each load has a nonce of its own, so the page itself is never kept.
  c.header('cache-control', 'no-store')
  const told = {
    NONCE: nonce,
    ORIGIN: origin,
    DEMO: c.get('isDemo') ? pageAddresses.demo : '',
    LANGUAGE: language,
    DIRECTION: direction,
    NEEDS_SCRIPT: needsScript,
  }
  const filled = Object.entries(told).reduce(
    (text, [name, value]) => text.replaceAll(`__${name}__`, value),
    template.toString('utf8'),
  )
  return c.html(filled)
}

const sendAsset = async (c: EdgeContext, folder: string): Promise<Response> => {
  const sent = await serveStatic<Env>({
    precompressed: true,
    // One file in the folder itself, so that there is no way out of it.
    rewriteRequestPath: (path) => join(folder, basename(path)),
  })(c, async () => {})
  if (sent === undefined) throw new Refusal('notFound')
  // The name holds a hash of the content. What a request asked wrongly for is nobody else's answer.
  if (sent.ok) sent.headers.set('cache-control', 'public, max-age=31536000, immutable')
  sent.headers.set('vary', 'accept-encoding')
  return sent
}

const isAbsence = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR')

const readIfThere = async (path: string) => {
  try {
    return await readFile(path)
  } catch (error) {
    if (isAbsence(error)) return undefined
    throw error
  }
}

const writeError =
  (refusalPage: ErrorWriter): ErrorWriter =>
  (c, refusal) => {
    if (refusal.code === 'notBuilt') return c.text(`${refusal.message}\n`, refusal.status as 503)
    return accepts(c, 'text/html') ? refusalPage(c, refusal) : refusalJson(c, refusal)
  }
