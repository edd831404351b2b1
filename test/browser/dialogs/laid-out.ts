/** What is wrong with how an open dialog lies in a narrow window, and with the names in it. */
import type { Locator } from 'playwright-core'

/** A sentence for each fault. */
export const faultsOf = (dialog: Locator): Promise<string[]> =>
  dialog.evaluate((root) => {
    const faults: string[] = []
    const around = root.getBoundingClientRect()
    if (around.left < 0 || around.right > innerWidth) faults.push('it is wider than the window')
    if (around.top < 0 || around.bottom > innerHeight) faults.push('it is higher than the window')
    const canvas = document.createElement('canvas').getContext('2d')
    const isCut = (one: HTMLElement): boolean => {
      const looks = getComputedStyle(one)
      if (one instanceof HTMLSelectElement && canvas !== null) {
        canvas.font = looks.font
        const room =
          one.clientWidth - parseFloat(looks.paddingLeft) - parseFloat(looks.paddingRight)
        return canvas.measureText(one.selectedOptions[0]?.text ?? '').width > room + 1
      }
      return looks.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1
    }
    // Less high than what is in it, so that it lies over what comes next.
    const isPressed = (one: HTMLElement): boolean => {
      const outside = getComputedStyle(one.parentElement ?? root)
      return (
        outside.display === 'flex' &&
        outside.flexDirection === 'column' &&
        getComputedStyle(one).overflowY === 'visible' &&
        one.scrollHeight > one.clientHeight + 8
      )
    }
    for (const one of root.querySelectorAll<HTMLElement>('*')) {
      const { width, height, left, right } = one.getBoundingClientRect()
      // What is there for screen readers alone.
      if (width <= 1 || height <= 1 || one instanceof HTMLInputElement) continue
      const said = one.textContent.slice(0, 60)
      if (isCut(one)) faults.push(`cut: ${said}`)
      if (isPressed(one)) faults.push(`pressed: ${said}`)
      if (left < around.left - 1 || right > around.right + 1) faults.push(`sticks out: ${said}`)
    }
    const names = [...root.querySelectorAll('button')].map(
      (one) => one.getAttribute('aria-label') ?? one.textContent,
    )
    for (const [place, name] of names.entries())
      if (name.trim() === '' || names.indexOf(name) !== place)
        faults.push(`two buttons, or one without a name: ${name}`)
    return faults
  })

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]:not([data-tabster-dummy]), summary'

/** Puts the focus on the first or the last that can have it. */
export const focusEnd = (dialog: Locator, end: 'first' | 'last'): Promise<void> =>
  dialog.evaluate(
    (root, [from, what]) => {
      const all = [...root.querySelectorAll<HTMLElement>(what)].filter(
        (one) => one.getClientRects().length > 0 && one.tabIndex >= 0,
      )
      all.at(from === 'first' ? 0 : -1)?.focus()
    },
    [end, focusable] as const,
  )
