// Asks the browser for a passkey and posts its answer with the form that wants one. The only script
// of the sign-in pages.
const { browserSupportsWebAuthnAutofill, startAuthentication, startRegistration } =
  globalThis.SimpleWebAuthnBrowser
const form = document.querySelector('form[data-passkey]')
const problem = document.querySelector('[data-passkey-problem]')

const show = (words) => {
  problem.textContent = words
  problem.hidden = words === ''
}

const ask = () => {
  const optionsJSON = JSON.parse(form.dataset.options)
  return form.dataset.passkey === 'create'
    ? startRegistration({ optionsJSON })
    : startAuthentication({ optionsJSON })
}

const post = (answer) => {
  form.elements.namedItem('answer').value = JSON.stringify(answer)
  form.submit()
}

// In the field for the name the browser shows its passkeys by itself; whoever types a name there
// instead needs none.
const offerInField = async () => {
  if (globalThis.PublicKeyCredential === undefined || !(await browserSupportsWebAuthnAutofill()))
    return
  try {
    post(
      await startAuthentication({
        optionsJSON: JSON.parse(form.dataset.options),
        useBrowserAutofill: true,
      }),
    )
  } catch {
    // Nothing was chosen: the page is as it was.
  }
}

if (form.dataset.passkey === 'autofill') offerInField()

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  show('')
  if (globalThis.PublicKeyCredential === undefined) return show(form.dataset.unsupported)
  try {
    post(await ask())
  } catch (error) {
    show(error.name === 'InvalidStateError' ? form.dataset.alreadyThere : form.dataset.cancelled)
  }
})
