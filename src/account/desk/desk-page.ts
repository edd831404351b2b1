/** A page of the portal around its content, with the person's name in its frame. */
import type { EdgeContext } from '../../edge/routes.ts'
import { framed, type Framed } from '../../pages/frame.ts'
import type { Exchange } from '../exchange.ts'
import { meOf } from '../me.ts'
import type { Me } from '../../wire/account.ts'

type DeskPage = Pick<Framed, 'title' | 'place' | 'content' | 'status'>

/** The page, for whoever `me` is. */
export const deskPageFor = async (c: EdgeContext, me: Me, page: DeskPage): Promise<Response> => {
  const address = me.signIn?.kind === 'emailCode' ? me.signIn.issuer : null
  const user = { name: me.displayName, detail: me.userPrincipalName ?? me.mail ?? address }
  return framed(c, { ...page, user })
}

/** The page, for who is signed in. */
export const deskPage = async (x: Exchange, page: DeskPage): Promise<Response> =>
  deskPageFor(x.c, await meOf(x), page)
