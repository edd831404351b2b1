/**
 * What was typed and not saved is not lost without a question: on the way to another page of the
 * admin centre it is asked here, and by the browser before the page itself goes. Every form that is
 * sent says here whether something in it was changed.
 */
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  type ReactNode,
} from 'react'
import { useBlocker, type BlockerFunction } from 'react-router'
import { DiscardDialog } from '../../ui/confirm-dialog.tsx'

type Forms = {
  readonly add: (form: string) => void
  readonly remove: (form: string) => void
}

const UnsavedContext = createContext<Forms>({ add: () => {}, remove: () => {} })

const isWayOut = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isWayOut' in state

const useAskedByBrowser = (isUnsaved: () => boolean): void => {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isUnsaved()) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isUnsaved])
}

/** Asks before what is changed in any form within is left. */
export const UnsavedGuard = ({ children }: { readonly children: ReactNode }) => {
  const changed = useRef(new Set<string>())
  const isUnsaved = useCallback(() => changed.current.size > 0, [])
  const forms = useMemo<Forms>(
    () => ({
      add: (form) => void changed.current.add(form),
      remove: (form) => void changed.current.delete(form),
    }),
    [],
  )
  // A part of a page, or of a list, is in the address too; what is only marked in it is not left.
  const leaves = useCallback<BlockerFunction>(
    ({ currentLocation: from, nextLocation: to }) =>
      isUnsaved() &&
      !isWayOut(to.state) &&
      (from.pathname !== to.pathname || from.search !== to.search),
    [isUnsaved],
  )
  const blocker = useBlocker(leaves)
  useAskedByBrowser(isUnsaved)
  return (
    <UnsavedContext value={forms}>
      {children}
      <DiscardDialog
        open={blocker.state === 'blocked'}
        onConfirm={() => blocker.proceed?.()}
        onClose={() => blocker.reset?.()}
      />
    </UnsavedContext>
  )
}

/**
 * Says whether something in a form was changed. What comes back is to be called once it is saved:
 * what follows may lead away before the form is drawn anew.
 */
export const useUnsaved = (isChanged: boolean): (() => void) => {
  const form = useId()
  const { add, remove } = use(UnsavedContext)
  useEffect(() => {
    if (!isChanged) return undefined
    add(form)
    return () => remove(form)
  }, [add, remove, form, isChanged])
  return useCallback(() => remove(form), [remove, form])
}
