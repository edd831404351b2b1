/**
 * Short news about something that just worked. What people must be able to keep belongs on the page
 * instead.
 */
import { Toast, ToastBody, ToastTitle, useToastController } from '@fluentui/react-components'
import { useCallback } from 'react'

export const toasterId = 'guesthouse-toaster'

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
