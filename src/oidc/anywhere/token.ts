/**
 * Redeeming a code or a refresh token without naming an organization: the one that gave it out is
 * found by it, and answers as at its own address.
 */
import { readFormText } from '../../edge/body.ts'
import { organizationOfToken } from '../../tokens/organization-of-token.sql.ts'
import { entraAnswer } from '../entra-forms.ts'
import { answerForm, exchangeAt } from '../exchange.ts'
import type { Anywhere } from './request.ts'

const carriers: Readonly<Record<string, string>> = {
  authorization_code: 'code',
  refresh_token: 'refresh_token',
}

/** As Entra numbers it; its clients tell their developers. */
const noOrganization = 50_059

const refused = ({ c }: Anywhere, error: string, why: string, more: object = {}): Response => {
  const requestId = c.get('requestId')
  const body = { error, error_description: why, ...more }
  const answer = entraAnswer('token', { status: 400, body, requestId, now: c.get('now') }) ?? body
  // A page may read why; nothing is told that it has not sent.
  const headers = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' }
  return c.json(answer, 400, headers)
}

/** An answer to what only an organization can be asked for. */
export const nameOne = (x: Anywhere, what: string): Response =>
  refused(
    x,
    'invalid_request',
    `${what} are asked for at the address of an organization: put its id or a verified domain of it in the place of ${x.place}`,
    { error_codes: [noOrganization] },
  )

/** POST: as the organization answers that gave the code or the refresh token out. */
export const redeemAnywhere = async (x: Anywhere): Promise<Response> => {
  const { c, services, issuers } = x
  const sent = await readFormText(c)
  const form = new URLSearchParams(sent)
  const grant = form.get('grant_type') ?? ''
  if (!Object.hasOwn(carriers, grant))
    return nameOne(x, `Tokens for grant_type ${grant.slice(0, 100) || '(none)'}`)
  const shown = form.get(carriers[grant] ?? '') ?? ''
  const tenantId = shown === '' ? undefined : await organizationOfToken(services.db, shown)
  if (tenantId === undefined)
    return refused(x, 'invalid_grant', 'there is no such code or refresh token, or it is over')
  return answerForm(await exchangeAt(services, issuers, c, tenantId), false, sent)
}
