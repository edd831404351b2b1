/** The words of the mails about a change of somebody's standing. Each sentence is true of the facts of the person who reads it. */
import { quoted } from '../mail/quoted.ts'

export type ToldFacts = {
  readonly organizationName: string
  /** The organization lets guests leave by themselves. */
  readonly mayLeave: boolean
  readonly closed: boolean
  /** The organization is the person's home. */
  readonly isHome: boolean | null
}

/** What happened. */
export type Told =
  | { readonly kind: 'redemptionReset'; readonly address: string }
  | { readonly kind: 'userTypeChanged'; readonly userType: 'Member' | 'Guest' }
  | { readonly kind: 'erased' | 'waysInEnded' | 'restored' | 'restoredAsks' | 'disabled' | 'enabled' }
  | {
      readonly kind: 'requestAnswered'
      readonly request: 'removal' | 'restore'
      readonly answer: 'enable' | 'delete' | 'restore' | 'decline'
      readonly text: string | null
    }

type Text = { readonly subject: string; readonly lines: readonly string[] }

/** How the person gets out of the organization: by themselves, by asking, or not at all where it is their home. */
export const wayOut = ({ organizationName, mayLeave, closed, isHome }: ToldFacts): string => {
  if (isHome === true) return `If your account at ${organizationName} should end, ask its administrators to delete it.`
  return mayLeave || closed
    ? `If you do not want to be a guest of ${organizationName} any more, leave it on the page Organizations; no administrator is needed.`
    : `${organizationName} does not let guests leave by themselves. If you do not want to be its guest any more, ask to be removed on the page Organizations.`
}

// The home decides who can leave, not whether somebody is a member or a guest (R138).
const wayOutOfEither = (facts: ToldFacts): string => {
  const { organizationName, mayLeave, closed, isHome } = facts
  if (isHome === true) return wayOut(facts)
  return mayLeave || closed
    ? `Your home is elsewhere, so you can leave ${organizationName} on the page Organizations whenever you like; no administrator is needed.`
    : `${organizationName} does not let people from elsewhere leave by themselves. If your account there should end, ask to be removed on the page Organizations.`
}

const typeNames = { Member: 'a member', Guest: 'a guest' } as const

const answerSubjects = {
  removal: {
    done: (organization: string) => `${organization} has answered your request to be removed`,
    declined: (organization: string) => `${organization} has declined your request to be removed`,
  },
  restore: {
    done: (organization: string) => `Your account at ${organization} is back`,
    declined: (organization: string) => `${organization} has declined your request to be restored`,
  },
} as const

const answerLines = {
  enable: (organization: string) => `You asked ${organization} to be removed. An administrator there has enabled your account instead.`,
  delete: (organization: string) =>
    `You asked ${organization} to be removed, and you are. A mail of its own says until when that can be undone.`,
  restore: (organization: string) =>
    `You asked ${organization} to be restored, and your account there is back, with its groups, applications and roles.`,
  decline: (organization: string, request: 'removal' | 'restore') =>
    request === 'removal'
      ? `You asked ${organization} to be removed. An administrator there has declined that, so your account stays as it is.`
      : `You asked ${organization} to be restored. An administrator there has declined that, so you stay away.`,
  turnTo: (organization: string) =>
    `You can ask again on the page Organizations, or turn to whoever answers for your data at ${organization}.`,
} as const

const words: { readonly [K in Told['kind']]: (told: Extract<Told, { kind: K }>, facts: ToldFacts) => Text } = {
  redemptionReset: ({ address }, facts) => ({
    subject: `You are asked to accept the invitation of ${facts.organizationName} again`,
    lines: [
      `An administrator of ${facts.organizationName} has reset your invitation. Until it is accepted again, by whoever proves that ${address} is theirs, you cannot sign in there; your groups, applications and roles are kept.`,
      '',
      'If you did not expect this, or the address is not yours, ask the organization before anybody accepts.',
      '',
      wayOut(facts),
    ],
  }),
  disabled: (_, { organizationName, isHome }) => ({
    subject: `Your account at ${organizationName} is disabled`,
    lines: [
      isHome === true
        ? `An administrator of ${organizationName} has disabled your account there. Until it is enabled again you cannot sign in, neither there nor where you are a guest. Nothing is deleted.`
        : `An administrator of ${organizationName} has disabled your account there. Until it is enabled again you cannot use ${organizationName}. Nothing is deleted, and your other organizations are as they were.`,
      '',
      isHome === true
        ? `If you did not expect this, ask the administrators of ${organizationName}.`
        : `If you would rather have it deleted, ask to be removed on the page Organizations.`,
    ],
  }),
  enabled: (_, facts) => ({
    subject: `Your account at ${facts.organizationName} is enabled again`,
    lines: [
      `An administrator of ${facts.organizationName} has enabled your account there again, with its groups, applications and roles. What you were signed in to before has ended, so sign in anew.`,
      '',
      wayOut(facts),
    ],
  }),
  restored: (_, facts) => ({
    subject: `Your account at ${facts.organizationName} is back`,
    lines: [
      `An administrator of ${facts.organizationName} has restored your account there, with its groups, applications and roles.`,
      '',
      wayOut(facts),
    ],
  }),
  restoredAsks: (_, { organizationName }) => ({
    subject: `${organizationName} would like you to come back`,
    lines: [
      `You have left ${organizationName}. An administrator there has restored your account, and nothing of it is used until you say yes: accept or decline on the page Organizations.`,
      '',
      'If you do nothing, you stay away.',
    ],
  }),
  requestAnswered: ({ request, answer, text }, facts) => ({
    subject: answerSubjects[request][answer === 'decline' ? 'declined' : 'done'](facts.organizationName),
    lines: [
      answerLines[answer](facts.organizationName, request),
      ...(text === null ? [] : ['', 'They write:', '', ...quoted(text)]),
      ...(answer === 'decline' && request === 'removal' && !facts.mayLeave ? ['', answerLines.turnTo(facts.organizationName)] : []),
      ...(answer === 'enable' || answer === 'restore' ? ['', wayOut(facts)] : []),
    ],
  }),
  waysInEnded: (_, facts) => ({
    subject: `Your access to ${facts.organizationName} has to be set up again`,
    lines: [
      `You were given more rights at ${facts.organizationName}. What you sign in there with had been set up by somebody who has fewer, so it has ended, and nobody can come in by it. An administrator of ${facts.organizationName} gives you a new way in.`,
      '',
      wayOut(facts),
    ],
  }),
  userTypeChanged: ({ userType }, facts) => ({
    subject: `You are now ${typeNames[userType]} of ${facts.organizationName}`,
    lines: [
      `An administrator of ${facts.organizationName} has made you ${typeNames[userType]} there. Your groups, applications and roles are kept, and you sign in as before.`,
      '',
      wayOutOfEither(facts),
    ],
  }),
  // Nothing is left to come back to, and no list names the organization any more: this is the last that they hear of it.
  erased: (_, { organizationName }) => ({
    subject: `Your data at ${organizationName} is erased`,
    lines: [
      `Your account at ${organizationName} has been permanently deleted, with all of your data there. Nobody can restore it.`,
      '',
      `${organizationName} can invite you again; you would start anew.`,
    ],
  }),
}

/** The mail about `told`. */
export const toldWords = (told: Told, facts: ToldFacts): Text => (words[told.kind] as (told: Told, facts: ToldFacts) => Text)(told, facts)
