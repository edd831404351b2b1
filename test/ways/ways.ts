/** Every way to sign in: one that the product has and this table has not does not compile. */
import type { SignInMethod } from '../../src/wire/account-access.ts'
import { emailCode } from './email-code.ts'
import { passkey } from './passkey.ts'
import { password } from './password.ts'
import { provider } from './provider.ts'
import { authenticator, recoveryCode } from './second-step.ts'
import type { Way } from './way.ts'

export const ways: Readonly<Record<SignInMethod, Way>> = {
  password,
  passkey,
  authenticator,
  recoveryCode,
  emailCode,
  provider,
}
