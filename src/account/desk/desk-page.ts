/** A page of the portal around its content, with the person's name in its frame. */
import { readdir } from 'node:fs/promises'
import type { EdgeContext } from '../../edge/routes.ts'
import { framed, type Framed } from '../../pages/frame.ts'
import type { Exchange } from '../exchange.ts'
import { meOf } from '../me.ts'
import type { Me } from '../../wire/account.ts'

const assets = new URL('../../../dist/desk/assets/', import.meta.url)

// What is built anew has another name. Without it the pages work as well.
const scriptAddress = async (): Promise<string | undefined> => {
  try {
    const name = (await readdir(assets)).find((one) => /^desk-[\w-]+\.js$/.test(one))
    return name === undefined ? undefined : `/assets/${name}`
  } catch {
    return undefined
  }
}

type DeskPage = Pick<Framed, 'title' | 'place' | 'content' | 'status'>

/** The page, for whoever `me` is. */
export const deskPageFor = async (c: EdgeContext, me: Me, page: DeskPage): Promise<Response> => {
  const user = { name: me.displayName, detail: me.userPrincipalName ?? me.mail }
  return framed(c, { ...page, user, script: await scriptAddress() })
}

/** The page, for who is signed in. */
export const deskPage = async (x: Exchange, page: DeskPage): Promise<Response> =>
  deskPageFor(x.c, await meOf(x), page)
