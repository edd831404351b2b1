/** Menus: those of the page, and that of a row, which is the list of acts on a page of its own. */
import { ask, find } from './page.ts'

type Open = { readonly menu: HTMLElement; readonly opener: HTMLElement }
const state: { open: Open | undefined } = { open: undefined }

const closeRow = (): void => {
  const { open } = state
  if (open === undefined) return
  state.open = undefined
  open.menu.remove()
  open.opener.removeAttribute('aria-expanded')
}

const openDetails = (): HTMLDetailsElement | null => find('.menu[open]')

/** Closes what is open and does not hold this element. */
export const closeOthers = (element: Element | null): void => {
  const details = openDetails()
  if (details !== null && !details.contains(element)) details.open = false
  const { open } = state
  if (open !== undefined && !open.menu.contains(element)) closeRow()
}

/** Closes what is open; the focus goes back to what opened it. */
export const closeMenu = (): void => {
  const details = openDetails()
  const opener = details === null ? state.open?.opener : find<HTMLElement>('summary', details)
  if (details !== null) details.open = false
  closeRow()
  opener?.focus()
}

/** What opened the menu that this link stands in; the link itself outside of menus. */
export const openerOf = (link: HTMLElement): HTMLElement => {
  const details = link.closest('.menu')
  if (details !== null) return find<HTMLElement>('summary', details) ?? link
  return state.open?.menu.contains(link) === true ? state.open.opener : link
}

/** Shows the acts of a row in a menu beside the link that leads to them; closes it again. */
export const openRowMenu = async (link: HTMLAnchorElement): Promise<void> => {
  const wasOpen = state.open?.opener === link
  closeRow()
  if (wasOpen) return
  const { page } = await ask(link.href)
  const items = find('#menu', page)
  if (items === null) {
    location.assign(link.href)
    return
  }
  const menu = document.createElement('div')
  menu.className = 'pop'
  menu.append(...[...items.children].map((item) => document.importNode(item, true)))
  link.setAttribute('aria-expanded', 'true')
  link.after(menu)
  state.open = { menu, opener: link }
  find<HTMLElement>('a, button', menu)?.focus()
}
