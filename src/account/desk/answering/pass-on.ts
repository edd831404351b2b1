/** A colleague answers for a guest in one's place: the page that asks who, and the change. */
import { html } from 'hono/html'
import { readForm } from '../../../edge/body.ts'
import { isUuid, type UserId } from '../../../kernel/ids.ts'
import { readerOf } from '../../../pages/reader.ts'
import { colleaguesAt, guestIdOf, myGuest, passOnAt } from '../../answering/guest-acts.ts'
import type { Handler } from '../../exchange.ts'
import { personChooser } from '../person-chooser.ts'
import { keepTold } from '../told.ts'
import { wayBackIn } from '../way-back.ts'
import { list, showAsked } from './guest-acts.ts'
import { whoIs } from './guest-row.ts'

export const askToPassOn: Handler = async (x) => {
  const which = guestIdOf(x)
  const reader = readerOf(x.c)
  const guest = await myGuest(x, which)
  const search = x.c.req.query('search') ?? ''
  const found = await colleaguesAt(x, which, search)
  const said = reader.words.answering.guests
  const content = html`<p>${whoIs(guest, reader)}</p>
    <p>${said.passOnText(guest.displayName, guest.organization.displayName)}</p>
    ${personChooser('colleague', { found: found.value, more: found.more }, search, reader)}`
  const confirm = found.value.length === 0 ? undefined : said.passOn
  return showAsked(x, { title: said.passOnTitle(guest.displayName), content, confirm })
}

export const doPassOn: Handler = async (x) => {
  const which = guestIdOf(x)
  const { colleague = '', back } = await readForm(x.c)
  if (!isUuid(colleague)) return x.c.redirect(x.c.req.path, 303)
  const { displayName, id } = await myGuest(x, which)
  await passOnAt(x, which, colleague.toLowerCase() as UserId)
  keepTold(x, { deed: 'passedOn', about: displayName, id })
  return x.c.redirect(wayBackIn(x, back, list), 303)
}
