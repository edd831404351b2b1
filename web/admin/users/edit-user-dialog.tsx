/** Changes the properties of a user. Only what was changed is sent. */
import { useState } from 'react'
import type { User, UserProperties } from '../../../src/client/graph.ts'
import { namesWhere, type Property } from '../../../src/wire/graph/definition.ts'
import { user } from '../../../src/wire/graph/user.ts'
import { useAdmin } from '../admin-context.tsx'
import { longest } from '../kit/field-limit.ts'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

/** What is not changed here: it has a place of its own, or comes from elsewhere. */
const elsewhere = ['mailNickname', 'proxyAddresses', 'userType', 'accountEnabled'] as const
type Name = Exclude<keyof UserProperties, (typeof elsewhere)[number]>
type Texts = Readonly<Record<Name, string>>

const of: Readonly<Record<string, Property>> = user.properties
const fields = namesWhere(user, ({ write }) => write !== undefined).filter(
  (name) => !elsewhere.some((one) => one === name),
) as Name[]
const isList = (name: Name): boolean => of[name]?.many === true
const isDay = (name: Name): boolean => of[name]?.is === 'instant'

const hintsOf = (words: Words): Partial<Record<Name, string>> => ({
  userPrincipalName: words.user.userPrincipalNameHint,
  preferredLanguage: words.user.preferredLanguageHint,
  usageLocation: words.user.usageLocationHint,
})

const textOf = (one: User, name: Name): string => {
  const value = one[name]
  if (typeof value !== 'string') return (value ?? []).join('\n')
  return isDay(name) ? value.slice(0, 'YYYY-MM-DD'.length) : value
}

const textsOf = (one: User): Texts =>
  Object.fromEntries(fields.map((name) => [name, textOf(one, name)])) as Texts

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const valueOf = (name: Name, text: string): string | string[] | null => {
  if (isList(name)) return linesOf(text)
  const trimmed = text.trim()
  if (isDay(name) && trimmed !== '') return `${trimmed}T00:00:00Z`
  return trimmed === '' && of[name]?.nullable === true ? null : trimmed
}

const changesOf = (one: User, texts: Texts): UserProperties =>
  Object.fromEntries(
    fields
      .filter((name) => texts[name] !== textOf(one, name))
      .map((name) => [name, valueOf(name, texts[name])]),
  )

export const EditUserDialog = ({
  user: one,
  onClose,
}: {
  readonly user: User
  readonly onClose: () => void
}) => {
  const words = useWords()
  const { graph } = useAdmin()
  const hints = hintsOf(words)
  const [texts, setTexts] = useState(() => textsOf(one))
  const changes = changesOf(one, texts)
  const save = useChange(() => graph.users.update(one.id, changes), {
    said: words.user.saved(texts.displayName.trim()),
    done: onClose,
  })
  return (
    <FormDialog
      open
      title={words.user.editTitle(one.displayName)}
      submitLabel={words.save}
      busy={save.isPending}
      error={save.error}
      ready={
        Object.keys(changes).length > 0 &&
        fields.every((name) => of[name]?.required !== true || texts[name].trim() !== '')
      }
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      {fields.map((name) => {
        const hint = hints[name] ?? (isList(name) ? words.user.onePerLine : undefined)
        return (
          <TextField
            key={name}
            label={words.user[name]}
            value={texts[name]}
            required={of[name]?.required === true}
            type={isDay(name) ? 'date' : 'text'}
            lines={isList(name) ? 2 : 1}
            maxLength={longest(of[name])}
            {...(hint === undefined ? {} : { hint })}
            onChange={(text) => setTexts({ ...texts, [name]: text })}
          />
        )
      })}
    </FormDialog>
  )
}
