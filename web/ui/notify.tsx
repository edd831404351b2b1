/**
 * Short news about something that just worked. What people must be able to keep belongs on the page
 * instead.
 */
import {
  makeStyles,
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  useToastController,
} from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { useShellWords } from './words.tsx'

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
      <Toaster toasterId={toasterId} position="bottom-end" mountNode={place} />
    </>
  )
}

/** Returns a function that shows a message for a few seconds and has it read out. */
export const useNotify = (): ((title: string, detail?: string) => void) => {
  const { dispatchToast } = useToastController(toasterId)
  return useCallback(
    (title, detail) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
          {detail === undefined ? null : <ToastBody>{detail}</ToastBody>}
        </Toast>,
        { intent: 'success' },
      ),
    [dispatchToast],
  )
}
