/** What every link that opens something once keeps, whichever it is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkPath, type OneTimeLink } from '../../src/kernel/one-time-link.ts'
import { newToken } from '../../src/store/token.ts'
import { links } from './link.ts'

test('a link works once, also when it is used twice at the same moment, and dies with time or a newer one; a page of it tells nobody where it is', async (t) => {
  for (const [kind, link] of Object.entries(links))
    await t.test(kind, async () => {
      const stage = await link.open()
      try {
        const madeUp = linkPath(kind as OneTimeLink, newToken().token)
        assert.equal((await stage.look(madeUp)).status, 404)
        const late = await stage.make()
        stage.pass(link.lifetimeMs)
        assert.equal((await stage.look(late)).status, 404, 'it is over')
        const old = await stage.make()
        const fresh = await stage.make()
        assert.notEqual(old, fresh)
        assert.equal((await stage.look(old)).status, 404, 'a newer one replaced it')
        const page = await stage.look(fresh)
        assert.equal(page.status, 200)
        assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
        const wrong = await stage.misuse?.(fresh)
        if (wrong !== undefined) assert.equal(wrong.status, 400, 'and it is not used up')
        const both = await Promise.all([stage.use(fresh), stage.use(fresh)])
        assert.equal(both.filter(({ text }) => link.done.test(text)).length, 1)
        const again = await stage.use(fresh)
        assert.doesNotMatch(again.text, link.done)
        assert.match(again.text, link.over)
      } finally {
        await stage.close()
      }
    })
})
