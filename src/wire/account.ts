/**
 * The account API on the wire: what a signed-in person sees of themselves and of their
 * organizations.
 */
import { z } from 'zod'
import { accountRequest } from './account-requests.ts'
import { comingStep } from './coming-step.ts'
import { requestKinds } from './requests.ts'
import { id, instant } from './shapes.ts'
import { endings, type EndingName } from './ties.ts'

export { id, instant }

/** Every reason for which leaving is refused, in the order in which they are told. */
export const blockerCodes = [
  'homeOrganization',
  'disabledAtHome',
  'homeDeleted',
  'homeClosed',
  'disabledInOrganization',
  'leavingNotAllowed',
  'lastAdministrator',
] as const

export const blocker = z
  .object({
    code: z.enum(blockerCodes),
    message: z.string().meta({ description: 'What stands in the way, in one sentence' }),
    nextStep: z.string().meta({ description: 'What the person can do now' }),
    liftedBy: z.string().meta({ description: 'Who can lift it' }),
    liftedByAsking: z
      .boolean()
      .meta({ description: 'Administrators can lift it by their answer to a request' }),
    contact: z
      .object({ email: z.string().optional(), statementUrl: z.string().optional() })
      .optional()
      .meta({
        description:
          "The organization's contact for this: its privacy contact, else its technical contact",
      }),
  })
  .meta({
    id: 'Blocker',
    description: 'A reason why a person cannot leave an organization by themselves (R25)',
  })

export const organizationStates = ['active', 'invited', 'disabled', 'left', 'removed'] as const

export const departure = z
  .object({
    reference: z.string().meta({
      description:
        'Quote this when you ask about the departure; its receipt is the page /receipts/{reference}',
    }),
    leftAt: instant,
    restorableUntil: instant.meta({
      description: 'Until then an administrator can restore the user',
    }),
    erasedBy: instant.nullable().meta({
      description:
        'By then all personal data in the organization is gone; null while it is kept because of a hold (R129)',
    }),
  })
  .meta({
    id: 'Departure',
    description: 'What a leave ended with; asking again returns the same (R45)',
  })

export const accountOrganization = z
  .object({
    id,
    displayName: z.string(),
    domain: z.string().nullable(),
    domains: z.array(z.string()).meta({
      description: 'Every domain that it has verified; it is found by any of them',
    }),
    kind: z.enum(['home', 'other']),
    state: z.enum(organizationStates).meta({
      description:
        'left: ended by me; removed: ended by somebody else; both restorable for a while',
    }),
    invitationOpen: z
      .boolean()
      .meta({ description: 'I can accept or decline the invitation here' }),
    invitationEnded: z.boolean().meta({
      description:
        'I never accepted the invitation, and its time is over; declining it removes it from my list',
    }),
    closed: z.boolean().meta({
      description:
        'The organization itself is closed or suspended (R9); it can still be left (R121)',
    }),
    userType: z.enum(['Member', 'Guest']),
    accepted: z.boolean().meta({
      description:
        'False while I am only invited, in whatever state; `since` is then the invitation',
    }),
    since: instant,
    lastUsedAt: instant.nullable().meta({
      description: 'When I was last active there; null where that is not recorded (R131)',
    }),
    endsAt: instant.nullable().meta({
      description: 'When my account there is removed by itself (R133); null where it is not',
    }),
    comes: z.array(comingStep).meta({
      description:
        'What ends my account there if nothing happens, the next step first (R133, R134)',
    }),
    hidden: z.boolean().meta({ description: 'I do not want to see it in my list (R34)' }),
    shownAtHome: z.boolean().nullable().meta({
      description:
        'My home sees that I am a guest there (R141); null where the organization tells no home of its guests',
    }),
    blockers: z.array(blocker).meta({
      description: 'Everything that stands in the way of leaving, empty when nothing does',
    }),
    departure: departure.nullable(),
    restorable: z.boolean().meta({
      description: 'Ended, and an administrator can still restore me; I can ask for it (R40)',
    }),
    undoableUntil: instant.nullable().meta({
      description: 'Left by me, and until then I can undo it by myself (R142)',
    }),
    requests: z.array(accountRequest),
    canAsk: z.array(z.enum(requestKinds)).meta({
      description:
        'What I can ask the administrators for now and have not asked for yet (R30, R40, R130)',
    }),
    canAdminister: z
      .boolean()
      .meta({ description: 'Whether I hold a role that opens the admin centre there' }),
    privacyStatementUrl: z.string().nullable(),
  })
  .meta({ id: 'AccountOrganization' })

export const accountOrganizations = z
  .object({
    value: z.array(accountOrganization),
    next: z.string().nullable().meta({ description: 'Pass as `after` for the next page' }),
  })
  .meta({ id: 'AccountOrganizations' })

const endingItem = z.object({
  id,
  displayName: z.string(),
  detail: z.string().nullable(),
  onlyOwner: z
    .boolean()
    .meta({ description: 'Nobody else owns it: leaving leaves it without an owner. Listed first' }),
})

const counted = (what: string) =>
  z
    .object({ count: z.int(), items: z.array(endingItem) })
    .meta({ description: `${what}: how many, and the first 100 by name` })

const ends = Object.fromEntries(
  Object.values(endings).map(({ all, means }) => [all, counted(means)]),
) as Readonly<Record<EndingName, ReturnType<typeof counted>>>

export const leavePreview = z
  .object({
    organization: accountOrganization,
    ends: z.object(ends),
    retentionDays: z.int(),
    undoableUntil: instant.nullable().meta({
      description: 'If I left now, until then I could undo it by myself (R142); null: not at all',
    }),
    restorableUntil: instant.meta({ description: 'If I left now' }),
    erasedBy: instant.meta({ description: 'If I left now' }),
  })
  .meta({ id: 'LeavePreview', description: 'What leaving would end' })

export const me = z
  .object({
    personId: id,
    displayName: z.string(),
    userPrincipalName: z.string().nullable(),
    mail: z.string().nullable(),
    homeOrganization: z
      .object({ id, displayName: z.string(), domain: z.string().nullable() })
      .nullable(),
    accountEnabled: z.boolean(),
    signIn: z
      .object({
        kind: z.enum(['password', 'emailCode', 'provider']),
        issuer: z
          .string()
          .meta({ description: 'The organization, address or provider that proves who I am' }),
        passwordChangedAt: instant.nullable(),
      })
      .nullable(),
    factors: z.object({ passkeys: z.int(), authenticator: z.boolean() }).meta({
      description:
        'What there is beside a password: how many passkeys, and whether an authenticator app is set up',
    }),
    sessionId: id,
  })
  .meta({ id: 'Me' })

export const accountApplication = z
  .object({
    id,
    displayName: z.string(),
    description: z.string().nullable(),
    homepage: z.string().nullable(),
    roles: z.array(z.string()),
  })
  .meta({
    id: 'AccountApplication',
    description: 'An application assigned to me, directly or through a group',
  })

export const accountApplications = z
  .object({
    value: z.array(accountApplication),
    next: z.string().nullable().meta({ description: 'Pass as `after` for the next page' }),
  })
  .meta({ id: 'AccountApplications' })

export const organizationSession = z
  .object({ organizationId: id, userId: id, openedAt: instant })
  .meta({ id: 'OrganizationSession' })

export const invitationDecline = z
  .strictObject({
    forGood: z
      .boolean()
      .default(false)
      .meta({ description: 'Refuse all further invitations from this organization (R37)' }),
  })
  .meta({ id: 'InvitationDecline' })

export const accountRefusal = z
  .object({ id, organization: z.object({ id, displayName: z.string() }), refusedAt: instant })
  .meta({
    id: 'AccountRefusal',
    description: 'An organization whose further invitations I have refused (R37)',
  })

export const accountRefusals = z
  .object({ value: z.array(accountRefusal) })
  .meta({ id: 'AccountRefusals' })

export const newRefusal = z
  .strictObject({
    organizationId: id.meta({
      description: 'An organization that I have left or was removed from',
    }),
  })
  .meta({ id: 'NewAccountRefusal' })

export const invitationAccepted = z
  .object({
    organizationId: id,
    redirectUrl: z
      .string()
      .meta({ description: 'Where the organization wants you to go on; an address of its choice' }),
  })
  .meta({ id: 'InvitationAccepted' })

export const accountError = z
  .object({
    error: z.object({
      code: z.string().meta({ description: 'A stable word for programs' }),
      message: z.string().meta({ description: 'What happened, why, and what to do next' }),
      requestId: z.string(),
      blockers: z.array(blocker).optional(),
      problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    }),
  })
  .meta({ id: 'AccountError' })

export type Blocker = z.infer<typeof blocker>

export type Departure = z.infer<typeof departure>

export type AccountOrganization = z.infer<typeof accountOrganization>
export type AccountOrganizations = z.infer<typeof accountOrganizations>

export type LeavePreview = z.infer<typeof leavePreview>

export type Me = z.infer<typeof me>

export type AccountApplication = z.infer<typeof accountApplication>

export type AccountApplications = z.infer<typeof accountApplications>

export type { AccountRequest } from './account-requests.ts'

export type AccountRefusal = z.infer<typeof accountRefusal>

export type AccountRefusals = z.infer<typeof accountRefusals>

export type OrganizationSession = z.infer<typeof organizationSession>

export type AccountError = z.infer<typeof accountError>
