/** The frame of the portal around a page, for whoever is signed in, if any. */
import type { EdgeContext, Services } from '../edge/routes.ts'
import type { PersonId } from '../kernel/ids.ts'
import { readMe } from '../people/me.sql.ts'
import { framed, type Framed } from './frame.ts'

/** What the frame does not find out by itself. */
export type PageInFrame = Omit<Framed, 'user'>

/** The page, for this person; undefined for a stranger. One statement, none for a stranger. */
export const framedFor = async (
  c: EdgeContext,
  db: Services['db'],
  personId: PersonId | undefined,
  page: PageInFrame,
): Promise<Response> => {
  if (personId === undefined) return framed(c, { ...page, user: undefined })
  const { displayName: name, userPrincipalName, mail, emailAddress } = await readMe(db, personId)
  return framed(c, { ...page, user: { name, detail: userPrincipalName ?? mail ?? emailAddress } })
}
