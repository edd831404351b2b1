/**
 * Picks one user, group or application by typing: the server searches, so it works for any number
 * of them.
 */
import {
  Caption1,
  Combobox,
  Field,
  Option,
  OptionGroup,
  makeStyles,
} from '@fluentui/react-components'
import { useQueries } from '@tanstack/react-query'
import { useState, type Ref } from 'react'
import { useAdmin } from '../admin-context.tsx'
import { findChoices, type Choice, type ChoiceKind } from './choices.ts'
import { useShellWords } from '../../ui/words.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  box: { minWidth: 0, width: '100%' },
})

type Props = {
  readonly label: string
  readonly kinds: readonly ChoiceKind[]
  readonly picked: Choice | undefined
  readonly onPick: (choice: Choice | undefined) => void
  readonly required?: boolean
  /** What is wrong with the choice. */
  readonly wrong?: string | undefined
  /** Is handed what takes the focus. */
  readonly focus?: Ref<HTMLInputElement> | undefined
}

export const PeoplePicker = ({
  label,
  kinds,
  picked,
  onPick,
  required = false,
  wrong,
  focus,
}: Props) => {
  const words = useWords()
  const shared = useShellWords()
  const styles = useStyles()
  const { graph, organizationId } = useAdmin()
  const [text, setText] = useState(picked?.name ?? '')
  const [open, setOpen] = useState(false)
  const search = useDebounced(picked === undefined ? text.trim() : '')
  const found = useQueries({
    queries: kinds.map((kind) => ({
      queryKey: [organizationId, 'choices', kind, search],
      queryFn: () => findChoices(graph, kind, search),
    })),
  })
  const all = found.flatMap(({ data }) => data ?? [])
  const searching = found.some(({ isPending }) => isPending)
  return (
    <Field
      label={label}
      required={required}
      hint={words.pickHint}
      {...(wrong === undefined ? {} : { validationMessage: wrong })}
    >
      <Combobox
        {...(focus === undefined ? {} : { input: { ref: focus } })}
        className={styles.box}
        freeform
        expandIcon={{ 'aria-label': shared.openList }}
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
        value={text}
        selectedOptions={picked === undefined ? [] : [picked.id]}
        onChange={(event) => {
          setText(event.target.value)
          // However the text came, pasted or typed: what it finds is shown.
          setOpen(true)
          onPick(undefined)
        }}
        onOptionSelect={(_, data) => {
          const choice = all.find(({ id }) => id === data.optionValue)
          setText(choice?.name ?? '')
          onPick(choice)
        }}
      >
        {found.map(({ data = [] }, at) => {
          const kind = kinds[at] ?? 'user'
          return data.length === 0 ? null : (
            <OptionGroup key={kind} label={words.choiceKinds[kind]}>
              {data.map(({ id, name, detail }) => (
                <Option key={id} value={id} text={name}>
                  <span className={styles.option}>
                    {name}
                    {detail !== '' && <Caption1>{detail}</Caption1>}
                  </span>
                </Option>
              ))}
            </OptionGroup>
          )
        })}
        {all.length === 0 && (
          <Option disabled value="" text="">
            {searching ? words.searching : words.nothingFound}
          </Option>
        )}
      </Combobox>
    </Field>
  )
}
