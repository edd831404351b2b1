/** The secrets of an application: made, shown once, removed. */
import { makeStyles, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { dayMs } from '../../../src/client/time.ts'
import type { Application, ClientSecret, NewClientSecret } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { When } from '../../ui/when.tsx'
import { addPassword, secretDays } from '../../../src/wire/graph/applications/application-parts.ts'
import { useAdmin } from '../admin-context.tsx'
import { SelectField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { MayButton } from '../kit/may.tsx'
import { ShownOnce } from '../kit/shown-once.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { RemovableRow, RemovableRows } from '../kit/removable-rows.tsx'
import { Question } from '../kit/question.tsx'
import { useOfItsHome } from './of-its-home.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({ hint: { margin: '0' } })

const nameOf = (words: Words, { displayName }: ClientSecret): string =>
  displayName ?? words.signIn.unnamed
const lifetimes = [3, 6, 12, 24] as const

const ShownSecret = ({
  secret,
  onClose,
}: {
  readonly secret: NewClientSecret
  readonly onClose: () => void
}) => {
  const text = useWords().signIn
  return (
    <ShownOnce
      title={text.secretTitle}
      once={text.secretOnce}
      label={text.secretLabel}
      value={secret.secretText}
      until={
        <>
          {text.secretUntil} <When at={secret.endDateTime} />
        </>
      }
      onClose={onClose}
    />
  )
}

type OneProps = { readonly application: Application; readonly onClose: () => void }

const { displayName: secretName } = addPassword.sent.passwordCredential.properties

// A month of 30 days, and a day less than the most that is given.
const endOf = (months: number): string =>
  new Date(Date.now() + Math.min(months * 30 + 5, secretDays.most - 1) * dayMs).toISOString()

const NewSecretDialog = ({ application, onClose }: OneProps) => {
  const text = useWords().signIn
  const { graph } = useAdmin()
  const form = useSentForm({
    values: { displayName: '', months: '6' },
    send: ({ displayName, months }) =>
      graph.applications.addSecret(application.id, {
        displayName: displayName.trim(),
        endDateTime: endOf(Number(months)),
      }),
  })
  if (form.answer !== undefined) return <ShownSecret secret={form.answer} onClose={onClose} />
  return (
    <FormDialog
      form={form}
      title={text.newSecret}
      submitLabel={text.createSecret}
      onClose={onClose}
    >
      <TextField
        control={form.control}
        name="displayName"
        of={secretName}
        required
        label={text.secretName}
        hint={text.secretNameHint}
      />
      <SelectField
        control={form.control}
        name="months"
        label={text.secretMonths}
        options={lifetimes.map((one) => ({ value: String(one), label: text.months(one) }))}
      />
    </FormDialog>
  )
}

const RemoveSecretDialog = ({
  application,
  secret,
  onClose,
}: OneProps & { readonly secret: ClientSecret }) => {
  const words = useWords()
  const text = words.signIn
  const { graph } = useAdmin()
  return (
    <Question
      asked={{
        title: text.removeSecretTitle(nameOf(words, secret)),
        text: text.removeSecretText,
        label: words.remove,
        run: () => graph.applications.removeSecret(application.id, secret.keyId),
        said: text.secretRemoved,
      }}
      onClose={onClose}
    />
  )
}

const SecretRow = ({
  secret,
  onRemove,
}: {
  readonly secret: ClientSecret
  readonly onRemove: () => void
}) => {
  const words = useWords()
  const text = words.signIn
  const name = nameOf(words, secret)
  return (
    <RemovableRow
      name={name}
      action="applications.write"
      label={words.remove}
      labelNamed={text.removeSecret(name)}
      onRemove={onRemove}
    >
      {text.secretStart} <code>{secret.hint}…</code> · {text.secretSince}{' '}
      <When at={secret.startDateTime} /> · {text.secretUntil} <When at={secret.endDateTime} />
    </RemovableRow>
  )
}

type Task = 'new' | ClientSecret

export const ApplicationSecrets = ({ application }: { readonly application: Application }) => {
  const blocked = useOfItsHome(application)
  const words = useWords()
  const text = words.signIn
  const styles = useStyles()
  const [task, setTask] = useState<Task>()
  const secrets = application.passwordCredentials
  const close = () => setTask(undefined)
  return (
    <Card title={text.secrets}>
      <p className={styles.hint}>{text.secretsHint}</p>
      {secrets === undefined ? (
        <Text>{words.user.notShown}</Text>
      ) : secrets.length === 0 ? (
        <EmptyState title={text.secretsNone} hint={text.secretsNoneHint} />
      ) : (
        <RemovableRows>
          {secrets.map((secret) => (
            <SecretRow key={secret.keyId} secret={secret} onRemove={() => setTask(secret)} />
          ))}
        </RemovableRows>
      )}
      <div>
        <MayButton
          action="applications.write"
          blocked={blocked}
          icon={<AddRegular />}
          onClick={() => setTask('new')}
        >
          {text.newSecret}
        </MayButton>
      </div>
      {task === 'new' && <NewSecretDialog application={application} onClose={close} />}
      {task !== undefined && task !== 'new' && (
        <RemoveSecretDialog application={application} secret={task} onClose={close} />
      )}
    </Card>
  )
}
