/** What was entered in a question, and asking once before it is lost. */
import { find } from './page.ts'

const isChanged = (field: Element): boolean => {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false
  return field.type === 'checkbox' || field.type === 'radio'
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue
}

/** Whether anything in a question is another way than it came. */
export const holdsInput = (question: HTMLElement): boolean =>
  [...question.querySelectorAll('input, textarea')].some(isChanged)

/**
 * Asks above the question whether what was entered is to be lost; `lose` is done where it is. Who
 * keeps it is back where they were.
 */
export const askToDiscard = (question: HTMLElement, lose: () => void): void => {
  const asked = find<HTMLTemplateElement>('[data-discard]', question)
  if (asked === null) {
    lose()
    return
  }
  const dialog = document.createElement('dialog')
  dialog.setAttribute('role', 'alertdialog')
  dialog.setAttribute('aria-labelledby', 'discard')
  dialog.setAttribute('aria-describedby', 'discarded')
  dialog.append(document.importNode(asked.content, true))
  const from = document.activeElement
  const keep = (): void => {
    dialog.remove()
    if (from instanceof HTMLElement) from.focus()
  }
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    keep()
  })
  find('[data-keep]', dialog)?.addEventListener('click', keep)
  find('[data-leave]', dialog)?.addEventListener('click', () => {
    dialog.remove()
    lose()
  })
  document.body.append(dialog)
  dialog.showModal()
}
