/** Changing the organization's properties. Only what was changed is sent. */
import { Field, SpinButton, Text, makeStyles } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { Organization, OrganizationProperties } from '../../src/client/graph.ts'
import { Card } from '../ui/card.tsx'
import { ProblemBar } from '../ui/problem.tsx'
import { useAdmin, useMay } from './admin-context.tsx'
import { MayButton } from './may.tsx'
import { TextField } from './text-field.tsx'
import { useChange } from './use-change.ts'
import { words } from './words.ts'

const shortest = 7
const longest = 90

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', gap: '16px', maxInlineSize: '560px' } })

type Texts = {
  readonly name: string
  readonly technical: string
  readonly privacy: string
  readonly statement: string
  readonly days: number
}

const textsOf = (organization: Organization): Texts => ({
  name: organization.displayName,
  technical: organization.technicalNotificationMails[0] ?? '',
  privacy: organization.privacyProfile?.contactEmail ?? '',
  statement: organization.privacyProfile?.statementUrl ?? '',
  days: organization['guesthouse.deletedRetentionDays'],
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
  ...(now.technical === before.technical ? {} : { technicalNotificationMails: now.technical === '' ? [] : [now.technical] }),
  ...(now.privacy === before.privacy && now.statement === before.statement
    ? {}
    : { privacyProfile: { contactEmail: orNull(now.privacy), statementUrl: orNull(now.statement) } }),
  ...(now.days === before.days ? {} : { 'guesthouse.deletedRetentionDays': now.days }),
})

const mailWrong = (mail: string): string | undefined =>
  mail === '' || /^[^\s@<>"]+@[^\s@<>"]+$/.test(mail) ? undefined : words.property.mailWrong
const urlWrong = (url: string): string | undefined => (url === '' || /^https?:\/\/\S+$/.test(url) ? undefined : words.property.urlWrong)
const daysWrong = (days: number): string | undefined =>
  Number.isInteger(days) && days >= shortest && days <= longest ? undefined : words.property.retentionWrong

export const PropertiesForm = ({ organization }: { readonly organization: Organization }) => {
  const styles = useStyles()
  const { graph } = useAdmin()
  const { allowed, reason } = useMay('organization.write')
  const [texts, setTexts] = useState(() => textsOf(organization))
  const now = trimmed(texts)
  const changes = changesOf(textsOf(organization), now)
  const unchanged = Object.keys(changes).length === 0
  const wrong = { technical: mailWrong(now.technical), privacy: mailWrong(now.privacy), statement: urlWrong(now.statement) }
  const wrongDays = daysWrong(now.days)
  const firstWrong = wrong.technical ?? wrong.privacy ?? wrong.statement ?? wrongDays
  const save = useChange(() => graph.organization.update(organization.id, changes), { said: words.property.saved })
  const field = (name: 'technical' | 'privacy' | 'statement', label: string, hint: string, type: 'address' | 'url') => (
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
    if (!unchanged && firstWrong === undefined && now.name !== '' && !save.isPending) save.mutate(undefined)
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
        {field('technical', words.property.technicalContact, words.property.technicalContactHint, 'address')}
        {field('privacy', words.property.privacyContact, words.property.privacyContactHint, 'address')}
        {field('statement', words.property.privacyStatement, words.property.privacyStatementHint, 'url')}
        <Field
          label={words.property.retention}
          hint={words.property.retentionHint}
          {...(wrongDays === undefined ? {} : { validationMessage: wrongDays })}
        >
          <SpinButton
            value={Number.isNaN(texts.days) ? null : texts.days}
            min={shortest}
            max={longest}
            disabled={!allowed}
            onChange={(_, { value, displayValue }) => setTexts({ ...texts, days: value ?? Number.parseInt(displayValue ?? '', 10) })}
          />
        </Field>
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
