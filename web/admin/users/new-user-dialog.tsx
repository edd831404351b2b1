/**
 * Makes a member of the organization; with it, when wished, the link with which they choose a
 * password.
 */
import { Checkbox, Field, Select, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { User } from '../../../src/client/graph.ts'
import { useAdmin, useMay } from '../admin-context.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { PasswordLinkDialog, type PasswordLink } from './password-link.tsx'
import { useOrganization } from '../queries.ts'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

const nothing = {
  displayName: '',
  start: '',
  givenName: '',
  surname: '',
  mail: '',
  jobTitle: '',
  department: '',
}
type Texts = typeof nothing
type Made = { readonly user: User; readonly link?: PasswordLink; readonly linkError?: unknown }

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const NewUserDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const navigate = useNavigate()
  const mayLink = useMay('users.resetPassword').allowed
  const { data: organization, error } = useOrganization()
  const domains = organization?.verifiedDomains ?? []
  const [texts, setTexts] = useState<Texts>(nothing)
  const [chosenDomain, setDomain] = useState<string>()
  const [enabled, setEnabled] = useState(true)
  const [withLink, setWithLink] = useState(mayLink)
  const domain =
    chosenDomain ?? (domains.find(({ isDefault }) => isDefault === true) ?? domains[0])?.name ?? ''
  const make = async (): Promise<Made> => {
    const user = await graph.users.create({
      displayName: texts.displayName.trim(),
      userPrincipalName: `${texts.start.trim()}@${domain}`,
      accountEnabled: enabled,
      givenName: orNull(texts.givenName),
      surname: orNull(texts.surname),
      mail: orNull(texts.mail),
      jobTitle: orNull(texts.jobTitle),
      department: orNull(texts.department),
    })
    if (!withLink) return { user }
    // The user is made by now; a link that fails is told, and can be made on the user's page.
    return graph.users.createPasswordLink(user.id).then(
      (link) => ({ user, link }),
      (linkError: unknown) => ({ user, linkError }),
    )
  }
  const goTo = (user: User) => {
    onClose()
    void navigate(`/${organizationId}/users/${user.id}`)
  }
  const change = useChange<void, Made>(make, {
    said: ({ user }) => words.user.created(user.displayName),
    done: ({ user }) => !withLink && goTo(user),
  })
  const made = change.data
  if (made !== undefined)
    return (
      <PasswordLinkDialog link={made.link} error={made.linkError} onClose={() => goTo(made.user)} />
    )
  const field = (name: keyof Texts, label: string) => (
    <TextField
      label={label}
      value={texts[name]}
      onChange={(value) => setTexts({ ...texts, [name]: value })}
    />
  )
  return (
    <FormDialog
      open
      title={words.user.newTitle}
      submitLabel={words.user.create}
      busy={change.isPending}
      error={change.error ?? error}
      ready={texts.displayName.trim() !== '' && texts.start.trim() !== '' && domain !== ''}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <span>{words.user.newHint}</span>
      <TextField
        label={words.user.displayName}
        value={texts.displayName}
        required
        onChange={(displayName) => setTexts({ ...texts, displayName })}
      />
      <TextField
        label={words.user.signInNameStart}
        hint={
          texts.start.trim() === ''
            ? words.user.userPrincipalNameHint
            : `${texts.start.trim()}@${domain}`
        }
        value={texts.start}
        required
        maxLength={64}
        onChange={(start) => setTexts({ ...texts, start })}
      />
      <Field label={words.user.domain} required>
        <Select value={domain} onChange={(_, { value }) => setDomain(value)}>
          {domains.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      {field('givenName', words.user.givenName)}
      {field('surname', words.user.surname)}
      {field('mail', words.user.mail)}
      {field('jobTitle', words.user.jobTitle)}
      {field('department', words.user.department)}
      <Switch
        label={words.user.accountEnabled}
        checked={enabled}
        onChange={(_, { checked }) => setEnabled(checked)}
      />
      {mayLink && (
        <Checkbox
          label={words.user.makePasswordLink}
          checked={withLink}
          onChange={(_, { checked }) => setWithLink(checked === true)}
        />
      )}
    </FormDialog>
  )
}
