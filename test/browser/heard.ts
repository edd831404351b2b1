/** What a screen reader is told, by the browser's tree of what it is shown. */
import type { Page } from 'playwright-core'

/**
 * The texts within the live regions that a screen reader reaches, one for each; what is hidden from
 * it is in no tree.
 */
const textsIn = async (page: Page): Promise<string[]> => {
  const tree = await page.context().newCDPSession(page)
  const { nodes } = await tree.send('Accessibility.getFullAXTree')
  await tree.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const wordsOf = (id: string): string[] => {
    const node = byId.get(id)
    if (node === undefined) return []
    if (node.role?.value === 'StaticText') return [String(node.name?.value)]
    return (node.childIds ?? []).flatMap(wordsOf)
  }
  return nodes
    .filter(
      ({ ignored, properties }) =>
        !ignored && properties?.some(({ name, value }) => name === 'live' && value.value !== 'off'),
    )
    .flatMap(({ nodeId }) => wordsOf(nodeId))
}

/** Waits until this is told, and returns in how many places it is. */
export const timesHeard = async (page: Page, text: string): Promise<number> => {
  for (let tries = 0; tries < 40; tries++) {
    const times = (await textsIn(page)).filter((one) => one.includes(text)).length
    if (times > 0) return times
    await page.waitForTimeout(50)
  }
  return 0
}
