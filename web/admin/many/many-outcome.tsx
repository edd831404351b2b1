/** What became of an act on many rows: those with which it did not work, and why. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef, type ReactNode } from 'react'
import { readOut } from '../../ui/notify.tsx'
import { FirstFew } from '../kit/first-few.tsx'
import { useWords } from '../words.tsx'

/** A row with which it did not work. */
export type NotDone = {
  readonly id: string
  readonly name: string
  readonly reason: ReactNode
}

/** How many it worked with, and the others. */
export type ManyOutcome = { readonly done: number; readonly failed: readonly NotDone[] }

type Props = {
  readonly outcome: ManyOutcome | undefined
  /** Says how many it worked with and how many not. */
  readonly sentence: (done: number, failed: number) => string
  /** Without it, it stays as long as what is around it. */
  readonly onClose?: () => void
}

/** Nothing where it worked with all: that is said in passing. */
export const ManyOutcomeBar = ({ outcome, ...props }: Props) =>
  outcome === undefined || outcome.failed.length === 0 ? null : (
    <FailuresBar
      {...props}
      key={props.sentence(outcome.done, outcome.failed.length)}
      outcome={outcome}
    />
  )

// It often comes with the end of a dialog, behind which nothing is read.
const FailuresBar = ({ outcome, sentence, onClose }: Props & { readonly outcome: ManyOutcome }) => {
  const words = useWords()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => readOut(bar.current?.innerText ?? ''), [])
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <div ref={bar}>
          {sentence(outcome.done, outcome.failed.length)}
          <FirstFew
            of={outcome.failed}
            keyOf={({ id }) => id}
            render={({ name, reason }) => (
              <>
                {name}: {reason}
              </>
            )}
          />
        </div>
      </MessageBarBody>
      {onClose !== undefined && (
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={words.close}
              onClick={onClose}
            />
          }
        />
      )}
    </MessageBar>
  )
}
