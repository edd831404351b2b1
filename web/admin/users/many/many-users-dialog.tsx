/** Asks before something is done with many users, shows how far it is, and gives results. */
import { Button, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListedUser, ListQuery } from '../../../../src/client/graph.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { useAdmin } from '../../admin-context.tsx'
import type { Choice } from '../../form/choices.ts'
import { PeoplePicker } from '../../form/people-picker.tsx'
import { FirstFew } from '../../kit/first-few.tsx'
import { ManyOutcomeBar } from '../../many/many-outcome.tsx'
import { outcomeOfMany } from '../../many/many-outcome-of.tsx'
import {
  downloadOutcomes,
  sends,
  sendUsers,
  useManyRun,
  type ManyRun,
  type Send,
} from '../../many/many-run.ts'
import { RunProgress } from '../../many/run-progress.tsx'
import { useWords } from '../../words.tsx'
import { ForeseenDeletion, useForeseen } from './foreseen-deletion.tsx'
import { everyUser } from './every-user.ts'
import { isAmong, whyNotMe, withoutMe, type UserAct } from './without-me.ts'

const sendOf = (act: UserAct, sponsor: string): Send => {
  if (act === 'delete') return sends.delete
  return sendUsers(({ users: of }, users) => {
    if (act === 'sponsor') return of.sponsorMany(users, sponsor)
    return act === 'disable' ? of.disableMany(users) : of.enableMany(users)
  })
}

type About = {
  readonly act: UserAct
  readonly ticked: readonly ListedUser[]
  /** What finds all of them; undefined for those that are ticked. */
  readonly all: ListQuery | undefined
}
type Props = About & { readonly onClose: (finished: boolean) => void }

/** Whom it is about: those that are ticked, or all that the list finds. */
const useChosen = ({ act, ticked, all }: About) => {
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'every user', all],
    queryFn: () => everyUser(graph, all ?? {}),
    enabled: all !== undefined,
    gcTime: 0,
  })
  const chosen = all === undefined ? ticked : data
  const isMeAmong = chosen !== undefined && isAmong(chosen)
  return { users: chosen && withoutMe(act, chosen), isMeAmong, error }
}

const Results = ({
  run,
  act,
  count,
}: {
  readonly run: ManyRun
  readonly act: UserAct
  readonly count: number
}) => {
  const words = useWords()
  const outcome = outcomeOfMany(run.results)
  const [failure, setFailure] = useState('')
  if (!run.running && !run.finished) return null
  return (
    <>
      <RunProgress run={run} all={count} />
      {run.finished && (
        <>
          {outcome.failed.length === 0 && <output>{words.many.done(outcome.done, 0)}</output>}
          <ManyOutcomeBar outcome={outcome} sentence={words.many.done} />
          <div>
            <Button
              onClick={() =>
                void downloadOutcomes(`users-${act}`, 'user', run.results).catch((error: unknown) =>
                  setFailure(String(error)),
                )
              }
            >
              {words.many.results}
            </Button>
          </div>
          {failure}
        </>
      )}
    </>
  )
}

type AskedProps = {
  readonly act: UserAct
  readonly users: readonly ListedUser[] | undefined
  readonly sponsor: Choice | undefined
  readonly onSponsor: (choice: Choice | undefined) => void
}

/** What will happen, and to whom. */
const WhatHappens = ({ act, users, sponsor, onSponsor }: AskedProps) => {
  const words = useWords()
  if (users === undefined) return <Loading />
  return (
    <>
      <Text>{words.many.texts[act]}</Text>
      <FirstFew
        of={users}
        keyOf={({ id }) => id}
        render={(user) => `${user.displayName} (${user.userPrincipalName})`}
      />
      {act === 'sponsor' && (
        <PeoplePicker
          label={words.user.sponsor}
          kinds={['user', 'group']}
          picked={sponsor}
          onPick={onSponsor}
          required
        />
      )}
    </>
  )
}

const needs = (act: UserAct, sponsor: Choice | undefined): boolean =>
  act === 'sponsor' && sponsor === undefined

/** Who is chosen, what is known of what would come of it, and the run. */
const useMany = (about: About) => {
  const run = useManyRun()
  const { act } = about
  const chosen = useChosen(about)
  const { users } = chosen
  const [sponsor, setSponsor] = useState<Choice>()
  const isAsking = !run.finished && !run.running
  const looksAhead = act === 'delete' && isAsking && users !== undefined
  const foreseen = useForeseen(looksAhead ? users.map(({ id }) => id) : undefined)
  const ready =
    users !== undefined &&
    !needs(act, sponsor) &&
    (!looksAhead || foreseen.sum !== undefined || foreseen.error !== null)
  return { ...chosen, run, sponsor, setSponsor, isAsking, looksAhead, foreseen, ready }
}

const Asking = ({
  act,
  many,
}: {
  readonly act: UserAct
  readonly many: ReturnType<typeof useMany>
}) => {
  const words = useWords()
  const notMe = whyNotMe(words, act)
  const { users, isMeAmong, sponsor, setSponsor, isAsking, looksAhead, foreseen } = many
  if (!isAsking) return null
  return (
    <>
      <WhatHappens act={act} users={users} sponsor={sponsor} onSponsor={setSponsor} />
      {isMeAmong && notMe !== undefined && <Text>{words.meAmongMany.leftOut(notMe)}</Text>}
      {looksAhead && <ForeseenDeletion {...foreseen} />}
    </>
  )
}

/** Mount it to open it. */
export const ManyUsersDialog = ({ onClose, ...about }: Props) => {
  const { many: words, close } = useWords()
  const { act } = about
  const many = useMany(about)
  const { run, users, sponsor } = many
  const { finished, running } = run
  const list = (users ?? []).map(({ id, displayName: name }) => ({ id, name }))
  const called = words.acts[act]
  return (
    <ConfirmDialog
      open
      title={users === undefined ? called : words.titles[act](list.length)}
      confirmLabel={finished ? close : called}
      danger={(act === 'delete' || act === 'disable') && !finished}
      busy={running}
      isChanged={sponsor !== undefined && !finished}
      ready={finished || many.ready}
      error={many.error}
      onConfirm={() =>
        finished ? onClose(true) : void run.start(sendOf(act, sponsor?.id ?? ''), list)
      }
      onClose={() => onClose(finished)}
    >
      <Asking act={act} many={many} />
      <Results run={run} act={act} count={list.length} />
    </ConfirmDialog>
  )
}
