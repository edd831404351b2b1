/** How far a run through many is. */
import { Field, ProgressBar } from '@fluentui/react-components'
import { useWords } from '../words.tsx'
import type { Run } from './use-run.ts'

type Props = { readonly run: Run<unknown>; readonly all: number }

/** Nothing before it begins. */
export const RunProgress = ({ run: { results, running, finished }, all }: Props) => {
  const words = useWords().many
  if (!running && !finished) return null
  return (
    <Field label={words.progress(results.length, all)}>
      <ProgressBar value={results.length} max={all} />
    </Field>
  )
}
