/** The secrets of an application: made, shown once, removed. */
import { Dropdown, Field, makeStyles, Option, Text } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Application, ClientSecret, NewClientSecret } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { MayButton } from '../kit/may.tsx'
import { ShownOnce } from '../kit/shown-once.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  hint: { margin: '0' },
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  about: { display: 'flex', flexDirection: 'column', minInlineSize: '0', overflowWrap: 'anywhere' },
})

const nameOf = (words: Words, { displayName }: ClientSecret): string =>
  displayName ?? words.signIn.unnamed
const lifetimes = [3, 6, 12, 24] as const
const dayMs = 86_400_000

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

const NewSecretDialog = ({ application, onClose }: OneProps) => {
  const text = useWords().signIn
  const { graph } = useAdmin()
  const [name, setName] = useState('')
  const [months, setMonths] = useState<number>(6)
  // A month of 30 days, and a day less than two years, which is the most that is given.
  const until = () => new Date(Date.now() + Math.min(months * 30 + 5, 729) * dayMs).toISOString()
  const adding = useChange(() =>
    graph.applications.addSecret(application.id, {
      displayName: name.trim(),
      endDateTime: until(),
    }),
  )
  if (adding.data !== undefined) return <ShownSecret secret={adding.data} onClose={onClose} />
  return (
    <FormDialog
      open
      title={text.newSecret}
      submitLabel={text.createSecret}
      busy={adding.isPending}
      error={adding.error}
      ready={name.trim() !== ''}
      onSubmit={() => adding.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={text.secretName}
        hint={text.secretNameHint}
        value={name}
        maxLength={90}
        required
        onChange={setName}
      />
      <Field label={text.secretMonths}>
        <Dropdown
          value={text.months(months)}
          selectedOptions={[String(months)]}
          onOptionSelect={(_, { optionValue }) => setMonths(Number(optionValue))}
        >
          {lifetimes.map((one) => (
            <Option key={one} value={String(one)}>
              {text.months(one)}
            </Option>
          ))}
        </Dropdown>
      </Field>
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
  const removal = useChange(() => graph.applications.removeSecret(application.id, secret.keyId), {
    said: text.secretRemoved,
    done: onClose,
  })
  return (
    <ConfirmDialog
      open
      danger
      title={text.removeSecretTitle(nameOf(words, secret))}
      confirmLabel={words.remove}
      busy={removal.isPending}
      error={removal.error}
      onConfirm={() => removal.mutate(undefined)}
      onClose={onClose}
    >
      {text.removeSecretText}
    </ConfirmDialog>
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
  const styles = useStyles()
  return (
    <li className={styles.item}>
      <span className={styles.about}>
        <Text weight="semibold">{nameOf(words, secret)}</Text>
        <Text size={200}>
          {text.secretStart} <code>{secret.hint}…</code> · {text.secretSince}{' '}
          <When at={secret.startDateTime} /> · {text.secretUntil} <When at={secret.endDateTime} />
        </Text>
      </span>
      <MayButton
        action="applications.write"
        size="small"
        icon={<DeleteRegular />}
        aria-label={text.removeSecret(nameOf(words, secret))}
        onClick={onRemove}
      >
        {words.remove}
      </MayButton>
    </li>
  )
}

type Task = 'new' | ClientSecret

export const ApplicationSecrets = ({ application }: { readonly application: Application }) => {
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
        <ul className={styles.list}>
          {secrets.map((secret) => (
            <SecretRow key={secret.keyId} secret={secret} onRemove={() => setTask(secret)} />
          ))}
        </ul>
      )}
      <div>
        <MayButton action="applications.write" icon={<AddRegular />} onClick={() => setTask('new')}>
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
