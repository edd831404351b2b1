/**
 * When the provider stops to ask: nobody is signed in to the organization, or an application wants
 * people to be asked again.
 */
import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { satisfied, wantedIn, type Level } from './factors.ts'
import { namesAnother } from '../../tokens/person.sql.ts'
import { stateOf } from '../request-state.ts'

const { base, Check, Prompt } = interactionPolicy

/** The prompts of the library, with our session in the place of its own. */
export const signInPolicy = (): interactionPolicy.Prompt[] => {
  const policy = base()
  policy
    .get('login')
    ?.checks.add(
      new Check(
        'guesthouse_session',
        'sign in to the organization first',
        'login_required',
        notSignedIn,
      ),
    )
  policy
    .get('login')
    ?.checks.add(
      new Check('acr_wanted', 'a stronger sign-in is wished', 'login_required', wishesMore),
    )
  // Applications belong to the organization, whose administrators have agreed to them.
  policy.get('consent')?.checks.remove('native_client_prompt')
  // First of all, so that everything after it is asked of whoever was chosen.
  const hint = new Check(
    'login_hint',
    'the hint names somebody else',
    'account_selection_required',
    hintsAtAnother,
  )
  policy.add(new Prompt({ name: 'select_account', requestable: true }, hint), 0)
  return policy
}

// Only a hint: a silent request is answered for whoever is signed in.
const hintsAtAnother = async (ctx: KoaContextWithOIDC): Promise<boolean> => {
  const { params, prompts, result } = ctx.oidc
  const { standing, services, isMeant } = stateOf(ctx)
  if (
    standing === undefined ||
    isMeant === true ||
    prompts.has('none') ||
    result?.['select_account'] !== undefined
  )
    return false
  return namesAnother(services.db, standing.session.personId, params?.['login_hint'])
}

// What is essential the library asks for itself. What is only wished is asked for once, and never
// silently.
const wishesMore = ({
  oidc: { params, prompts, result, session },
}: KoaContextWithOIDC): boolean => {
  const { values } = wantedIn(params ?? {})
  const level = (session as { acr?: Level } | undefined)?.acr ?? '1'
  if (values.length === 0 || prompts.has('none') || result?.login !== undefined) return false
  return satisfied(values, level) === undefined
}

const notSignedIn = (ctx: KoaContextWithOIDC): boolean =>
  ctx.oidc.account === undefined || stateOf(ctx).standing?.accountId !== ctx.oidc.session?.accountId
