/** A letter of every kind, and of every choice of facts that changes its sentences. */
import { lifecycleEndings, lifecycleNotices, lifecycleReasons } from '../src/wire/lifecycle.ts'
import {
  asSecret,
  requestSteps,
  type FactorChange,
  type Letter,
  type Standing,
} from '../src/mail/letters.ts'

export const given = {
  organization: 'Fabrikam',
  domain: 'fabrikam.example',
  inviter: 'Frank Weber',
  person: 'Ada Lovelace',
  address: 'ada@contoso.example',
  inviterMail: 'frank@fabrikam.example',
  contact: 'privacy@fabrikam.example',
  host: 'login.contoso.example',
  message: 'Bonjour Ada',
} as const

const at = '2026-05-01T12:00:00.000Z'
const organization = {
  id: '7d0f6a52-0000-4000-8000-000000000001',
  name: given.organization,
  domain: given.domain,
}
const both = [true, false] as const
const standings: Standing[] = both.flatMap((mayLeave) =>
  both.flatMap((isHome) =>
    both.map((closed) => ({
      organization,
      mayLeave,
      isHome,
      closed,
      privacyContact: given.contact,
    })),
  ),
)
const changes = Object.keys({
  passkeyAdded: true,
  passkeyRemoved: true,
  authenticatorAdded: true,
  authenticatorRemoved: true,
  recoveryCodesMade: true,
  factorsReset: true,
  passwordSet: true,
  passwordChanged: true,
  identityAdded: true,
  identityRemoved: true,
} satisfies Record<FactorChange, true>) as FactorChange[]
const plain = [
  'disabled',
  'enabled',
  'restored',
  'restoredAsks',
  'undone',
  'held',
  'holdEnded',
  'waysInEnded',
  'sessionsEnded',
] as const
const receipt = {
  reference: '0196a000-0000-7000-8000-000000000001',
  code: asSecret('A'.repeat(43)),
}

const told = (standing: Standing): Letter[] => [
  ...plain.flatMap((kind) =>
    (['byPolicy', 'bySomebody', null] as const).map(
      (disabled) => ({ kind, values: { ...standing, disabled } }) as Letter,
    ),
  ),
  { kind: 'erased', values: { ...standing, ...receipt } },
  { kind: 'erased', values: { ...standing, ...receipt, unansweredSince: at } },
  ...(['roleGiven', 'roleTaken'] as const).map(
    (kind) => ({ kind, values: { ...standing, role: 'User Administrator' } }) as const,
  ),
  ...both.map(
    (administrator) =>
      ({
        kind: 'handedOver',
        values: { ...standing, administrator, groups: 2, applications: 1, guests: 3 },
      }) as const,
  ),
  { kind: 'redemptionReset', values: { ...standing, address: given.address } },
  ...(['Member', 'Guest'] as const).map(
    (userType) => ({ kind: 'userTypeChanged', values: { ...standing, userType } }) as const,
  ),
  ...(['removal', 'restore'] as const).flatMap((request) =>
    (['enable', 'delete', 'restore', 'decline'] as const).map(
      (answer) =>
        ({
          kind: 'requestAnswered',
          values: { ...standing, request, answer, text: given.message },
        }) as const,
    ),
  ),
]

const moved: Letter[] = standings.slice(0, 1).flatMap((standing) =>
  requestSteps.flatMap((step) =>
    (['removal', 'restore'] as const).flatMap((request) =>
      (['removed', 'expired'] as const).flatMap((whenDue) =>
        [at, null].map(
          (due) =>
            ({
              kind: 'requestMoved',
              values: {
                ...standing,
                request,
                step,
                askedAt: at,
                due,
                whenDue,
                text: due === null ? given.message : null,
              },
            }) as const,
        ),
      ),
    ),
  ),
)

const waiting: Letter[] = (['half', 'last'] as const).flatMap((reminder) =>
  (['removal', 'restore'] as const).flatMap((request) =>
    (['removed', 'expired'] as const).map(
      (whenDue) =>
        ({
          kind: 'requestsWaiting',
          values: { organization, reminder, request, whenDue, count: 3, firstDue: at },
        }) as const,
    ),
  ),
)

const deletions: Letter[] = [
  { kind: 'holdsEnded', values: { organization, count: 2, firstDue: at } },
  ...[at, null].map(
    (firstDue) =>
      ({ kind: 'deletionsWaiting', values: { organization, count: 2, firstDue } }) as const,
  ),
  { kind: 'deletionsAnswered', values: { organization, done: 1, refused: 2 } },
]

const lifecycle: Letter[] = lifecycleReasons.flatMap((why) =>
  lifecycleNotices.flatMap((notice) =>
    lifecycleEndings.flatMap((ending) =>
      [at, null].flatMap((when): Letter[] => {
        const told = {
          why,
          notice,
          ending,
          at: when,
          removedAt: ending === 'disable' ? when : null,
        }
        const [standing] = standings
        return [
          ...(standing === undefined
            ? []
            : both.map((mayAttest) => ({
                kind: 'lifecycle' as const,
                values: { ...standing, mayAttest, ...told },
              }))),
          { kind: 'guestLifecycle', values: { organization, guest: given.person, ...told } },
        ]
      }),
    ),
  ),
)

const needs: Letter[] = [
  { kind: 'guestPassedOn', values: { organization, guest: given.person } },
  ...[1, 19].map(
    (unused) =>
      ({ kind: 'yearlyReview', values: { organizations: 27, unused, days: 90 } }) as const,
  ),
]

const account: Letter[] = [
  { kind: 'signInCode', values: { code: asSecret('1234 5678'), minutes: 10 } },
  ...both.flatMap((hasPassword) =>
    (['Firefox', null] as const).flatMap((browser) =>
      (['Linux', null] as const).map(
        (system) => ({ kind: 'newBrowser', values: { at, browser, system, hasPassword } }) as const,
      ),
    ),
  ),
  ...changes.flatMap((change) =>
    (['oneself', 'administrator', 'operator'] as const).flatMap((by) =>
      [organization, null].map(
        (home) =>
          ({
            kind: 'factorChanged',
            values: { change, by, at, organization: home, host: home === null ? null : given.host },
          }) as const,
      ),
    ),
  ),
]

const invitations: Letter[] = both.flatMap((named) => {
  const by = { organization, inviter: named ? given.inviter : null }
  const message = named ? given.message : null
  return [
    ...both.map(
      (mayLeave) =>
        ({
          kind: 'invitation',
          values: {
            ...by,
            inviterMail: named ? given.inviterMail : null,
            mayLeave,
            message,
            token: asSecret('secret'),
            expiresAt: at,
          },
        }) as const,
    ),
    { kind: 'invitationCopy', values: { ...by, address: given.address } },
    ...(['enable', 'remove', 'nobody', undefined] as const).map(
      (answer) =>
        ({
          kind: 'removalAsked',
          values: {
            organization,
            name: given.person,
            principalName: given.address,
            message,
            ...(answer === undefined ? {} : { answer }),
          },
        }) as const,
    ),
  ] satisfies Letter[]
})

const receipts: Letter[] = both.flatMap((byThemselves) =>
  both.map(
    (closed) =>
      ({
        kind: 'receipt',
        values: {
          organization,
          closed,
          privacyContact: given.contact,
          byThemselves,
          reference: 'b1946ac9-0000-4000-8000-000000000002',
          endedAt: at,
          restorableUntil: at,
          erasedBy: at,
        },
      }) as const,
  ),
)

const together: Letter[] = both.map((closed) => ({
  kind: 'receipts',
  values: {
    ...receipt,
    entries: receipts.flatMap((one) =>
      one.kind === 'receipt' ? [{ ...one.values, closed, undoableUntil: at }] : [],
    ),
  },
}))

export const everyLetter: readonly Letter[] = [
  ...account,
  ...invitations,
  ...standings.flatMap(told),
  ...receipts,
  ...together,
  ...moved,
  ...waiting,
  ...deletions,
  ...lifecycle,
  ...needs,
]
