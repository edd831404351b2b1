/**
 * Short news about something that just worked. What people must be able to keep belongs on the page
 * instead. And what a screen reader is told wherever it comes: a dialog hides from it all that
 * stands outside, and so what comes while one is open or still closing; one region stands outside
 * of both.
 */
import {
  makeStyles,
  Toast,
  Toaster,
  ToastTitle,
  useToastController,
} from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { useShellWords } from './words.tsx'

/** So long what was said stays to be come upon, in milliseconds. */
const keptMs = 5_000

const region = document.createElement('div')
region.setAttribute('aria-live', 'assertive')
// Dialogs of the components leave alone what carries it.
region.setAttribute('data-tabster-never-hide', '')
// There, and of no size: what is not shown at all is not read either.
Object.assign(region.style, {
  position: 'absolute',
  inlineSize: '1px',
  blockSize: '1px',
  margin: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
})

/** Puts the region into the page, empty: what is there before the news is read. */
export const listenIn = (page: Document): void => page.body.append(region)

/** Has a text read out, once; it is seen by nobody. */
export const readOut = (text: string): void => {
  const said = document.createElement('p')
  said.textContent = text
  region.append(said)
  window.setTimeout(() => said.remove(), keptMs)
}

const toasterId = 'guesthouse-toaster'

const useStyles = makeStyles({
  place: {
    position: 'relative',
    // Over a dialog too: what floats above the page has one less.
    zIndex: 1_000_001,
    // While there is no news, nobody who goes from landmark to landmark comes by it.
    ':empty': { display: 'none' },
  },
})

/** Where news is shown: a landmark with a name, since it stands beside the content of the page. */
export const Notices = () => {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <>
      <section ref={setPlace} className={useStyles().place} aria-label={useShellWords().notices} />
      <Toaster toasterId={toasterId} position="bottom-end" mountNode={place} announce={readOut} />
    </>
  )
}

/** Returns a function that shows a message for a few seconds and has it read out. */
export const useNotify = (): ((title: string) => void) => {
  const { dispatchToast } = useToastController(toasterId)
  return useCallback(
    (title) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
        </Toast>,
        { intent: 'success' },
      ),
    [dispatchToast],
  )
}
