/** When the provider stops to ask: nobody is signed in to the organization, or an application wants people to be asked again. */
import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { stateOf } from './request-state.ts'

const { base, Check } = interactionPolicy

/** The prompts of the library, with our session in the place of its own. */
export const signInPolicy = (): interactionPolicy.Prompt[] => {
  const policy = base()
  policy.get('login')?.checks.add(new Check('guesthouse_session', 'sign in to the organization first', 'login_required', notSignedIn))
  // Applications belong to the organization, whose administrators have agreed to them.
  policy.get('consent')?.checks.remove('native_client_prompt')
  return policy
}

const notSignedIn = (ctx: KoaContextWithOIDC): boolean =>
  ctx.oidc.account === undefined || stateOf(ctx).standing?.accountId !== ctx.oidc.session?.accountId
