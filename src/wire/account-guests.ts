/** Guests on the wire of the account API: attesting for oneself, and answering for others. */
import { z } from 'zod'
import { id, instant } from './shapes.ts'
import { comingStep } from './coming-step.ts'

/** Why I cannot say of myself that I need my account. */
export const ownAttestReasons = [
  'notAGuest',
  'notAccepted',
  'disabled',
  'over',
  'notAllowed',
  'organizationClosed',
] as const

const comesIfKept = z.array(comingStep).meta({
  description:
    'The same, were it said now that the account is needed (R136): what that alone does not stop',
})

export const ownNeed = z
  .object({
    attestedAt: instant
      .nullable()
      .meta({ description: 'When somebody last said that I need it; null where nobody has' }),
    endsAt: instant.nullable().meta({
      description: 'My end date (R133), which attesting does not move; null where there is none',
    }),
    comes: z.array(comingStep).meta({
      description: 'What ends it if nothing happens, the next step first (R133, R134)',
    }),
    comesIfKept,
    canAttest: z.boolean(),
    reason: z
      .enum(ownAttestReasons)
      .nullable()
      .meta({ description: 'Why I cannot attest; null when I can' }),
  })
  .meta({
    id: 'OwnNeed',
    description: 'Until when my account there stands, and whether I can say that I still need it',
  })

export const answeredGuest = z
  .object({
    organization: z.object({ id, displayName: z.string() }),
    id,
    displayName: z.string(),
    userPrincipalName: z.string(),
    mail: z.string().nullable(),
    state: z.enum(['active', 'invited', 'disabled']),
    canBeKept: z.boolean().meta({
      description:
        'False where an administrator has disabled the guest: only one decides then (R27)',
    }),
    canSendAgain: z.boolean().meta({
      description:
        'There is an invitation that is not accepted, and I may send it again, in the admin centre',
    }),
    accepted: z.boolean().meta({
      description: 'False while the guest is only invited, in whatever state',
    }),
    since: instant,
    lastUsedAt: instant.nullable().meta({
      description: 'When the guest was last active there; null where that is not recorded (R131)',
    }),
    attestedAt: instant.nullable(),
    endsAt: instant.nullable().meta({ description: 'The end date (R133)' }),
    comes: z.array(comingStep).meta({
      description: 'What ends it if nothing happens, the next step first (R133, R134)',
    }),
    comesIfKept,
    direct: z.boolean().meta({
      description:
        'I answer myself; false where a group does that I own, and of whom nobody answers',
    }),
  })
  .meta({ id: 'AnsweredGuest', description: 'A guest for whom I answer, or nobody' })

export const answeredGuests = z
  .object({
    value: z.array(answeredGuest),
    next: z.string().nullable().meta({ description: 'Pass as `after` for the next page' }),
  })
  .meta({ id: 'AnsweredGuests' })

export const newAttestation = z
  .strictObject({
    until: instant.optional().meta({
      description:
        'Moves the end date of the guest to then: later than it is, and a year ahead at most',
    }),
  })
  .meta({ id: 'NewAttestation' })

export const colleagues = z
  .object({
    value: z
      .array(z.object({ id, displayName: z.string(), userPrincipalName: z.string() }))
      .meta({ description: 'Members whom I see there, the first 20 by name' }),
    more: z.boolean().meta({ description: 'There are more: find them by `search`' }),
  })
  .meta({ id: 'Colleagues' })

export const newColleague = z
  .strictObject({ colleagueId: id.meta({ description: 'A member of the organization' }) })
  .meta({ id: 'NewColleague' })

export const yearlyReview = z
  .object({
    organizations: z
      .int()
      .meta({ description: 'In how many organizations I am beside my home, as far as not hidden' }),
    unused: z.int().meta({ description: 'How many of these show no use for `unusedDays`' }),
    unusedDays: z.int(),
    mails: z.boolean().meta({ description: 'I am told so by mail once a year' }),
  })
  .meta({ id: 'YearlyReview' })

export type OwnNeed = z.infer<typeof ownNeed>
export type OwnAttestReason = (typeof ownAttestReasons)[number]
export type AnsweredGuest = z.infer<typeof answeredGuest>
export type AnsweredGuests = z.infer<typeof answeredGuests>
export type Colleagues = z.infer<typeof colleagues>
export type YearlyReview = z.infer<typeof yearlyReview>
