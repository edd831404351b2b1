/** Who is at the browser, where their home is, and how they get back after signing in. */
import { Refusal } from '../../edge/refusal.ts'
import { readSessionCookie } from '../../edge/session-cookie.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { longestReturn } from '../../kernel/page-address.ts'
import { wordsOf } from '../../pages/reader.ts'
import { findSession, type Session } from '../../people/sessions.ts'
import type { Anywhere } from './request.ts'

/** The session of the browser; undefined while nobody is signed in. */
export const sessionOf = ({
  c,
  services: { db, publicUrl },
}: Anywhere): Promise<Session | undefined> =>
  findSession(db, readSessionCookie(c, publicUrl), c.get('now'))

/** The organization where somebody is at home, or why they can go on at none. */
export const homeOf = (
  { c }: Anywhere,
  session: Session,
): { tenantId: TenantId } | { why: string } => {
  if (session.homeTenantId === null) return { why: wordsOf(c).consent.anywhere.noHome }
  return session.homeEnabled
    ? { tenantId: session.homeTenantId }
    : { why: wordsOf(c).blockers.refusal.homeAccountDisabled }
}

/** An address that is gone back to after signing in; refuses one that is too long for that. */
export const returnable = (address: string): string => {
  if (address.length > longestReturn)
    throw new Refusal('bodyTooLarge', 'This request is too long for a browser. Send less at once.')
  return address
}
