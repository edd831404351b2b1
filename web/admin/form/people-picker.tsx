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
import { useWords, type Words } from '../words.tsx'

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

type Styles = ReturnType<typeof useStyles>

/** What `text` finds of each kind. */
const useFound = (kinds: readonly ChoiceKind[], text: string) => {
  const { graph, organizationId } = useAdmin()
  const search = useDebounced(text)
  const found = useQueries({
    queries: kinds.map((kind) => ({
      queryKey: [organizationId, 'choices', kind, search],
      queryFn: () => findChoices(graph, kind, search),
    })),
  })
  return {
    groups: kinds.map((kind, at) => ({ kind, choices: found[at]?.data ?? [] })),
    all: found.flatMap(({ data }) => data ?? []),
    searching: found.some(({ isPending }) => isPending),
  }
}

type Found = ReturnType<typeof useFound>

// The box looks for its options among its children and theirs: they are elements, not components.
const optionsOf = (words: Words, styles: Styles, { groups, all, searching }: Found) => (
  <>
    {groups
      .filter(({ choices }) => choices.length > 0)
      .map(({ kind, choices }) => (
        <OptionGroup key={kind} label={words.choiceKinds[kind]}>
          {choices.map(({ id, name, detail }) => (
            <Option key={id} value={id} text={name}>
              <span className={styles.option}>
                {name}
                {detail !== '' && <Caption1>{detail}</Caption1>}
              </span>
            </Option>
          ))}
        </OptionGroup>
      ))}
    {all.length === 0 && (
      <Option disabled value="" text="">
        {searching ? words.searching : words.nothingFound}
      </Option>
    )}
  </>
)

type BoxProps = Pick<Props, 'kinds' | 'picked' | 'onPick' | 'focus'>

const PickerBox = ({ kinds, picked, onPick, focus }: BoxProps) => {
  const words = useWords()
  const shared = useShellWords()
  const styles = useStyles()
  const [text, setText] = useState(picked?.name ?? '')
  const [open, setOpen] = useState(false)
  const found = useFound(kinds, picked === undefined ? text.trim() : '')
  return (
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
        const choice = found.all.find(({ id }) => id === data.optionValue)
        setText(choice?.name ?? '')
        onPick(choice)
      }}
    >
      {optionsOf(words, styles, found)}
    </Combobox>
  )
}

export const PeoplePicker = ({ label, required = false, wrong, ...box }: Props) => (
  <Field
    label={label}
    required={required}
    hint={useWords().pickHint}
    {...(wrong === undefined ? {} : { validationMessage: wrong })}
  >
    <PickerBox {...box} />
  </Field>
)
