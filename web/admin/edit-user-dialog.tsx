/** Changes the properties of a user. Only what was changed is sent. */
import { useState } from 'react'
import type { User, UserProperties } from '../../src/client/graph.ts'
import { useAdmin } from './admin-context.tsx'
import { FormDialog } from './form-dialog.tsx'
import { TextField } from './text-field.tsx'
import { useChange } from './use-change.ts'
import { words } from './words.ts'

const required = ['displayName', 'userPrincipalName'] as const
const optional = [
  'givenName',
  'surname',
  'mail',
  'jobTitle',
  'department',
  'companyName',
  'officeLocation',
  'mobilePhone',
  'preferredLanguage',
  'usageLocation',
] as const
const lists = ['otherMails', 'businessPhones'] as const

type Name = (typeof required)[number] | (typeof optional)[number] | (typeof lists)[number]
type Texts = Readonly<Record<Name, string>>

const fields: readonly Name[] = [
  'displayName',
  'givenName',
  'surname',
  'userPrincipalName',
  'mail',
  'otherMails',
  'jobTitle',
  'department',
  'companyName',
  'officeLocation',
  'mobilePhone',
  'businessPhones',
  'preferredLanguage',
  'usageLocation',
]
const hints: Partial<Record<Name, string>> = {
  userPrincipalName: words.user.userPrincipalNameHint,
  otherMails: words.user.onePerLine,
  businessPhones: words.user.onePerLine,
  preferredLanguage: words.user.preferredLanguageHint,
  usageLocation: words.user.usageLocationHint,
}
const limits: Partial<Record<Name, number>> = {
  givenName: 64,
  surname: 64,
  department: 64,
  companyName: 64,
  mobilePhone: 64,
  jobTitle: 128,
  officeLocation: 128,
  preferredLanguage: 35,
  usageLocation: 2,
  otherMails: 8_000,
  businessPhones: 1_300,
}

const isIn = <T extends string>(names: readonly T[], name: string): name is T => names.some((one) => one === name)

const textOf = (user: User, name: Name): string => (isIn(lists, name) ? user[name].join('\n') : (user[name] ?? ''))

const textsOf = (user: User): Texts => Object.fromEntries(fields.map((name) => [name, textOf(user, name)])) as Texts

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const valueOf = (name: Name, text: string): string | string[] | null => {
  if (isIn(lists, name)) return linesOf(text)
  const trimmed = text.trim()
  return trimmed === '' && isIn(optional, name) ? null : trimmed
}

const changesOf = (user: User, texts: Texts): Partial<UserProperties> =>
  Object.fromEntries(fields.filter((name) => texts[name] !== textOf(user, name)).map((name) => [name, valueOf(name, texts[name])]))

export const EditUserDialog = ({ user, onClose }: { readonly user: User; readonly onClose: () => void }) => {
  const { graph } = useAdmin()
  const [texts, setTexts] = useState(() => textsOf(user))
  const changes = changesOf(user, texts)
  const save = useChange(() => graph.users.update(user.id, changes), {
    said: words.user.saved(texts.displayName.trim()),
    done: onClose,
  })
  return (
    <FormDialog
      open
      title={words.user.editTitle(user.displayName)}
      submitLabel={words.save}
      busy={save.isPending}
      error={save.error}
      ready={Object.keys(changes).length > 0 && required.every((name) => texts[name].trim() !== '')}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      {fields.map((name) => {
        const hint = hints[name]
        return (
          <TextField
            key={name}
            label={words.user[name]}
            value={texts[name]}
            required={isIn(required, name)}
            lines={isIn(lists, name) ? 2 : 1}
            maxLength={limits[name] ?? 256}
            {...(hint === undefined ? {} : { hint })}
            onChange={(text) => setTexts({ ...texts, [name]: text })}
          />
        )
      })}
    </FormDialog>
  )
}
