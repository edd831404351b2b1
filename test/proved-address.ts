/** Showing that an address is one's own, as somebody without any session. */
import { browserOf } from './in-process-browser.ts'
import { mailsTo } from './mails.ts'
import type { world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

const codeFor = async (w: World, address: string): Promise<string> => {
  const mail = (await mailsTo(w.db, address)).at(-1)
  return (
    /(\d{4}) (\d{4})/
      .exec(mail?.body ?? '')
      ?.slice(1)
      .join('') ?? ''
  )
}
/** Asks for a code to the address, types it, and goes on to `path`. */
export const prove = async (w: World, address: string, path = '/ask-removal') => {
  const browser = browserOf(w)
  const back = path === '' ? '' : `?return=${encodeURIComponent(path)}`
  const sent = await browser.post(`/sign-in/code${back}`, { address })
  const shown = await browser.post(`/sign-in/code/check${back}`, {
    code: await codeFor(w, address),
  })
  return { browser, sent: sent.page ?? '', page: shown.page ?? '' }
}
