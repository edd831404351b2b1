/**
 * What a browser sends back from an authenticator, in the shape that the WebAuthn library reads:
 * bounded, and nothing else in it.
 */
import { z } from 'zod'

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/)
const credentialId = base64url(1_364)
const outer = { id: credentialId, rawId: credentialId, type: z.literal('public-key') }

const registration = z.object({
  ...outer,
  response: z.object({
    clientDataJSON: base64url(8_192),
    attestationObject: base64url(65_536),
    transports: z.array(z.string().max(32)).max(8).default([]),
  }),
})

const assertion = z.object({
  ...outer,
  response: z.object({
    clientDataJSON: base64url(8_192),
    authenticatorData: base64url(8_192),
    signature: base64url(8_192),
    userHandle: base64url(128).nullish(),
  }),
})

export type RegistrationAnswer = z.infer<typeof registration>
export type AssertionAnswer = z.infer<typeof assertion>

const read = <S extends z.ZodType>(schema: S, text: string): z.infer<S> | undefined => {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The answer of a new passkey; undefined when it is none. */
export const readRegistration = (text: string): RegistrationAnswer | undefined =>
  read(registration, text)

/** The answer of a passkey that signs in; undefined when it is none. */
export const readAssertion = (text: string): AssertionAnswer | undefined => read(assertion, text)
