/**
 * Who looks at a page, as far as their language goes: what they have chosen, and what is known of
 * them.
 */
import { readCookie, writeRemembered } from '../edge/cookie.ts'
import type { EdgeContext, Services } from '../edge/routes.ts'
import { readSessionCookie } from '../edge/session-cookie.ts'
import type { TenantId } from '../kernel/ids.ts'
import { readLanguages } from '../people/languages.sql.ts'
import { languages, type Language } from '../words/locales.ts'
import { isReaderNoted, noteReader, type Reader } from './reader.ts'

const cookie = { name: 'guesthouse_language' }
export type LookerServices = Pick<Services, 'db' | 'publicUrl'>

/** Keeps a language that was chosen in this browser, for whoever is not signed in. */
export const keepLanguage = (c: EdgeContext, publicUrl: string, language: string): void =>
  writeRemembered(c, publicUrl, cookie, language)

/** What a page is about, where that says something of its reader. */
export type About = {
  readonly invitation?: string | undefined
  readonly tenantId?: TenantId | undefined
}

/**
 * Finds out who reads the page that answers this request: what the person of the session has
 * chosen, what their home says, what was chosen in this browser, the language of the invitation,
 * that of the organization, what the browser asks for; the first of these that is among `spoken`.
 * One statement at most. A choice in this browser is what somebody said with the switch before they
 * signed in: it goes before what an invitation says of them, and after what the person says.
 */
export const noteLooker = async (
  c: EdgeContext,
  { db, publicUrl }: LookerServices,
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

/**
 * The same for a page that says why something is refused, where nobody has found out yet; as far as
 * the browser alone says, where the store does not answer, or who comes is a stranger.
 */
export const noteRefused = async (c: EdgeContext, services: LookerServices): Promise<void> => {
  if (isReaderNoted(c)) return
  const session = readSessionCookie(c, services.publicUrl)
  if (session !== undefined)
    try {
      await noteLooker(c, services)
      return
    } catch {
      // Why the store does not answer is told already: it is what is refused.
    }
  noteReader(c, [readCookie(c, cookie)], null)
}
