/** An application of Fabrikam that Northwind uses too. */
import { json, type Json } from './json.ts'
import { registerApplication, type Application, type Wish, type World } from './sign-on.ts'

/** Offers an application to every organization. */
export const offer = async (w: World, { appId, at }: Application, to = 'AzureADMultipleOrgs') =>
  json(
    await w
      .as(at.id === w.fabrikam.id ? w.frank : w.carol, at)
      .patch(`/v1.0/applications(appId='${appId}')`, { signInAudience: to }),
    204,
  )

/** Its service principal in Northwind, made by the administrator there. */
export const takeUp = async (w: World, { appId }: Application): Promise<Json> =>
  json(await w.as(w.nora, w.northwind).post('/v1.0/servicePrincipals', { appId }), 201)

/** Registered in Fabrikam and taken up in Northwind; `there` is it as it is used there. */
export const shared = async (w: World, wish: Wish = {}) => {
  const home = await registerApplication(w, w.fabrikam, w.frank, wish)
  await offer(w, home)
  const made = await takeUp(w, home)
  const there: Application = { ...home, id: String(made['id']), at: w.northwind }
  return { home, there, made }
}
