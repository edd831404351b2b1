/** Changing the organization's properties. Only what was changed is sent. */
import type { Control } from 'react-hook-form'
import type { Organization, OrganizationProperties } from '../../../src/client/graph.ts'
import { keptDays, keptNames, type KeptName } from '../../../src/client/kept-days.ts'
import { organization as definition } from '../../../src/wire/graph/organization.ts'
import { languageNames, languages } from '../../../src/words/locales.ts'
import { Card } from '../../ui/card.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { SelectField } from '../form/choice-fields.tsx'
import { NumberField } from '../form/number-field.tsx'
import { PageForm } from '../form/page-form.tsx'
import { linesIn, textOrNull } from '../form/property-text.ts'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useWords } from '../words.tsx'

const of = definition.properties

type Wish = {
  readonly displayName: string
  readonly technical: string
  readonly privacy: string
  readonly statement: string
  /** Empty for none. */
  readonly language: string
} & Readonly<Record<KeptName, number>>

const wishOf = (organization: Organization): Wish => ({
  displayName: organization.displayName,
  technical: organization.technicalNotificationMails[0] ?? '',
  privacy: organization.privacyProfile?.contactEmail ?? '',
  statement: organization.privacyProfile?.statementUrl ?? '',
  language: organization.preferredLanguage ?? '',
  deletedRetentionDays: organization['guesthouse.deletedRetentionDays'],
  signInRecordsDays: organization['guesthouse.signInRecordsDays'],
  auditRecordsDays: organization['guesthouse.auditRecordsDays'],
  unacceptedGuestsDays: organization['guesthouse.unacceptedGuestsDays'],
})

const changesOf = (before: Wish, now: Wish): OrganizationProperties => {
  const changed = (...names: (keyof Wish)[]) => names.some((name) => now[name] !== before[name])
  return {
    ...(changed('displayName') ? { displayName: now.displayName.trim() } : {}),
    ...(changed('technical') ? { technicalNotificationMails: linesIn(now.technical) } : {}),
    ...(changed('privacy', 'statement')
      ? {
          privacyProfile: {
            contactEmail: textOrNull(now.privacy),
            statementUrl: textOrNull(now.statement),
          },
        }
      : {}),
    ...(changed('language') ? { preferredLanguage: textOrNull(now.language) } : {}),
    ...Object.fromEntries(
      keptNames
        .filter((name) => changed(name))
        .map((name) => [`guesthouse.${name}`, now[name]] as const),
    ),
  }
}

// What a program has set is kept, also where it is none of those that we write.
const languageOptions = (set: string | null, none: string) => [
  { value: '', label: none },
  ...languages.map((language) => ({
    value: language,
    label: languageNames[language],
    lang: language,
  })),
  ...(set === null || languages.some((one) => one === set) ? [] : [{ value: set, label: set }]),
]

type FieldsProps = {
  readonly control: Control<Wish>
  readonly disabled: boolean
}

/** Whom to turn to, by mail or on a page. */
const ContactFields = (common: FieldsProps) => {
  const text = useWords().property
  return (
    <>
      <TextField
        {...common}
        name="technical"
        of={of.technicalNotificationMails}
        lines={1}
        label={text.technicalContact}
        hint={text.technicalContactHint}
      />
      <TextField
        {...common}
        name="privacy"
        of={of.privacyProfile.properties.contactEmail}
        label={text.privacyContact}
        hint={text.privacyContactHint}
      />
      <TextField
        {...common}
        name="statement"
        of={of.privacyProfile.properties.statementUrl}
        label={text.privacyStatement}
        hint={text.privacyStatementHint}
      />
    </>
  )
}

/** For how long what is kept. */
const KeptFields = (common: FieldsProps) => {
  const { kept } = useWords().property
  return keptNames.map((name) => (
    <NumberField
      key={name}
      {...common}
      name={name}
      of={keptDays[name]}
      label={kept[name].label}
      hint={kept[name].hint}
    />
  ))
}

const targets = {
  technicalNotificationMails: 'technical',
  'privacyProfile.contactEmail': 'privacy',
  'privacyProfile.statementUrl': 'statement',
  preferredLanguage: 'language',
} as const

export const PropertiesForm = ({ organization }: { readonly organization: Organization }) => {
  const words = useWords()
  const text = words.property
  const { graph } = useAdmin()
  const { allowed } = useMay('organization.write')
  const form = useSentForm<Wish, unknown>({
    values: wishOf(organization),
    send: (wish, before) => graph.organization.update(organization.id, changesOf(before, wish)),
    said: text.saved,
    targets,
  })
  const common = { control: form.control, disabled: !allowed }
  return (
    <Card title={words.properties}>
      <PageForm form={form} action="organization.write">
        <TextField {...common} name="displayName" of={of.displayName} required label={text.name} />
        <ContactFields {...common} />
        <SelectField
          {...common}
          name="language"
          label={text.language}
          hint={text.languageHint}
          options={languageOptions(organization.preferredLanguage, text.languageNone)}
        />
        <KeptFields {...common} />
      </PageForm>
    </Card>
  )
}
