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
/** What takes the focus itself when it is pressed. */
const takers = 'a[href], button, input, select, textarea, summary, [tabindex]'
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

/** The last place in the page, and the last in each dialog above it. */
const knownPlaces = () => {
  let behind: readonly Element[] = []
  const above = new Map<Element, readonly Element[]>()
  return {
    note: (target: Element): void => {
      const dialog = target.closest(dialogs)
      if (dialog === null) {
        behind = chainOf(target)
        above.clear()
      } else {
        above.delete(dialog)
        above.set(dialog, chainOf(target))
      }
    },
    /** The newest first. */
    all: (): (readonly Element[])[] => [...[...above.values()].toReversed(), behind],
  }
}

/** Watches the page from now on. Returns what ends it. */
export const keepFocus = (page: Document): (() => void) => {
  const places = knownPlaces()
  // Whether somebody pressed beside everything, and so put the focus away themselves.
  let isPutAway = false
  let timer: number | undefined

  const note = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || target === page.body) return
    if (target.matches('[data-tabster-dummy]')) return
    isPutAway = false
    places.note(target)
  }
  const look = (): void => {
    const active = page.activeElement
    // What was disabled has the focus until the page is drawn, which may be later than this.
    if (active !== null && active !== page.body && mayHaveIt(active)) return
    const all = places.all()
    const last = all[0]?.[0]
    if (last === undefined || (isPutAway && mayHaveIt(last))) return
    const [landing = page.querySelector<HTMLElement>('main')] = all.flatMap(
      (place) => landingOf(place) ?? [],
    )
    if (landing !== null) give(landing)
  }
  const soon = (): void => {
    window.clearTimeout(timer)
    timer = window.setTimeout(look, settledMs)
  }
  // A dialog that closes can take the focus once more from what it was handed back to.
  const lose = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget === null) soon()
  }
  const press = ({ target }: PointerEvent): void => {
    isPutAway = target instanceof Element && target.closest(takers) === null
  }
  const watcher = new MutationObserver(soon)
  const attributeFilter = ['disabled', 'hidden', 'inert', 'aria-hidden']
  watcher.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter })
  const watching = new AbortController()
  const { signal } = watching
  page.addEventListener('focusin', note, { signal })
  page.addEventListener('focusout', lose, { signal })
  page.addEventListener('pointerdown', press, { signal })
  return () => {
    window.clearTimeout(timer)
    watcher.disconnect()
    watching.abort()
  }
}
