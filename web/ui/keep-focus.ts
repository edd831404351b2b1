/**
 * Where the focus goes when what had it is gone: a dialog closed, a button whose row says something
 * else now, a row that is no more. Without this it falls to the body, and who works with the
 * keyboard or a screen reader starts over at the top of the page. One helper for every dialog and
 * every list.
 */

/** Dialogs keep their own focus; behind them is the page. */
const dialogs = '[role="dialog"], [role="alertdialog"]'
/**
 * Around what is gone, the nearest of these that is still there takes the focus: a row, a part of
 * the page, the page.
 */
const landings = 'li, tr, [role="row"], [role="group"], section, form, main'
/** After a dialog of the components has handed back what it hid, in milliseconds. */
const settledMs = 60

const chainOf = (from: Element): Element[] => {
  const chain: Element[] = []
  for (let one: Element | null = from; one !== null; one = one.parentElement) chain.push(one)
  return chain
}

const isThere = (one: Element): boolean =>
  one.isConnected && one.closest('[hidden], [inert]') === null && one.getClientRects().length > 0
const mayHaveIt = (one: Element): boolean =>
  isThere(one) && !one.matches(':disabled, [aria-hidden="true"]')

const give = (one: HTMLElement): void => {
  if (
    !one.hasAttribute('tabindex') &&
    !one.matches('a[href], button, input, select, textarea, summary')
  ) {
    one.setAttribute('tabindex', '-1')
    one.addEventListener('blur', () => one.removeAttribute('tabindex'), { once: true })
  }
  one.focus({ preventScroll: false })
}

/**
 * What stands where the focus was: the element itself, else what was around it, the nearest first.
 */
const landingOf = (chain: readonly Element[]): HTMLElement | undefined => {
  const [last, ...around] = chain
  if (last instanceof HTMLElement && mayHaveIt(last)) return last
  return around.find(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one.matches(`${landings}, ${dialogs}`) && isThere(one),
  )
}

/** Watches the page from now on. Returns what ends it. */
export const keepFocus = (page: Document): (() => void) => {
  // The last place in the page, and the last in each dialog above it, where it was last at the end.
  let behind: readonly Element[] = []
  const above = new Map<Element, readonly Element[]>()
  let timer: number | undefined

  const note = ({ target }: FocusEvent): void => {
    if (
      !(target instanceof Element) ||
      target === page.body ||
      target.matches('[data-tabster-dummy]')
    )
      return
    const dialog = target.closest(dialogs)
    if (dialog === null) {
      behind = chainOf(target)
      above.clear()
    } else {
      above.delete(dialog)
      above.set(dialog, chainOf(target))
    }
  }
  const look = (): void => {
    const active = page.activeElement
    if (active !== null && active !== page.body) return
    const places = [...[...above.values()].toReversed(), behind]
    const last = places[0]?.[0]
    // Somebody who clicks beside everything has put the focus away themselves.
    if (last === undefined || (mayHaveIt(last) && above.size === 0)) return
    const [landing = page.querySelector<HTMLElement>('main')] = places.flatMap(
      (place) => landingOf(place) ?? [],
    )
    if (landing !== null) give(landing)
  }
  const soon = (): void => {
    window.clearTimeout(timer)
    timer = window.setTimeout(look, settledMs)
  }
  const watcher = new MutationObserver(soon)
  watcher.observe(page.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'inert', 'aria-hidden'],
  })
  page.addEventListener('focusin', note)
  return () => {
    window.clearTimeout(timer)
    watcher.disconnect()
    page.removeEventListener('focusin', note)
  }
}
