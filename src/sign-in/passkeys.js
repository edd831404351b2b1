// Asks the browser for a passkey and posts its answer with the form that wants one. The only script of the sign-in pages.
const { startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser
const form = document.querySelector('form[data-passkey]')
const problem = document.querySelector('[data-passkey-problem]')

const show = (words) => {
  problem.textContent = words
  problem.hidden = words === ''
}

const ask = () => {
  const optionsJSON = JSON.parse(form.dataset.options)
  return form.dataset.passkey === 'create' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON })
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  show('')
  if (globalThis.PublicKeyCredential === undefined) return show(form.dataset.unsupported)
  try {
    form.elements.namedItem('answer').value = JSON.stringify(await ask())
    form.submit()
  } catch (error) {
    show(error.name === 'InvalidStateError' ? form.dataset.alreadyThere : form.dataset.cancelled)
  }
})
