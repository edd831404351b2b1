/**
 * What is open to a person and for them, on the wire of the account API: sessions, sign-ins,
 * applications that act for them.
 */
import { z } from 'zod'
import { graphScopes } from './graph/applications/graph-permissions.ts'
import { id, instant } from './account.ts'
import { accountScopes, identityScopes } from './sign-on.ts'

export const accountSession = z
  .object({
    id,
    createdAt: instant,
    lastSeenAt: instant,
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'AccountSession' })

export const accountSessions = z
  .object({ value: z.array(accountSession) })
  .meta({ id: 'AccountSessions' })

/** How somebody showed who they are. */
export const signInMethods = [
  'password',
  'passkey',
  'authenticator',
  'recoveryCode',
  'emailCode',
  'provider',
] as const
export type SignInMethod = (typeof signInMethods)[number]

export const accountSignIn = z
  .object({
    id,
    at: instant,
    kind: z.enum(['signedIn', 'failed', 'signedOut']),
    organization: z
      .object({ id, displayName: z.string() })
      .meta({ description: 'Whose log this stands in' }),
    other: z.object({ id, displayName: z.string() }).nullable().meta({
      description:
        'Across organizations: in the log of my home where I went, elsewhere the home I came from (R112)',
    }),
    method: z.enum(signInMethods).nullable().meta({
      description: 'How it was shown who I am, where that is known',
    }),
    reason: z.string().nullable().meta({ description: 'Why it failed, as a stable word' }),
  })
  .meta({ id: 'AccountSignIn' })

export const accountSignIns = z
  .object({ value: z.array(accountSignIn) })
  .meta({ id: 'AccountSignIns' })

export const consentScopes = [...identityScopes, ...graphScopes, ...accountScopes] as const

export const accountConsent = z
  .object({
    id: id.meta({ description: "The application's client id" }),
    displayName: z.string(),
    organization: z
      .object({ id, displayName: z.string(), kind: z.enum(['home', 'other']) })
      .nullable()
      .meta({
        description:
          'Whose application it is; null for a program that I allowed to act for me in all my organizations',
      }),
    scopes: z
      .array(z.enum(consentScopes))
      .meta({ description: 'What it may do; see docs/openid-connect.md' }),
    since: instant,
    lastUsedAt: instant
      .nullable()
      .meta({ description: 'When it last got tokens; null when it never took any' }),
    lasting: z.boolean().meta({ description: 'It goes on when I sign out (offline_access)' }),
  })
  .meta({ id: 'AccountConsent', description: 'An application that can act for me' })

export const accountConsents = z
  .object({ value: z.array(accountConsent) })
  .meta({ id: 'AccountConsents' })

export type AccountSession = z.infer<typeof accountSession>

export type AccountSignIn = z.infer<typeof accountSignIn>

export type AccountConsent = z.infer<typeof accountConsent>

export type ConsentScope = (typeof consentScopes)[number]
