/** Removing the passkeys and the authenticator app of somebody who lost them. */
import { makeStyles } from '@fluentui/react-components'
import { ShieldDismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { RemovedFactors, User } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useAdmin } from '../admin-context.tsx'
import { MayButton } from '../kit/may.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({ hint: { margin: '0' } })

export const UserFactors = ({ user }: { readonly user: User }) => {
  const text = useWords().provider
  const styles = useStyles()
  const { graph } = useAdmin()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const reset = useChange<void, RemovedFactors>(() => graph.users.resetFactors(user.id), {
    said: ({ passkeys, authenticator }) => text.wasReset(passkeys, authenticator),
    done: close,
  })
  return (
    <Card title={text.factors}>
      <p className={styles.hint}>{text.factorsHint}</p>
      <div>
        <MayButton
          action="users.resetPassword"
          icon={<ShieldDismissRegular />}
          onClick={() => {
            reset.reset()
            setAsking(true)
          }}
        >
          {text.reset}
        </MayButton>
      </div>
      <ConfirmDialog
        open={asking}
        danger
        title={text.resetTitle(user.displayName)}
        confirmLabel={text.resetConfirm}
        busy={reset.isPending}
        error={reset.error}
        onConfirm={() => reset.mutate()}
        onClose={close}
      >
        {text.factorsHint}
      </ConfirmDialog>
    </Card>
  )
}
