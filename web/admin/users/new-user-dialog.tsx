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
import { domainsOf } from '../kit/domains.ts'
import { PasswordLinkDialog } from './password-link.tsx'
import { useOrganization } from '../queries.ts'
import { useWords } from '../words.tsx'

/** What stands in the form beside the name to sign in with, and may be left open. */
const optional = ['givenName', 'surname', 'mail', 'jobTitle', 'department'] as const
type Optional = (typeof optional)[number]

const nothing = {
  displayName: '',
  /** What stands before the @. */
  userPrincipalName: '',
  /** Empty for the default domain. */
  domain: '',
  ...(Object.fromEntries(optional.map((name) => [name, ''])) as Record<Optional, string>),
  accountEnabled: true,
}
type NamedUser = Pick<User, 'id' | 'displayName'>
type Made = { readonly user: NamedUser; readonly link?: PasswordLink; readonly linkError?: unknown }

const of = definition.properties

type Given = typeof nothing & { readonly withLink: boolean }

/** The name to sign in with, of its start. */
const wholeName = (start: string, domain: string): string => `${start.trim()}@${domain}`

const newUserOf = (given: Given, domain: string) => ({
  displayName: given.displayName.trim(),
  userPrincipalName: wholeName(given.userPrincipalName, domain),
  accountEnabled: given.accountEnabled,
  ...Object.fromEntries(optional.map((name) => [name, textOrNull(given[name])])),
})

/** The form, what it makes, and the domain that is chosen in it. */
const useNewUser = (goTo: (user: NamedUser) => void) => {
  const words = useWords().user
  const { graph } = useAdmin()
  const mayLink = useMay('users.resetPassword').allowed
  const { data, error } = useOrganization()
  const domains = domainsOf(data).names
  const form = useSentForm<Given, Made>({
    values: { ...nothing, withLink: mayLink },
    send: async (given) => {
      const user = await graph.users.create(newUserOf(given, domain))
      if (!given.withLink) return { user }
      // The user is made by now; a link that fails is told, and can be made on the user's page.
      return graph.users.createPasswordLink(user.id).then(
        (link) => ({ user, link }),
        (linkError: unknown) => ({ user, linkError }),
      )
    },
    said: ({ user }) => words.created(user.displayName),
    done: ({ user }, { withLink }) => !withLink && goTo(user),
  })
  const domain = form.watch('domain') || (domains[0] ?? '')
  return { form, domains, domain, error, mayLink }
}

type NewUser = ReturnType<typeof useNewUser>

const SignInName = ({ form, domains, domain }: Pick<NewUser, 'form' | 'domains' | 'domain'>) => {
  const words = useWords().user
  const hint = words.hints.userPrincipalName
  const start = form.watch('userPrincipalName')
  const whole = (text: string): string => wholeName(text, domain)
  return (
    <>
      <TextField
        control={form.control}
        name="userPrincipalName"
        of={of.userPrincipalName}
        whole={whole}
        label={words.signInNameStart}
        hint={start.trim() === '' ? hint : whole(start)}
      />
      <SelectField
        control={form.control}
        name="domain"
        label={words.domain}
        options={domains.map((name) => ({ value: name, label: name }))}
      />
    </>
  )
}

const Fields = (made: NewUser) => {
  const { user: words, userProperties: labels } = useWords()
  const { control } = made.form
  return (
    <>
      <TextField
        control={control}
        name="displayName"
        of={of.displayName}
        label={labels.displayName}
      />
      <SignInName {...made} />
      {optional.map((name) => (
        <TextField key={name} control={control} name={name} of={of[name]} label={labels[name]} />
      ))}
      <SwitchField control={control} name="accountEnabled" label={labels.accountEnabled} />
      {made.mayLink && (
        <CheckField control={control} name="withLink" label={words.makePasswordLink} />
      )}
    </>
  )
}

export const NewUserDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords().user
  const { organizationId } = useAdmin()
  const navigate = useNavigate()
  const goTo = (user: NamedUser) => {
    onClose()
    void navigate(`/${organizationId}/users/${user.id}`)
  }
  const newUser = useNewUser(goTo)
  const made = newUser.form.answer
  if (made !== undefined)
    return (
      <PasswordLinkDialog link={made.link} error={made.linkError} onClose={() => goTo(made.user)} />
    )
  return (
    <FormDialog
      form={newUser.form}
      title={words.newTitle}
      submitLabel={words.create}
      error={newUser.error}
      ready={newUser.domain !== ''}
      onClose={onClose}
    >
      <span>{words.newHint}</span>
      <Fields {...newUser} />
    </FormDialog>
  )
}
