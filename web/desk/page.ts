/** The page that is shown: asked for, and put in place of the one before. */

export const find = <T extends Element>(
  selector: string,
  within: ParentNode = document,
): T | null => within.querySelector<T>(selector)

/** A page of the server, and where the way to it ended. */
export type Answer = { readonly page: Document; readonly url: string; readonly ok: boolean }

/** Asks for a page. Throws where the server cannot be reached. */
export const ask = async (url: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(url, { ...init, headers: { accept: 'text/html', ...init.headers } })
  const text = await response.text()
  // The style is there already, and the policy of this page knows no nonce but its own.
  const page = new DOMParser().parseFromString(
    text.replace(/<style[\s\S]*?<\/style>/, ''),
    'text/html',
  )
  return { page, url: response.url, ok: response.ok }
}

/** What a form holds, as it is sent. */
export const heldBy = (form: HTMLFormElement, submitter?: HTMLElement | null): URLSearchParams => {
  const held = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter))
    if (typeof value === 'string') held.append(name, value)
  return held
}

const rows = (): Element[] => [...document.querySelectorAll('.rows .row')]
const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('.row input[name=o]'),
]
const ticked = (): string[] => boxes().flatMap(({ checked, value }) => (checked ? [value] : []))

/** The place of the row that an element stands in; -1 for none. */
export const placeOf = (element: Element | null): number => {
  const row = element?.closest('.row')
  return row === null || row === undefined ? -1 : rows().indexOf(row)
}

// The message stands where the row was that it is about, so that the focus goes on from there.
const moveMessage = (told: HTMLElement, place: number): void => {
  const row = rows()[place] ?? rows().at(-1)
  if (place < 0 || row === undefined) return
  const item = document.createElement('li')
  item.append(told)
  row.before(item)
}

const focusOnMessage = (place: number): void => {
  const told = find<HTMLElement>('.told[tabindex]')
  if (told === null) return
  if (told.closest('.rows') === null) moveMessage(told, place)
  told.focus({ preventScroll: true })
  // Its reference and what can be undone stand in the row.
  told.closest('li')?.nextElementSibling?.scrollIntoView({ block: 'nearest' })
  told.scrollIntoView({ block: 'nearest' })
}

/** Whether this is a page of the portal, and so can take the place of the one that is shown. */
const isOurs = ({ page }: Answer): boolean => find('#main', page) !== null

/**
 * Shows a page in place of the one before; what was ticked stays so. The focus is on what it tells,
 * which stands in the row of this place. A page of another kind is gone to.
 */
export const show = (answer: Answer, place = -1): void => {
  const shown = find('#main')
  const next = find('#main', answer.page)
  if (!isOurs(answer) || shown === null || next === null) {
    location.assign(answer.url)
    return
  }
  const [known, before] = [boxes().map(({ value }) => value), ticked()]
  shown.replaceWith(document.importNode(next, true))
  document.title = answer.page.title
  // What is ticked since the server knew of it stays so beside a change of one row.
  if (place >= 0)
    for (const box of boxes())
      if (known.includes(box.value)) box.checked = before.includes(box.value)
  document.dispatchEvent(new Event('shown'))
  focusOnMessage(place)
}
