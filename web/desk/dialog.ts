/** Questions in a dialog above the page that leads to them; the same pages without script. */
import { askToDiscard, holdsInput } from './discard.ts'
import { ask, find, heldBy, placeOf, show } from './page.ts'

type Open = { readonly dialog: HTMLDialogElement; readonly opener: HTMLElement | null }
const state: { open: Open | undefined } = { open: undefined }

const close = (): void => {
  const { open } = state
  if (open === undefined) return
  state.open = undefined
  open.dialog.close()
  open.dialog.remove()
}

/** Closes what is open; the focus goes back to what opened it. */
const cancel = (): void => {
  const opener = state.open?.opener
  close()
  opener?.focus()
}

/** Whether a dialog was there to be closed. What was entered in it is asked about. */
export const closedByBack = (): boolean => {
  const { open } = state
  if (open === undefined) return false
  if (open.dialog.dataset['left'] === undefined && holdsInput(open.dialog)) {
    // The way back is there once more, for when it is meant.
    history.pushState('question', '')
    leave(open.dialog)
  } else cancel()
  return true
}

const leave = (dialog: HTMLDialogElement): void => {
  if (find('[data-leave]') !== null) return
  const lose = (): void => {
    dialog.dataset['left'] = ''
    history.back()
  }
  if (holdsInput(dialog)) askToDiscard(dialog, lose)
  else lose()
}

const problem = (form: HTMLFormElement, text: string): void => {
  const old = find('[role=alert]', form)
  const told = document.createElement('p')
  told.setAttribute('role', 'alert')
  told.className = 'why'
  told.append(text)
  old?.remove()
  find('.acts:last-child', form)?.before(told)
}

const send = async (form: HTMLFormElement): Promise<void> => {
  const button = find<HTMLButtonElement>('button', form)
  const place = placeOf(state.open?.opener ?? null)
  button?.setAttribute('aria-disabled', 'true')
  const answer = await ask(form.action, { method: 'POST', body: heldBy(form) })
  button?.removeAttribute('aria-disabled')
  const refused = find('[role=alert]', answer.page)
  if (!answer.ok && refused !== null) return problem(form, refused.textContent)
  const again = find<HTMLFormElement>('form.question', answer.page)
  // What stands in the way has changed since: the question is another one now.
  if (again !== null) {
    form.replaceWith(prepared(again))
    return
  }
  close()
  history.replaceState(null, '', answer.url)
  show(answer, place)
}

const prepared = (question: HTMLFormElement): HTMLFormElement => {
  const form = document.importNode(question, true)
  const title = find('h1', form)
  if (title !== null) title.id = 'question'
  form.classList.remove('card', 'question')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (find('[aria-disabled]', form) === null) send(form).catch(() => form.submit())
  })
  find('[data-cancel]', form)?.addEventListener('click', (event) => {
    event.preventDefault()
    const dialog = form.closest('dialog')
    if (dialog !== null) leave(dialog)
  })
  return form
}

const openWith = (question: HTMLFormElement, opener: HTMLElement | null): void => {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('role', 'alertdialog')
  dialog.setAttribute('aria-labelledby', 'question')
  dialog.append(prepared(question))
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    leave(dialog)
  })
  // Chromium closes a dialog without asking the second time that its Escape was not followed.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    leave(dialog)
  })
  document.body.append(dialog)
  state.open = { dialog, opener }
  history.pushState('question', '')
  dialog.showModal()
  // The question is read from its beginning.
  find<HTMLElement>('[data-cancel]', dialog)?.focus({ preventScroll: true })
}

/** Asks the question at this address in a dialog; goes there where it is none. */
export const openQuestion = async (url: string, opener: HTMLElement | null): Promise<void> => {
  const answer = await ask(url)
  const question = find<HTMLFormElement>('form.question', answer.page)
  if (question === null) location.assign(url)
  else if (state.open === undefined) openWith(question, opener)
}
