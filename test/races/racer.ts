/**
 * One server process of a race: the whole product on the database that it is told, at an instant
 * that stands still. It is asked over the channel of its parent, either by HTTP or, for what a
 * person does behind a proof, by the use case itself.
 */
import { pino } from 'pino'
import { leave } from '../../src/directory/users/leave.ts'
import { ask as askAdministrators } from '../../src/directory/requests/ask.ts'
import { acceptInvitation } from '../../src/invitations/accept.ts'
import { declineInvitation } from '../../src/invitations/decline.ts'
import { emailIssuer } from '../../src/kernel/address.ts'
import { newId, type PersonId, type TenantId } from '../../src/kernel/ids.ts'
import { serverApp } from '../../src/server/server.ts'
import { redeemPasswordLink } from '../../src/credentials/password/link.ts'
import { openPostgres } from '../../src/store/postgres.ts'

export type Ask =
  | {
      readonly kind: 'http'
      readonly method: string
      readonly path: string
      readonly headers: Record<string, string>
      readonly body?: unknown
    }
  | { readonly kind: 'accept'; readonly token: string; readonly address: string }
  | { readonly kind: 'decline'; readonly token: string }
  | { readonly kind: 'leave'; readonly personId: string; readonly tenantId: string }
  | { readonly kind: 'askToBeRemoved'; readonly personId: string; readonly tenantId: string }
  | { readonly kind: 'usePasswordLink'; readonly token: string; readonly password: string }
export type Asked = { readonly id: number; readonly waitMs: number; readonly ask: Ask }
/** What the caller was told; `crash` for what no caller should ever see. */
export type Told = { readonly id: number; readonly told: string; readonly crash: boolean }

const now = new Date(process.env['RACE_NOW'] ?? '')
const publicUrl = process.env['RACE_PUBLIC_URL'] ?? ''
const { db } = await openPostgres(process.env['RACE_DATABASE'] ?? '', 6)
const log = pino({ level: 'silent' })
const app = serverApp({
  db,
  clock: () => now,
  log,
  publicUrl,
  trustedProxies: 0,
  sealKey: Buffer.alloc(32, 7),
})

const http = async ({
  method,
  path,
  headers,
  body,
}: Extract<Ask, { kind: 'http' }>): Promise<{ told: string; crash: boolean }> => {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const json: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await app.request(`${publicUrl}${path}`, {
    method,
    headers: { ...headers, ...json },
    ...sent,
  })
  const text = await response.text()
  const code = response.ok
    ? ''
    : ((JSON.parse(text) as { error?: { code?: string } }).error?.code ?? '')
  return { told: `${response.status} ${code}`.trim(), crash: response.status >= 500 }
}

const carryOut = async (ask: Ask): Promise<{ told: string; crash: boolean }> => {
  if (ask.kind === 'http') return http(ask)
  const around = { now, correlationId: newId<string>(), address: null }
  const { outcome } = await (ask.kind === 'accept'
    ? acceptInvitation(
        db,
        ask.token,
        { who: { issuer: emailIssuer, subject: ask.address }, addressProved: true },
        around,
      )
    : ask.kind === 'decline'
      ? declineInvitation(db, ask.token, { forGood: false }, around)
      : ask.kind === 'leave'
        ? leave(
            db,
            { personId: ask.personId as PersonId, tenantId: ask.tenantId as TenantId },
            around,
          )
        : ask.kind === 'askToBeRemoved'
          ? askAdministrators(
              db,
              {
                personId: ask.personId as PersonId,
                tenantId: ask.tenantId as TenantId,
                kind: 'removal',
                message: undefined,
              },
              around,
            )
          : redeemPasswordLink(db, ask.token, ask.password, around))
  return { told: outcome, crash: false }
}

process.on('message', ({ id, waitMs, ask }: Asked) => {
  setTimeout(() => {
    carryOut(ask).then(
      (result) => process.send?.({ id, ...result } satisfies Told),
      (error: unknown) =>
        process.send?.({
          id,
          told: String(error instanceof Error ? error.stack : error),
          crash: true,
        } satisfies Told),
    )
  }, waitMs)
})
process.on('disconnect', () => process.exit(0))
process.send?.({ id: -1, told: 'ready', crash: false } satisfies Told)
