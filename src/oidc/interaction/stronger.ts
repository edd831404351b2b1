/** Where an application asks for more factors than somebody has shown. */
import { readFactors, type Factors } from '../../credentials/held.sql.ts'
import { signInPages } from '../../kernel/page-address.ts'
import type { Session } from '../../people/sessions.ts'
import type { SignInMethod } from '../../wire/account-access.ts'
import { signInAddress, toSignIn, type Asked } from './choosing.ts'
import { leastLevel, levelOf, satisfied, wantedIn, type Level } from './factors.ts'

const reaches = (wanted: Level | undefined, { passkeys, authenticator }: Factors): boolean =>
  wanted === 'phr' ? passkeys > 0 : wanted !== undefined && (passkeys > 0 || authenticator)

type Shown = {
  readonly method: SignInMethod | null
  /** They have shown who they are since the application asked. */
  readonly shown: boolean
}

/**
 * The page where somebody shows more; undefined when nothing is missing, or what is missing was
 * only wished and cannot be had. `impossible` when the application insists on what they do not
 * have.
 */
export const askForMore = async (
  asked: Asked,
  session: Session,
  { method, shown }: Shown,
): Promise<Response | 'impossible' | undefined> => {
  const { values, essential } = wantedIn(asked.details.params)
  if (values.length === 0 || satisfied(values, levelOf(method)) !== undefined) return undefined
  const wanted = leastLevel(values)
  const factors = await readFactors(asked.x.services.db, session.personId)
  const canShow = reaches(wanted, factors)
  if (shown || !canShow) return essential ? 'impossible' : undefined
  const byPasskey = wanted === 'phr' || !factors.authenticator
  return byPasskey
    ? asked.x.c.redirect(signInAddress(asked.x, true, {}, signInPages.passkey), 303)
    : toSignIn(asked, true)
}
