// Stands before the frames, which may have loaded before the page is read to its end. Goes on as
// soon as all have answered, where none is left untold; after a while it says who has not, and after another it goes on all
// the same.
const answered = new Set()
let all
const part = () => document.querySelector('.signing-out')
const goOn = () => {
  const next = part().querySelector('a.button')
  if (next !== null) location.replace(next.href)
}
const goOnWhenAll = () => {
  if (all?.every((frame) => answered.has(frame)) && part().querySelector('.untold') === null) goOn()
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
  const waitMs = Number(part().dataset.wait) * 1000
  setTimeout(() => {
    const waiting = all.filter((frame) => !answered.has(frame))
    setTimeout(goOn, waitMs)
    if (waiting.length === 0) return
    const late = part().querySelector('.late')
    for (const frame of waiting) {
      const item = document.createElement('li')
      item.textContent = frame.title
      late.querySelector('ul').append(item)
    }
    late.hidden = false
  }, waitMs)
})
