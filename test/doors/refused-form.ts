/** What a page without script owes to somebody whose form was refused. */
import assert from 'node:assert/strict'

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

/**
 * Fails unless the focus of the page begins in the field called `name`, which is marked as wrong
 * and described by what is wrong with it.
 */
export const requireFocusOnWrong = (page: string, name: string): void => {
  const inputs = [...page.matchAll(/<(?:input|textarea)\b[^>]*>/g)].map(([tag]) => tag)
  const focused = inputs.filter((tag) => /\sautofocus[\s/>]/.test(tag))
  assert.deepEqual(
    focused.map((tag) => attribute(tag, 'name')),
    [name],
  )
  const [tag = ''] = focused
  assert.equal(attribute(tag, 'aria-invalid'), 'true', name)
  const described = (attribute(tag, 'aria-describedby') ?? '')
    .split(' ')
    .map((id) => new RegExp(`id="${id}">([^<]+)<`).exec(page)?.[1])
  assert.ok(
    described.length > 0 && described.every((text) => text !== undefined),
    `${name} is described`,
  )
  const own = attribute(tag, 'id') ?? name
  assert.ok(page.includes(`class="error" id="${own}-error"`), name)
}

/**
 * Fails unless the focus of the page begins on the button of its form, which is described by what
 * went wrong: where no field is to blame.
 */
export const requireFocusOnTold = (page: string): void => {
  const [button = '', ...others] = [...page.matchAll(/<(?:input|textarea|button)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /\sautofocus[\s/>]/.test(tag))
  assert.deepEqual(others, [])
  assert.match(button, /^<button\b/)
  const id = attribute(button, 'aria-describedby') ?? ''
  assert.match(new RegExp(`id="${id}"[^>]*>\\s*([^<]*)<`).exec(page)?.[1] ?? '', /\w{3}/)
}
