/** /account/sign-ins: my own sign-in log. */
import { listSignIns, type SignInRow } from '../people/sign-ins.sql.ts'
import type { AccountSignIn } from '../wire/account-access.ts'
import type { Exchange, Handler } from './exchange.ts'

const kinds = {
  'user.signedIn': 'signedIn',
  'user.signInFailed': 'failed',
  'user.signedOut': 'signedOut',
} as const satisfies Record<SignInRow['activity'], AccountSignIn['kind']>

const shape = (row: SignInRow): AccountSignIn => ({
  id: row.id,
  at: row.at.toISOString(),
  kind: kinds[row.activity],
  organization: { id: row.tenantId, displayName: row.organizationName },
  other:
    row.otherTenantId === null ? null : { id: row.otherTenantId, displayName: row.otherName ?? '' },
  method: row.method,
  reason: row.reason,
})

/** My newest sign-ins. */
export const mySignIns = async (x: Exchange): Promise<AccountSignIn[]> =>
  (await listSignIns(x.db, x.session.personId)).map(shape)

export const listMySignIns: Handler = async (x) => x.c.json({ value: await mySignIns(x) })
