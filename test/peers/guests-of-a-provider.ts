/**
 * Greta, who has an account at a provider that organizations offer to their guests, and comes to be
 * a guest of theirs by it.
 */
import assert from 'node:assert/strict'
import { newId } from '../../src/kernel/ids.ts'
import { browsing, type Browsing } from '../browser/browsing.ts'
import { json } from '../json.ts'
import type { openIdProvider } from './openid-provider.ts'
import { world, type Organization, type Person } from '../world.ts'

type Theirs = Awaited<ReturnType<typeof openIdProvider>>

const enter = (someone: Browsing, id: string, to = '/account/me') =>
  someone.go(`/sign-in/provider?provider=${id}&return=${encodeURIComponent(to)}`)

/** A world with Greta's account signed in at `theirs`, which nobody has named yet. */
export const guestsOf = async (theirs: Theirs) => {
  const w = await world(undefined, { allowPrivateProviders: true })
  const address = `gast-${newId()}@elsewhere.example`
  Object.assign(theirs.state, {
    account: `subject-${newId()}`,
    claims: { email: address, email_verified: true, name: 'Greta Gast' },
  })
  const browse = () => browsing(w.app, w.publicUrl)
  /** The same provider, named by an organization for its guests, by one of its clients. */
  const name = async (
    by: Person,
    at: Organization,
    client: Pick<Theirs, 'clientId' | 'clientSecret'> = theirs,
  ): Promise<string> => {
    const { clientId, clientSecret } = client
    const body = {
      displayName: `Guests of ${at.name}`,
      issuer: theirs.issuer,
      clientId,
      clientSecret,
    }
    return String(
      (await json(await w.as(by, at).post('/v1.0/identity/identityProviders', body), 201))['id'],
    )
  }
  /** Has Greta invited; the path of the link. */
  const invite = async (by: Person, at: Organization): Promise<string> => {
    const wish = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://app.example/' }
    const made = await json(await w.as(by, at).post('/v1.0/invitations', wish), 201)
    return new URL(String(made['inviteRedeemUrl'])).pathname
  }
  /** Greta accepts an invitation with her account at the provider. */
  const arrive = async (
    by: Person,
    at: Organization,
    provider: string,
    greta: Browsing = browse(),
  ) => {
    const path = await invite(by, at)
    assert.match((await enter(greta, provider, path)).text, /Review permissions/)
    assert.match((await greta.submit(path, {})).text, /You are a guest of/)
    return greta
  }
  return { w, address, browse, name, enter, invite, arrive }
}
