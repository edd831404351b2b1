/**
 * Every change of what somebody signs in with goes through here: it is recorded at home, and its
 * person is told by mail (K17, R128).
 */
import { givenOnly } from '../directory/changed-names.ts'
import type { Context, Event } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { PersonId } from '../kernel/ids.ts'
import type { Doer, FactorChange as Told, LetterOf } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import type { Database } from '../store/database.ts'
import { readMailbox, type Mailbox } from '../people/mailbox.sql.ts'

/** The events that are such a change. */
export type FactorChange = `user.${Exclude<Told, 'passwordSet'>}`

const doerOf = ({ actor }: Context, oneself: string): Doer =>
  'id' in actor ? (actor.id === oneself ? 'oneself' : 'administrator') : 'operator'

const letterOf = (
  { personId, home }: Mailbox,
  activity: FactorChange,
  { context, host, isFirst }: { context: Context; host: string | null; isFirst: boolean },
): LetterOf<'factorChanged'> => ({
  kind: 'factorChanged',
  values: {
    change: toldAs(activity, isFirst),
    by: doerOf(context, home?.userId ?? personId),
    at: context.now.toISOString(),
    organization: home?.organization ?? null,
    host,
  },
})

/**
 * Records the change at the person's home and queues the mail that tells of it, in the transaction
 * of the change. Events belong to organizations: what somebody without a home does concerns none,
 * and is told by mail alone. `host` is where the account of a tie is; `isFirst` says that there was
 * no password before.
 */
export const noteFactorChange = async (
  tx: Database,
  personId: PersonId,
  activity: FactorChange,
  context: Context,
  {
    details,
    host = null,
    isFirst = false,
  }: { details?: Event['details']; host?: string | null; isFirst?: boolean } = {},
): Promise<void> => {
  const mailbox = await readMailbox(tx, personId)
  if (mailbox === undefined) return
  const { home, mail } = mailbox
  if (home !== null) {
    const target = { kind: 'user', id: home.userId } as const
    const happening = { tenantId: home.tenantId, activity, target, ...givenOnly({ details }) }
    await record(tx, eventOf(context, happening))
  }
  // An operator who gives a new account its first password changes nothing that somebody had.
  if (mail === null || (isFirst && context.actor.kind === 'operator')) return
  const letter = letterOf(mailbox, activity, { context, host, isFirst })
  await queueMail(
    tx,
    { recipient: mail, letter, readerId: personId, about: home ?? undefined },
    context.now,
  )
}

const toldAs = (activity: FactorChange, isFirst: boolean): Told =>
  activity === 'user.passwordChanged' && isFirst
    ? 'passwordSet'
    : (activity.slice('user.'.length) as Told)
