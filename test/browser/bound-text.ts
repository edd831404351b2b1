/** What is readable on a page in accented English, and stands in no message. */
import type { Page } from 'playwright-core'
import { bare } from './accented.ts'

const notRead = 'script, style, noscript, code, [lang]:not(html), time'

/**
 * What people see and hear, but for what says that it is in another language, what they have typed,
 * and code.
 */
const seen = (page: Page, within: string): Promise<string> =>
  page.evaluate(
    ([others, part]) => {
      const found = [document.title]
      const root = document.querySelector(part) ?? document.body
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (texts.nextNode() !== null) {
        const { currentNode: node } = texts
        if (node.parentElement?.closest(others) != null) continue
        // Where a line may break within an address, it goes on.
        const before = node.previousSibling?.nodeName === 'WBR' ? (found.pop() ?? '') : ''
        found.push(before + (node.nodeValue ?? ''))
      }
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'data-label'])
        for (const element of root.querySelectorAll(`[${name}]`))
          if (element.closest(others) === null) found.push(element.getAttribute(name) ?? '')
      return found.join('\n')
    },
    [notRead, within] as const,
  )

// Written by Intl in the reader's locale, ids, addresses and links.
const notWords =
  /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\b(?:\s\d{4}\sat\b)?|[0-9a-f]{8}-[0-9a-f-]{27}|https?:\/\/\S+|\S+@\S+/g

/** The lines that stand in no message, and so are bound to a language. */
export const findings = async (
  page: Page,
  names: readonly string[],
  within = 'body',
): Promise<string[]> => {
  const rest = bare((await seen(page, within)).replaceAll(notWords, ' '), names)
  return [...new Set(rest.match(/[A-Za-z][A-Za-z]+.*/g))].map((line) => line.slice(0, 80))
}
