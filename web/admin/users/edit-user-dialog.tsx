/** Changes the properties of a user. Only what was changed is sent. */
import type { User, UserProperties } from '../../../src/client/graph.ts'
import { namesWhere, type Property } from '../../../src/wire/graph/definition/definition.ts'
import { user, type UserLabel } from '../../../src/wire/graph/users/user.ts'
import { useAdmin, useBlocked } from '../admin-context.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { textOf, valueOf } from '../form/property-text.ts'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useWords, type Words } from '../words.tsx'

/** What is not changed here: it has a place of its own, or comes from elsewhere. */
const elsewhere = ['mailNickname', 'proxyAddresses', 'userType', 'accountEnabled'] as const
type Name = Exclude<keyof UserProperties & UserLabel, (typeof elsewhere)[number]>
/** By the names of their fields. */
type Texts = Record<string, string>

const of: Readonly<Record<Name, Property>> = user.properties
const fields = namesWhere(
  user,
  ({ write, column }) => write !== undefined && column !== undefined,
).filter((name) => !elsewhere.some((one) => one === name)) as Name[]

const hintOf = (
  { user: { hints, onePerLine } }: Words,
  { userType }: User,
  name: Name,
): string | undefined => {
  // A guest signs in by the name that they have at home.
  if (userType === 'Guest' && name === 'userPrincipalName') return undefined
  const said: Readonly<Partial<Record<Name, string>>> = hints
  return said[name] ?? (of[name].many === true ? onePerLine : undefined)
}

/** A dot in the name of a field would make it one within another. */
const fieldOf = (name: Name): string => name.replaceAll('.', '-')
const targets = Object.fromEntries(fields.map((name) => [name, fieldOf(name)]))

const textsOf = (one: User): Texts =>
  Object.fromEntries(fields.map((name) => [fieldOf(name), textOf(of[name], one[name])]))

const changesOf = (before: Texts, now: Texts): UserProperties =>
  Object.fromEntries(
    fields
      .filter((name) => now[fieldOf(name)] !== before[fieldOf(name)])
      .map((name) => [name, valueOf(of[name], now[fieldOf(name)] ?? '')]),
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
  const tooHigh = useBlocked(one)
  const kept = (name: Name) => (of[name].sensitive === true ? tooHigh : undefined)
  const form = useSentForm<Texts, unknown>({
    values: textsOf(one),
    send: (texts, before) => graph.users.update(one.id, changesOf(before, texts)),
    said: (_, { displayName }) => words.user.saved((displayName ?? one.displayName).trim()),
    done: onClose,
    targets,
  })
  return (
    <FormDialog
      form={form}
      title={words.user.editTitle(one.displayName)}
      submitLabel={words.save}
      changes
      onClose={onClose}
    >
      {fields.map((name) => (
        <TextField
          key={name}
          control={form.control}
          name={fieldOf(name)}
          of={of[name]}
          label={words.userProperties[name]}
          hint={kept(name) ?? hintOf(words, one, name)}
          disabled={kept(name) !== undefined}
        />
      ))}
    </FormDialog>
  )
}
