/**
 * Who looks at a page, as far as their language goes: what they have chosen, and what is known of
 * them.
 */
import { readCookie, writeCookie } from '../edge/cookie.ts'
import type { EdgeContext, Services } from '../edge/routes.ts'
import { readSessionCookie } from '../edge/session-cookie.ts'
import type { TenantId } from '../kernel/ids.ts'
import { dayMs } from '../kernel/time.ts'
import { readLanguages } from '../people/languages.sql.ts'
import { languages, type Language } from '../words/locales.ts'
import { noteReader, type Reader } from './reader.ts'

const cookie = { name: 'guesthouse_language' }
const keptForMs = 400 * dayMs

/** Keeps a language that was chosen in this browser, for whoever is not signed in. */
export const keepLanguage = (c: EdgeContext, publicUrl: string, language: string): void =>
  writeCookie(c, publicUrl, cookie, language, keptForMs)

/** What a page is about, where that says something of its reader. */
export type About = {
  readonly invitation?: string | undefined
  readonly tenantId?: TenantId | undefined
}

/**
 * Finds out who reads the page that answers this request: what the person of the session has
 * chosen, what their home says, what was chosen in this browser, the language of the invitation,
 * that of the organization, what the browser asks for; the first of these that is among `spoken`.
 * One statement at most.
 */
export const noteLooker = async (
  c: EdgeContext,
  { db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>,
  { invitation, tenantId }: About = {},
  spoken: readonly Language[] = languages,
): Promise<Reader> => {
  const looker = { session: readSessionCookie(c, publicUrl), invitation, tenantId }
  const known = await readLanguages(db, looker, c.get('now'))
  return noteReader(
    c,
    [...known.person, readCookie(c, cookie), known.invitation, known.organization],
    known.zone,
    spoken,
  )
}
