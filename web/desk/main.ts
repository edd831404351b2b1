/** Begins with what the page holds, and goes on with whatever takes its place. */
import { pageAddresses } from '../../src/client/page-address.ts'
import { questions } from '../../src/client/portal-questions.ts'
import { closedByBack, openQuestion } from './dialog.ts'
import { closeMenu, closeOthers, openerOf, openRowMenu } from './menu.ts'
import { ask, find, heldBy, placeOf, show } from './page.ts'

const typedPauseMs = 200

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** The link that a click goes to, where it goes in this page; null for all else. */
const linkOf = (event: MouseEvent, target: Element | null): HTMLAnchorElement | null => {
  const link = target?.closest<HTMLAnchorElement>('a[href]') ?? null
  return link !== null && isPlain(event) && link.closest('dialog') === null ? link : null
}

/** Shows in place what a link leads to; undefined where the browser is to go there. */
const shownInPlace = (link: HTMLAnchorElement): Promise<void> | undefined => {
  if (link.classList.contains('more')) return openRowMenu(link)
  if (link.origin !== location.origin || !questions.test(link.pathname)) return undefined
  const opener = openerOf(link)
  closeOthers(null)
  return openQuestion(link.href, opener)
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('.more') == null) closeOthers(target)
  const link = linkOf(event, target)
  const shown = link === null ? undefined : shownInPlace(link)
  if (link === null || shown === undefined) return
  event.preventDefault()
  shown.catch(() => location.assign(link.href))
})

document.addEventListener('focusin', (event) => {
  if (event.target instanceof Element) closeOthers(event.target)
})

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && find('dialog') === null) closeMenu()
})

// Where the button leads, else the form, with what it holds; what is empty says nothing.
const addressOf = (form: HTMLFormElement, button: HTMLButtonElement | null = null): string => {
  const held = new URLSearchParams(
    [...heldBy(form, button)].filter(([, value]) => value !== ''),
  ).toString()
  const to = button?.hasAttribute('formaction') === true ? button.formAction : form.action
  return held === '' ? to : `${to}?${held}`
}

// What changes something at once, such as hiding: sent, and the answer shown in place.
const change = (form: HTMLFormElement, button: HTMLButtonElement): void => {
  const place = placeOf(button)
  ask(button.formAction, { method: 'POST', body: heldBy(form) })
    .then((answer) => show(answer, place))
    .catch(() => location.reload())
}

// A page further is gone to.
const isLook = (form: HTMLFormElement, button: HTMLButtonElement | null): boolean =>
  find('[role=search]', form) !== null && button?.name !== 'after'

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null
  if (form.closest('dialog') !== null || form.classList.contains('question')) return
  if (form.id === 'acts' && button !== null) {
    event.preventDefault()
    change(form, button)
  } else if (button?.getAttribute('formaction') === pageAddresses.leave) {
    event.preventDefault()
    const url = addressOf(form, button)
    openQuestion(url, button).catch(() => location.assign(url))
  } else if (isLook(form, button)) {
    event.preventDefault()
    look(form, button)
  }
})

const searching: { timer: ReturnType<typeof setTimeout> | undefined; running: AbortController } = {
  timer: undefined,
  running: new AbortController(),
}

/** Shows what a form for searching finds, with the focus and what is typed as they are. */
const look = (form: HTMLFormElement, button: HTMLButtonElement | null = null): void => {
  searching.running.abort()
  searching.running = new AbortController()
  const url = addressOf(form, button)
  ask(url, { signal: searching.running.signal })
    .then((answer) => {
      const field = document.activeElement
      const name =
        field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.name : ''
      const typed = field instanceof HTMLInputElement ? field.value : undefined
      history.replaceState(null, '', answer.url)
      show(answer)
      keepField(name, typed)
    })
    .catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(url)
    })
}

const keepField = (name: string, typed: string | undefined): void => {
  const field = name === '' ? null : find<HTMLInputElement>(`[role=search] [name=${name}]`)
  if (field === null) return
  field.focus({ preventScroll: true })
  if (typed === undefined) return
  field.value = typed
  field.setSelectionRange(typed.length, typed.length)
}

document.addEventListener('input', (event) => {
  const field = event.target
  if (!(field instanceof HTMLInputElement) || field.type !== 'search' || field.form === null) return
  const { form } = field
  clearTimeout(searching.timer)
  searching.timer = setTimeout(() => look(form), typedPauseMs)
})

const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('.row input'),
]

const count = (): void => {
  const all = find<HTMLInputElement>('[data-all]')
  const button = find<HTMLButtonElement>('.many button')
  const ticked = boxes().filter(({ checked }) => checked).length
  const told = find<HTMLElement>('[data-selected]')
  const total = ticked + Number(told?.dataset['selected'] ?? 0)
  if (button !== null) button.disabled = total === 0
  if (told !== null) {
    const number = find('b', told)
    told.hidden = total === 0
    if (number !== null) number.textContent = total.toLocaleString(document.documentElement.lang)
  }
  if (all === null) return
  all.checked = ticked > 0 && ticked === boxes().length
  all.indeterminate = ticked > 0 && !all.checked
}

document.addEventListener('change', (event) => {
  const { target } = event
  if (target instanceof HTMLSelectElement && target.form?.id === 'list') look(target.form)
  if (!(target instanceof HTMLInputElement)) return
  if (target.dataset['all'] !== undefined) for (const box of boxes()) box.checked = target.checked
  count()
})

const here = (): string => location.pathname + location.search
const shown = { address: here() }

// Also a way within the page, such as past its bar, changes the history: nothing is to be shown
// anew then, or the focus would be lost that was on its way.
addEventListener('popstate', () => {
  if (closedByBack() || shown.address === here()) return
  ask(location.href)
    .then((answer) => show(answer))
    .catch(() => location.reload())
})

/** What is there for script only, on each page that is shown. */
const begin = (): void => {
  shown.address = here()
  find('.many .choice')?.removeAttribute('hidden')
  count()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const field = find<HTMLInputElement>('[name=zone]')
  const told = find<HTMLElement>('[data-zone]')
  const saved = find('[data-zone] dd')
  if (field !== null) field.value = zone
  if (saved !== null) saved.textContent = zone
  if (told !== null) told.hidden = told.dataset['zone'] === zone
}

document.addEventListener('shown', begin)
begin()
