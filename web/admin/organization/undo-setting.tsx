/** For how long whoever left can undo it by themselves (R142). */
import { Field, makeStyles, Select } from '@fluentui/react-components'
import { undoHours } from '../../../src/wire/undo-hours.ts'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({ field: { maxInlineSize: '640px' } })

const offered = [undoHours.least, 24, 48, undoHours.most] as const

/** What can be chosen, with what an API may have set. */
const choicesWith = (hours: number): readonly number[] =>
  [...new Set([...offered, hours])].toSorted((a, b) => a - b)

export const UndoSetting = ({ hours }: { readonly hours: number }) => {
  const words = useWords().property
  const { graph } = useAdmin()
  const { allowed, reason } = useMay('organization.write')
  const change = useChange(
    (chosen: number) => graph.organization.updatePolicy({ 'guesthouse.undoLeavingHours': chosen }),
    { said: words.undoChanged },
  )
  return (
    <>
      <Field
        className={useStyles().field}
        label={words.undoLabel}
        hint={allowed ? words.undoHint : reason}
      >
        <Select
          value={String(hours)}
          disabled={!allowed}
          onChange={(_, { value }) => {
            if (!change.isPending) change.mutate(Number(value))
          }}
        >
          {choicesWith(hours).map((one) => (
            <option key={one} value={String(one)}>
              {one === 0 ? words.undoNot : words.undoFor(one)}
            </option>
          ))}
        </Select>
      </Field>
      <ProblemBar error={change.error} />
    </>
  )
}
