// Stands before the frames, which may have loaded before the page is read to its end. Goes on as
// soon as all have answered; after a while it says who has not.
const answered = new Set()
let all
const part = () => document.querySelector('.signing-out')
const goOnWhenAll = () => {
  if (all === undefined || all.some((frame) => !answered.has(frame))) return
  const next = part().querySelector('a.button')
  if (next !== null) location.replace(next.href)
}
document.addEventListener(
  'load',
  ({ target }) => {
    answered.add(target)
    goOnWhenAll()
  },
  true,
)
document.addEventListener('DOMContentLoaded', () => {
  all = [...part().querySelectorAll('iframe')]
  goOnWhenAll()
  setTimeout(
    () => {
      const waiting = all.filter((frame) => !answered.has(frame))
      if (waiting.length === 0) return
      const late = part().querySelector('.late')
      for (const frame of waiting) {
        const item = document.createElement('li')
        item.textContent = frame.title
        late.querySelector('ul').append(item)
      }
      late.hidden = false
    },
    Number(part().dataset.wait) * 1000,
  )
})
