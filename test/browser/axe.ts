/** Axe in a page: what is wrong on it for people who read with help. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/**
 * What axe finds wrong on the page, best practice included, a line for each rule that is broken.
 * Axe is sent to each page once: sending it costs the processor several times what looking does.
 * `within` is what is looked at.
 */
export const foundByAxe = async (page: Page, within = 'html'): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${source};0`)
  return page.evaluate(async (part) => {
    const { axe: here } = globalThis as unknown as { readonly axe: typeof axe }
    // The focus library of the components puts empty sentinels around traps of focus; they take
    // focus for an instant and hand it on.
    const { violations } = await here.run(
      { include: [part], exclude: ['[data-tabster-dummy]'] },
      {
        resultTypes: ['violations'],
        // What it would load of its own accord are recordings, of which we have none.
        preload: false,
      },
    )
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
    )
  }, within)
}
