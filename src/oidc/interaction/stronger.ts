/** Where an application asks for more factors than somebody has shown. */
import { signInPages } from '../../kernel/page-address.ts'
import type { Session } from '../../people/sessions.ts'
import type { SignInMethod } from '../../wire/account-access.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { signInAddress, toSignIn, type Asked } from './choosing.ts'
import { leastLevel, levelOf, satisfied, wantedIn, type Level } from './factors.ts'

type Factors = { readonly hasPasskey: boolean; readonly hasAuthenticator: boolean }

const readFactors = async (
  db: Database,
  { personId, homeTenantId, homeUserId }: Session,
): Promise<Factors> =>
  (await firstRow(
    db,
    select<Factors>({
      hasPasskey: sql`exists (select 1 from passkeys where person_id = ${personId})`,
      hasAuthenticator: sql`exists (select 1 from authenticators where tenant_id = ${homeTenantId}::uuid and user_id = ${homeUserId}::uuid and confirmed_at is not null)`,
    })``,
  )) ?? { hasPasskey: false, hasAuthenticator: false }

const reaches = (wanted: Level | undefined, { hasPasskey, hasAuthenticator }: Factors): boolean =>
  wanted === 'phr' ? hasPasskey : wanted !== undefined && (hasPasskey || hasAuthenticator)

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
  const factors = await readFactors(asked.x.services.db, session)
  const canShow = reaches(wanted, factors)
  if (shown || !canShow) return essential ? 'impossible' : undefined
  const byPasskey = wanted === 'phr' || !factors.hasAuthenticator
  return byPasskey
    ? asked.x.c.redirect(signInAddress(asked.x, true, {}, signInPages.passkey), 303)
    : toSignIn(asked, true)
}
