/**
 * Letters about somebody's standing in an organization. Each sentence is true of the facts of the
 * person who reads it.
 */
import type { Letters, Standing, ToldKind } from '../../mail/letters.ts'
import { roleNameIn } from '../role-name.ts'
import { facts, note, paragraph, quote, type Block, type Content } from './content.ts'
import { lifecycleTold } from './lifecycle-letters.ts'
import { requestMoved } from './request-letters.ts'
import { receipt, receipts } from './receipt-letters.ts'
import { at, byAddress, contact, openReceipt, row, type At } from './standing-parts.ts'
import type { Writing } from './writing.ts'

const wayOut = (standing: Standing, writing: Writing): Block => {
  const { wayOut: words } = writing.standing
  const here = at(standing, writing)
  if (standing.isHome === true) return paragraph(words.home(here))
  if (standing.closed) return paragraph(words.guestAlone(here))
  if (standing.disabled === 'bySomebody') return paragraph(words.guestDisabled(here))
  return paragraph(standing.mayLeave ? words.guestAlone(here) : words.guestAsking(here))
}

/** Of an account that is back: that it is disabled, where it was (R51). */
const stillDisabled = ({ disabled }: Standing, { standing }: Writing, here: At): Block[] =>
  disabled === undefined || disabled === null
    ? []
    : [paragraph(standing.stillDisabled[disabled](here))]

// The home decides who can leave, not whether somebody is a member or a guest (R138).
const wayOutOfEither = (standing: Standing, writing: Writing): Block => {
  const { wayOut: words } = writing.standing
  const here = at(standing, writing)
  if (standing.isHome === true) return paragraph(words.home(here))
  return paragraph(
    standing.mayLeave || standing.closed ? words.eitherAlone(here) : words.eitherAsking(here),
  )
}

type Told = {
  readonly [K in ToldKind]: (values: Letters[K], writing: Writing, here: At) => Content
}

const answered = (values: Letters['requestAnswered'], writing: Writing, here: At): Content => {
  const { requestAnswered: words } = writing.standing
  const { frame } = writing.mail
  const { request, answer, text } = values
  const isDeclined = answer === 'decline'
  return {
    subject: words.subject[`${request}${isDeclined ? 'Declined' : 'Done'}`](here),
    blocks: [
      paragraph(isDeclined ? words[`${request}Declined`](here) : words[answer](here)),
      ...(text === null ? [] : [paragraph(frame.theyWrite)]),
      ...quote(text),
      ...(answer === 'restore' ? stillDisabled(values, writing, here) : []),
      ...(isDeclined && request === 'removal' && !values.mayLeave
        ? [paragraph(words.turnTo(here))]
        : []),
      ...(answer === 'enable' || answer === 'restore' ? [wayOut(values, writing)] : []),
      row(values, writing),
    ],
  }
}

const handed = (
  { administrator, groups, applications, guests }: Letters['handedOver'],
  { roleNames, handOver, memberships: { leave } }: Writing,
): string[] => [
  ...(administrator ? [handOver.role(roleNameIn(roleNames, 'Global Administrator'))] : []),
  ...(groups > 0 ? [leave.ends.ownedGroups(groups)] : []),
  ...(applications > 0 ? [leave.ends.ownedApplications(applications)] : []),
  ...(guests > 0 ? [leave.ends.sponsoredGuests(guests)] : []),
]

/** What they had asked for, of whom nobody answered (R40). */
const unanswered = (
  { unansweredSince = null }: Letters['erased'],
  { speech, standing }: Writing,
  here: At,
): Block[] =>
  unansweredSince === null
    ? []
    : [paragraph(standing.erased.unanswered({ ...here, time: speech.time(unansweredSince) }))]

/** Nobody is invited to where they are at home, and a closed organization invites nobody. */
const invitedAgain = (
  { isHome, closed }: Letters['erased'],
  { standing }: Writing,
  here: At,
): Block[] => (isHome === true || closed ? [] : [paragraph(standing.erased.again(here))])

const told: Told = {
  redemptionReset: (values, writing, here) => {
    const { redemptionReset: words } = writing.standing
    return {
      subject: words.subject(here),
      blocks: [
        paragraph(words.lead({ ...here, address: writing.speech.name(values.address) })),
        paragraph(words.unexpected),
        wayOut(values, writing),
        row(values, writing),
      ],
    }
  },
  disabled: (values, writing, here) => {
    const { disabled: words } = writing.standing
    return {
      subject: words.subject(here),
      blocks: [
        paragraph(values.isHome === true ? words.home(here) : words.guest(here)),
        ...(values.isHome === true
          ? [
              paragraph(words.homeNext(here)),
              paragraph(words.homeGuest),
              byAddress(words.askFromHome, writing),
            ]
          : [paragraph(words.guestNext), row(values, writing), byAddress(words.ask, writing)]),
      ],
    }
  },
  enabled: (values, writing, here) => ({
    subject: writing.standing.enabled.subject(here),
    blocks: [
      paragraph(writing.standing.enabled.lead(here)),
      wayOut(values, writing),
      row(values, writing),
    ],
  }),
  restored: (values, writing, here) => ({
    subject: writing.standing.restored.subject(here),
    blocks: [
      paragraph(writing.standing.restored.lead(here)),
      ...stillDisabled(values, writing, here),
      wayOut(values, writing),
      row(values, writing),
    ],
  }),
  held: (values, writing, here) => ({
    subject: writing.standing.held.subject(here),
    blocks: [paragraph(writing.standing.held.lead(here)), row(values, writing)],
  }),
  holdEnded: (values, writing, here) => ({
    subject: writing.standing.holdEnded.subject(here),
    blocks: [paragraph(writing.standing.holdEnded.lead(here)), row(values, writing)],
  }),
  undone: (values, writing, here) => ({
    subject: writing.standing.undone.subject(here),
    blocks: [
      paragraph(writing.standing.undone.lead(here)),
      ...stillDisabled(values, writing, here),
      note(writing.standing.undone.unexpected),
      wayOut(values, writing),
      row(values, writing),
    ],
  }),
  restoredAsks: (values, writing, here) => ({
    subject: writing.standing.restoredAsks.subject(here),
    blocks: [
      paragraph(writing.standing.restoredAsks.lead(here)),
      paragraph(writing.standing.restoredAsks.nothing),
      row(values, writing),
    ],
  }),
  requestAnswered: answered,
  requestMoved: (values, writing, here) => {
    const { subject, blocks } = requestMoved(values, writing, here)
    return { subject, blocks: [...blocks, row(values, writing)] }
  },
  roleGiven: (values, writing, here) => {
    const { roleGiven: words } = writing.standing
    const role = roleNameIn(writing.roleNames, values.role)
    return {
      subject: words.subject({ ...here, role }),
      blocks: [paragraph(words.lead({ ...here, role })), row(values, writing)],
    }
  },
  roleTaken: (values, writing, here) => {
    const { roleTaken: words } = writing.standing
    const role = roleNameIn(writing.roleNames, values.role)
    return {
      subject: words.subject({ ...here, role }),
      blocks: [paragraph(words.lead({ ...here, role })), row(values, writing)],
    }
  },
  handedOver: (values, writing, here) => {
    const { handedOver: words } = writing.standing
    return {
      subject: words.subject(here),
      blocks: [
        paragraph(words.lead({ ...here, what: writing.speech.list(handed(values, writing)) })),
        paragraph(words.next(here)),
        row(values, writing),
      ],
    }
  },
  sessionsEnded: (values, writing, here) => {
    const { sessionsEnded: words } = writing.standing
    return {
      subject: words.subject(here),
      blocks: [
        paragraph(values.isHome === true ? words.home(here) : words.guest(here)),
        paragraph(words.unexpected(here)),
        row(values, writing),
      ],
    }
  },
  lifecycle: (values, writing, here) => {
    const { subject, blocks } = lifecycleTold(values, writing, here)
    const isOver = values.notice === 'done'
    return {
      subject,
      blocks: [...blocks, ...(isOver ? [] : [wayOut(values, writing)]), row(values, writing)],
    }
  },
  waysInEnded: (values, writing, here) => ({
    subject: writing.standing.waysInEnded.subject(here),
    blocks: [
      paragraph(writing.standing.waysInEnded.lead(here)),
      wayOut(values, writing),
      row(values, writing),
    ],
  }),
  userTypeChanged: (values, writing, here) => ({
    subject: writing.standing.userTypeChanged.subject[values.userType](here),
    blocks: [
      paragraph(writing.standing.userTypeChanged.lead[values.userType](here)),
      wayOutOfEither(values, writing),
      row(values, writing),
    ],
  }),
  erased: (values, writing, here) => {
    const { erased: words } = writing.standing
    return {
      subject: words.subject(here),
      blocks: [
        paragraph(words.lead(here)),
        ...unanswered(values, writing, here),
        ...invitedAgain(values, writing, here),
        facts([writing.standing.receipt.reference, values.reference]),
        openReceipt(values, writing),
      ],
    }
  },
}

type Standings = {
  readonly [K in ToldKind | 'receipt' | 'receipts']: (
    values: Letters[K],
    writing: Writing,
  ) => Content
}

const standing =
  <K extends ToldKind>(kind: K) =>
  (values: Letters[K], writing: Writing): Content => {
    const { blocks, ...content } = told[kind](values, writing, at(values, writing))
    return { ...content, blocks: [...blocks, ...contact(values, writing)] }
  }

export const standingLetters: Standings = {
  redemptionReset: standing('redemptionReset'),
  disabled: standing('disabled'),
  enabled: standing('enabled'),
  restored: standing('restored'),
  restoredAsks: standing('restoredAsks'),
  undone: standing('undone'),
  held: standing('held'),
  holdEnded: standing('holdEnded'),
  requestAnswered: standing('requestAnswered'),
  requestMoved: standing('requestMoved'),
  roleGiven: standing('roleGiven'),
  roleTaken: standing('roleTaken'),
  handedOver: standing('handedOver'),
  sessionsEnded: standing('sessionsEnded'),
  lifecycle: standing('lifecycle'),
  waysInEnded: standing('waysInEnded'),
  userTypeChanged: standing('userTypeChanged'),
  erased: standing('erased'),
  receipt,
  receipts,
}
