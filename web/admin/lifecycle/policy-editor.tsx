/**
 * Makes a policy or changes one. One that is on is saved only as it was looked at: whom it would
 * tell, disable and delete, and when.
 */
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { EyeRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { LifecyclePolicy } from '../../../src/wire/graph/lifecycle.ts'
import { simulatedDays } from '../../../src/wire/lifecycle.ts'
import { Card } from '../../ui/card.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { MayButton } from '../kit/may.tsx'
import { useWords } from '../words.tsx'
import { PolicyFields } from './policy-fields.tsx'
import { PolicyTrial } from './policy-trial.tsx'
import { lacking, policyOf, wishOf, type Wish } from './policy-wish.ts'
import { useTrial, type Tried } from './use-trial.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '20px' },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxInlineSize: '640px',
  },
})

const triedOf = (policy: LifecyclePolicy | undefined, wish: Wish): Tried => ({
  ...policyOf(wish),
  ...(policy === undefined ? {} : { id: policy.id }),
})

const isSame = (one: Tried | undefined, other: Tried): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The form, and what was looked at last. */
const useEditor = (policy: LifecyclePolicy | undefined) => {
  const words = useWords().policy
  const { graph, organizationId } = useAdmin()
  const navigate = useNavigate()
  const { allowed } = useMay('organization.write')
  const begins = wishOf(policy)
  const [tried, setTried] = useState(
    allowed && policy?.isEnabled === true ? triedOf(policy, begins) : undefined,
  )
  const looked = useTrial(tried)
  const seen = looked.data?.pages[0]?.seen ?? ''
  const form = useSentForm<Wish, string>({
    values: begins,
    send: async (wish) => (await graph.lifecycle.save({ ...triedOf(policy, wish), seen })).id,
    said: (_, { displayName }) => words.saved(displayName.trim()),
    done: (id) => {
      if (policy === undefined) void navigate(`/${organizationId}/policies/${id}`)
    },
    refused: () => void looked.refetch(),
    targets: { 'guesthouse.groupId': 'groupId', 'guesthouse.exceptGroupId': 'exceptGroupId' },
  })
  return { form, looked, tried, setTried }
}

type Editor = ReturnType<typeof useEditor>

/** Why it cannot be saved yet, in words. */
const useBlocked = (
  policy: LifecyclePolicy | undefined,
  { form, looked, tried }: Editor,
): string | undefined => {
  const words = useWords()
  const wish = form.watch()
  const lacks = lacking(words, wish)
  if (lacks !== undefined) return lacks
  if (wish.isEnabled && tried === undefined) return words.policy.trial.lookFirst
  const isLookedAt = looked.data !== undefined && isSame(tried, triedOf(policy, wish))
  if (wish.isEnabled && !isLookedAt) return words.policy.trial.changed
  return policy !== undefined && !form.isChanged ? words.form.unchanged : undefined
}

const Looking = ({
  policy,
  editor: { form, looked, tried, setTried },
}: {
  readonly policy: LifecyclePolicy | undefined
  readonly editor: Editor
}) => {
  const words = useWords()
  const wish = form.watch()
  const wanted = triedOf(policy, wish)
  const isCurrent = isSame(tried, wanted)
  return (
    <Card title={words.policy.trial.title}>
      <Text>{words.policy.trial.hint(simulatedDays)}</Text>
      <div>
        <MayButton
          action="organization.write"
          icon={<EyeRegular />}
          blocked={lacking(words, wish)}
          onClick={() =>
            form.whereRight(() => (isCurrent ? void looked.refetch() : setTried(wanted)))
          }
        >
          {words.policy.trial.look}
        </MayButton>
      </div>
      {tried !== undefined && <PolicyTrial looked={looked} />}
      {tried !== undefined && !isCurrent && <output>{words.policy.trial.changed}</output>}
    </Card>
  )
}

export const PolicyEditor = ({ policy }: { readonly policy?: LifecyclePolicy }) => {
  const words = useWords()
  const styles = useStyles()
  const editor = useEditor(policy)
  const { form } = editor
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Card title={words.policy.settings}>
        <div className={styles.fields}>
          <PolicyFields form={form} />
        </div>
      </Card>
      <Looking policy={policy} editor={editor} />
      <ProblemBar error={form.problem} />
      <div>
        <MayButton
          action="organization.write"
          appearance="primary"
          type="submit"
          blocked={useBlocked(policy, editor)}
        >
          {words.policy.create}
        </MayButton>
      </div>
    </form>
  )
}
