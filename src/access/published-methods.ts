/** What published.ts says, of what people sign in with. */
import { both, peopleOnly, type Scopes } from './published-parts.ts'

const writeMethods = 'UserAuthenticationMethod.ReadWrite.All'
const readMethods = `UserAuthenticationMethod.Read.All ${writeMethods}`

/** As published, each under its published method and path, but the last two. */
export const publishedMethods = {
  'GET /users/{id}/authentication/methods': both(readMethods),
  'GET /users/{id}/authentication/methods/{id}': both(readMethods),
  'GET /users/{id}/authentication/passwordMethods': both(readMethods),
  'GET /users/{id}/authentication/passwordMethods/{id}': both(readMethods),
  'GET /users/{id}/authentication/fido2Methods/{id}': both(readMethods),
  'DELETE /users/{id}/authentication/fido2Methods/{id}': both(writeMethods),
  'GET /users/{id}/authentication/softwareOathMethods': both(readMethods),
  'GET /users/{id}/authentication/softwareOathMethods/{id}': both(readMethods),
  'DELETE /users/{id}/authentication/softwareOathMethods/{id}': both(writeMethods),
  // The published table forgets here what it has at each of them.
  'GET /users/{id}/authentication/fido2Methods': both(readMethods),
  // There an application by itself is let in too, which has no /me.
  'read how I sign in': peopleOnly(`UserAuthenticationMethod.Read ${readMethods}`),
} satisfies Record<string, Scopes>
