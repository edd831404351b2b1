/**
 * Makes a member of the organization; with it, when wished, the link with which they choose a
 * password.
 */
import { useNavigate } from 'react-router'
import type { PasswordLink, User } from '../../../src/client/graph.ts'
import { user as definition } from '../../../src/wire/graph/users/user.ts'
import { useAdmin, useMay } from '../admin-context.tsx'
import { CheckField, SelectField, SwitchField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { textOrNull } from '../form/property-text.ts'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { PasswordLinkDialog } from './password-link.tsx'
import { useOrganization } from '../queries.ts'
import { useWords } from '../words.tsx'

/** What stands in the form beside the name to sign in with, and may be left open. */
const optional = ['givenName', 'surname', 'mail', 'jobTitle', 'department'] as const

const nothing = {
  displayName: '',
  /** What stands before the @. */
  userPrincipalName: '',
  /** Empty for the default domain. */
  domain: '',
  givenName: '',
  surname: '',
  mail: '',
  jobTitle: '',
  department: '',
  accountEnabled: true,
}
type NamedUser = Pick<User, 'id' | 'displayName'>
type Made = { readonly user: NamedUser; readonly link?: PasswordLink; readonly linkError?: unknown }

const of = definition.properties

const useDomains = () => {
  const { data, error } = useOrganization()
  const domains = (data?.verifiedDomains ?? []).toSorted(
    (a, b) => Number(b.isDefault === true) - Number(a.isDefault === true),
  )
  return { domains: domains.map(({ name }) => name), error }
}

export const NewUserDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const navigate = useNavigate()
  const mayLink = useMay('users.resetPassword').allowed
  const { domains, error } = useDomains()
  const goTo = (user: NamedUser) => {
    onClose()
    void navigate(`/${organizationId}/users/${user.id}`)
  }
  const form = useSentForm({
    values: { ...nothing, withLink: mayLink },
    send: async (given): Promise<Made> => {
      const user = await graph.users.create({
        displayName: given.displayName.trim(),
        userPrincipalName: whole(given.userPrincipalName),
        accountEnabled: given.accountEnabled,
        givenName: textOrNull(given.givenName),
        surname: textOrNull(given.surname),
        mail: textOrNull(given.mail),
        jobTitle: textOrNull(given.jobTitle),
        department: textOrNull(given.department),
      })
      if (!given.withLink) return { user }
      // The user is made by now; a link that fails is told, and can be made on the user's page.
      return graph.users.createPasswordLink(user.id).then(
        (link) => ({ user, link }),
        (linkError: unknown) => ({ user, linkError }),
      )
    },
    said: ({ user }) => words.user.created(user.displayName),
    done: ({ user }, { withLink }) => !withLink && goTo(user),
  })
  const { control, watch, answer: made } = form
  const domain = watch('domain') || (domains[0] ?? '')
  const whole = (start: string): string => `${start.trim()}@${domain}`
  if (made !== undefined)
    return (
      <PasswordLinkDialog link={made.link} error={made.linkError} onClose={() => goTo(made.user)} />
    )
  const start = watch('userPrincipalName')
  return (
    <FormDialog
      form={form}
      title={words.user.newTitle}
      submitLabel={words.user.create}
      error={error}
      ready={domain !== ''}
      onClose={onClose}
    >
      <span>{words.user.newHint}</span>
      <TextField
        control={control}
        name="displayName"
        of={of.displayName}
        label={words.user.displayName}
      />
      <TextField
        control={control}
        name="userPrincipalName"
        of={of.userPrincipalName}
        whole={whole}
        label={words.user.signInNameStart}
        hint={start.trim() === '' ? words.user.userPrincipalNameHint : whole(start)}
      />
      <SelectField
        control={control}
        name="domain"
        label={words.user.domain}
        options={domains.map((name) => ({ value: name, label: name }))}
      />
      {optional.map((name) => (
        <TextField
          key={name}
          control={control}
          name={name}
          of={of[name]}
          label={words.user[name]}
        />
      ))}
      <SwitchField control={control} name="accountEnabled" label={words.user.accountEnabled} />
      {mayLink && (
        <CheckField control={control} name="withLink" label={words.user.makePasswordLink} />
      )}
    </FormDialog>
  )
}
