/** What is asked before something is done with one user as a whole. */
import { useNavigate } from 'react-router'
import type { User } from '../../../src/client/graph.ts'
import { erasureDays } from '../../../src/wire/erasure.ts'
import { useAdmin } from '../admin-context.tsx'
import { Question, type Asked } from '../kit/question.tsx'
import { useOrganization } from '../queries.ts'
import { useWords } from '../words.tsx'

export type UserAct = 'disable' | 'enable' | 'revoke' | 'convert' | 'delete'

const useDeleteText = (): string => {
  const { user: words, deleted } = useWords()
  const { data } = useOrganization()
  const days = data?.['guesthouse.deletedRetentionDays']
  const text = days === undefined ? words.deleteTextNotShown : words.deleteText(days)
  return `${text} ${deleted.erased(erasureDays)}`
}

const useQuestions = ({ id, displayName: name, userType }: User): Record<UserAct, Asked> => {
  const words = useWords().user
  const { users } = useAdmin().graph
  const deleteText = useDeleteText()
  return {
    disable: {
      title: words.disableTitle(name),
      text:
        userType === 'Guest' ? `${words.disableText} ${words.disableGuestText}` : words.disableText,
      label: words.disable,
      said: words.isDisabled(name),
      run: () => users.update(id, { accountEnabled: false }),
    },
    enable: {
      title: words.enableTitle(name),
      text: words.enableText,
      label: words.enable,
      said: words.isEnabled(name),
      run: () => users.update(id, { accountEnabled: true }),
    },
    revoke: {
      title: words.revokeTitle(name),
      text: words.revokeText,
      label: words.revoke,
      said: words.revoked(name),
      run: () => users.revokeSessions(id),
    },
    convert: {
      title: words.convertTitle[userType](name),
      text: words.convertText[userType],
      label: words.convert[userType],
      said: words.isConverted[userType](name),
      run: () => users.update(id, { userType: userType === 'Guest' ? 'Member' : 'Guest' }),
    },
    delete: {
      title: words.deleteTitle(name),
      text: deleteText,
      label: words.delete,
      said: words.isDeleted(name),
      gone: id,
      run: () => users.remove(id),
    },
  }
}

type Props = {
  readonly user: User
  readonly act: UserAct
  readonly onClose: () => void
}

/** Mount it to ask. */
export const UserQuestion = ({ user, act, onClose }: Props) => {
  const { organizationId } = useAdmin()
  const navigate = useNavigate()
  return (
    <Question
      asked={useQuestions(user)[act]}
      danger={act !== 'enable' && act !== 'convert'}
      done={() => act === 'delete' && navigate(`/${organizationId}/users`)}
      onClose={onClose}
    />
  )
}
