/** A form on a page, which stays after it was sent. */
import { makeStyles, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Action } from '../../../src/client/graph.ts'
import { ProblemBar } from '../../ui/problem.tsx'
import { useMay } from '../admin-context.tsx'
import { MayButton } from '../kit/may.tsx'
import { useWords } from '../words.tsx'
import type { Shown } from './use-sent-form.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', maxInlineSize: '640px' },
})

type Props = {
  readonly form: Shown & { readonly isChanged: boolean }
  /** What sending it needs; who may not reads it first. */
  readonly action: Action
  readonly children: ReactNode
}

export const PageForm = ({ form, action, children }: Props) => {
  const words = useWords()
  const { allowed, reason } = useMay(action)
  return (
    <form className={useStyles().form} onSubmit={form.submit} noValidate>
      {!allowed && <Text>{reason}</Text>}
      {children}
      <ProblemBar error={form.problem} />
      <div>
        <MayButton
          action={action}
          appearance="primary"
          type="submit"
          blocked={form.isChanged ? undefined : words.form.unchanged}
        >
          {words.save}
        </MayButton>
      </div>
    </form>
  )
}
