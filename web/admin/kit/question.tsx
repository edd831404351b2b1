/** Asks before something is done, does it, and says that it is done. */
import type { ReactNode } from 'react'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useChange, type After } from './use-change.ts'

/** What is asked, and what follows when it is answered. */
export type Asked<R = unknown> = Pick<After<void, R>, 'said' | 'gone' | 'refused'> & {
  readonly title: string
  readonly text: ReactNode
  /** What the button says that does it. */
  readonly label: string
  readonly run: () => Promise<R>
}

type Props<R> = {
  readonly asked: Asked<R>
  /** False where another click undoes it. */
  readonly danger?: boolean
  /** False while what the person decides on is not shown yet. */
  readonly ready?: boolean
  /** Whether something was entered beside it. */
  readonly isChanged?: boolean
  /** What else follows, after it closed. */
  readonly done?: (result: R) => void
  readonly onClose: () => void
}

/** Mount it to ask. */
export const Question = <R,>({
  asked,
  danger = true,
  ready = true,
  isChanged,
  done,
  onClose,
}: Props<R>) => {
  const { title, text, label, run, ...after } = asked
  const change = useChange<void, R>(run, {
    ...after,
    done: (result) => {
      onClose()
      done?.(result)
    },
  })
  return (
    <ConfirmDialog
      open
      danger={danger}
      ready={ready}
      isChanged={isChanged}
      title={title}
      confirmLabel={label}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    >
      {text}
    </ConfirmDialog>
  )
}
