/** Changing the organization's properties. Only what was changed is sent. */
import { Field, SpinButton, Text, makeStyles } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { Organization, OrganizationProperties } from '../../../src/client/graph.ts'
import { keptDays, keptNames, type KeptName } from '../../../src/client/kept-days.ts'
import { Card } from '../../ui/card.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { MayButton } from '../kit/may.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', maxInlineSize: '560px' },
})

type Texts = {
  readonly name: string
  readonly technical: string
  readonly privacy: string
  readonly statement: string
  readonly days: Readonly<Record<KeptName, number>>
}

const ofEach = <T,>(value: (name: KeptName) => T): Record<KeptName, T> =>
  Object.fromEntries(keptNames.map((name) => [name, value(name)])) as Record<KeptName, T>

const textsOf = (organization: Organization): Texts => ({
  name: organization.displayName,
  technical: organization.technicalNotificationMails[0] ?? '',
  privacy: organization.privacyProfile?.contactEmail ?? '',
  statement: organization.privacyProfile?.statementUrl ?? '',
  days: ofEach((name) => organization[`guesthouse.${name}`]),
})

const orNull = (text: string): string | null => (text === '' ? null : text)

const trimmed = (texts: Texts): Texts => ({
  name: texts.name.trim(),
  technical: texts.technical.trim(),
  privacy: texts.privacy.trim(),
  statement: texts.statement.trim(),
  days: texts.days,
})

const changesOf = (before: Texts, now: Texts): OrganizationProperties => ({
  ...(now.name === before.name ? {} : { displayName: now.name }),
  ...(now.technical === before.technical
    ? {}
    : { technicalNotificationMails: now.technical === '' ? [] : [now.technical] }),
  ...(now.privacy === before.privacy && now.statement === before.statement
    ? {}
    : {
        privacyProfile: { contactEmail: orNull(now.privacy), statementUrl: orNull(now.statement) },
      }),
  ...Object.fromEntries(
    keptNames
      .filter((name) => now.days[name] !== before.days[name])
      .map((name) => [`guesthouse.${name}`, now.days[name]]),
  ),
})

const mailWrong = (words: Words, mail: string): string | undefined =>
  mail === '' || /^[^\s@<>"]+@[^\s@<>"]+$/.test(mail) ? undefined : words.property.mailWrong
const urlWrong = (words: Words, url: string): string | undefined =>
  url === '' || /^https?:\/\/\S+$/.test(url) ? undefined : words.property.urlWrong
const daysWrong = (words: Words, name: KeptName, days: number): string | undefined => {
  const { least, most } = keptDays[name]
  return Number.isInteger(days) && days >= least && days <= most
    ? undefined
    : words.property.daysWrong(least, most)
}

type DaysProps = {
  readonly name: KeptName
  readonly days: number
  readonly wrong: string | undefined
  readonly disabled: boolean
  readonly onChange: (days: number) => void
}

const DaysField = ({ name, days, wrong, disabled, onChange }: DaysProps) => {
  const words = useWords()
  const { least, most } = keptDays[name]
  const { label, hint } = words.property.kept[name]
  return (
    <Field
      label={label}
      hint={hint(least, most)}
      {...(wrong === undefined ? {} : { validationMessage: wrong })}
    >
      <SpinButton
        value={Number.isNaN(days) ? null : days}
        min={least}
        max={most}
        disabled={disabled}
        onChange={(_, { value, displayValue }) =>
          onChange(value ?? Number.parseInt(displayValue ?? '', 10))
        }
      />
    </Field>
  )
}

export const PropertiesForm = ({ organization }: { readonly organization: Organization }) => {
  const words = useWords()
  const styles = useStyles()
  const { graph } = useAdmin()
  const { allowed, reason } = useMay('organization.write')
  const [texts, setTexts] = useState(() => textsOf(organization))
  const now = trimmed(texts)
  const changes = changesOf(textsOf(organization), now)
  const unchanged = Object.keys(changes).length === 0
  const wrong = {
    technical: mailWrong(words, now.technical),
    privacy: mailWrong(words, now.privacy),
    statement: urlWrong(words, now.statement),
  }
  const wrongDays = ofEach((name) => daysWrong(words, name, now.days[name]))
  const firstWrong =
    wrong.technical ??
    wrong.privacy ??
    wrong.statement ??
    keptNames.map((name) => wrongDays[name]).find((one) => one !== undefined)
  const save = useChange(() => graph.organization.update(organization.id, changes), {
    said: words.property.saved,
  })
  const field = (
    name: 'technical' | 'privacy' | 'statement',
    label: string,
    hint: string,
    type: 'address' | 'url',
  ) => (
    <TextField
      label={label}
      hint={hint}
      type={type}
      value={texts[name]}
      disabled={!allowed}
      wrong={wrong[name]}
      onChange={(text) => setTexts({ ...texts, [name]: text })}
    />
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!unchanged && firstWrong === undefined && now.name !== '' && !save.isPending)
      save.mutate(undefined)
  }
  return (
    <Card title={words.properties}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {!allowed && <Text>{reason}</Text>}
        <TextField
          label={words.property.name}
          value={texts.name}
          required
          disabled={!allowed}
          onChange={(name) => setTexts({ ...texts, name })}
        />
        {field(
          'technical',
          words.property.technicalContact,
          words.property.technicalContactHint,
          'address',
        )}
        {field(
          'privacy',
          words.property.privacyContact,
          words.property.privacyContactHint,
          'address',
        )}
        {field(
          'statement',
          words.property.privacyStatement,
          words.property.privacyStatementHint,
          'url',
        )}
        {keptNames.map((name) => (
          <DaysField
            key={name}
            name={name}
            days={texts.days[name]}
            wrong={wrongDays[name]}
            disabled={!allowed}
            onChange={(days) => setTexts({ ...texts, days: { ...texts.days, [name]: days } })}
          />
        ))}
        <ProblemBar error={save.error} />
        <div>
          <MayButton
            action="organization.write"
            appearance="primary"
            type="submit"
            blocked={unchanged ? words.property.unchanged : firstWrong}
          >
            {words.save}
          </MayButton>
        </div>
      </form>
    </Card>
  )
}
