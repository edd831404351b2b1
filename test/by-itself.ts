/** An application that calls the directory API by itself. */
import * as client from 'openid-client'
import { relyingParty, type Application, type World } from './sign-on.ts'

/** The access token that it gets with its secret. */
export const applicationToken = async (w: World, application: Application): Promise<string> => {
  const party = await relyingParty(w, application)
  const tokens = await client.clientCredentialsGrant(party, { scope: `${w.publicUrl}/.default` })
  return tokens.access_token
}

/** Calls with a token, by the address behind the version. */
export const callWith =
  (w: World, token: string) =>
  (method: string, address: string, body?: object): Promise<Response> =>
    Promise.resolve(
      w.app.request(`${w.publicUrl}/v1.0${address}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
