/** Removing the passkeys and the authenticator app of somebody who lost them. */
import { makeStyles } from '@fluentui/react-components'
import { ShieldDismissRegular } from '@fluentui/react-icons'
import type { RemovedFactors, User } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { useAdmin, useBlocked } from '../admin-context.tsx'
import { Question } from '../kit/question.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({ hint: { margin: '0' } })

export const UserFactors = ({ user }: { readonly user: User }) => {
  const text = useWords().provider
  const styles = useStyles()
  const { graph } = useAdmin()
  return (
    <Card title={text.factors}>
      <p className={styles.hint}>{text.factorsHint}</p>
      <div>
        <DialogButton
          action="users.resetPassword"
          blocked={useBlocked(user, 'resetFactors')}
          icon={<ShieldDismissRegular />}
          renderDialog={(close) => (
            <Question<RemovedFactors>
              asked={{
                title: text.resetTitle(user.displayName),
                text: text.factorsHint,
                label: text.resetConfirm,
                run: () => graph.users.resetFactors(user.id),
                said: ({ passkeys, authenticator }) => text.wasReset(passkeys, authenticator),
              }}
              onClose={close}
            />
          )}
        >
          {text.reset}
        </DialogButton>
      </div>
    </Card>
  )
}
