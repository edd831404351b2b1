/**
 * Codes of the copy in words: what a person reads says none as it is; the JSON does. The compiler
 * asks for words of each code that we know; one of before is said to be so.
 */
import { guestIssuerStart, homeIssuerStart } from '../../directory/identity-issuer.ts'
import type { Activity, TargetKind } from '../../events/event.ts'
import { emailIssuer } from '../../kernel/address.ts'
import type { Reader } from '../../pages/reader.ts'
import type { ReceiptKind } from '../../receipts/receipt.ts'
import type { DeletedByKind } from '../../wire/deleted-by.ts'
import type { MailState } from '../../wire/mail-state.ts'
import type { ListName } from '../../wire/my-data.ts'
import { localeNames } from './locale-names.ts'

type Say = (value: string) => string
/** What says a property, by its name. */
export type Says = Readonly<Partial<Record<string, Say>>>

type Words = Reader['words']['copy']['codes']
type Complete = {
  readonly activity: Readonly<Record<Activity, string>>
  readonly target: Readonly<Record<TargetKind, string>>
  readonly receipt: Readonly<Record<ReceiptKind, string>>
  readonly deletedBy: Readonly<Record<DeletedByKind, string>>
  readonly mailState: Readonly<Record<MailState, string>>
}

const say =
  (table: Readonly<Record<string, string>>, { other }: Words): Say =>
  (code) =>
    Object.hasOwn(table, code) ? (table[code] ?? other) : other

// Where the organization keeps who somebody is: at home, as a guest of a provider of its own, by a
// mailbox; else a provider says its own address.
const issuerOf = (issuer: string, { issuer: words }: Words): string => {
  if (issuer === emailIssuer) return words.email
  const isOfProvider = issuer.startsWith(homeIssuerStart) || issuer.startsWith(guestIssuerStart)
  if (isOfProvider) return words.provider
  return issuer.startsWith('urn:') ? words.here : issuer
}

const scopesOf = (scope: string, { scope: words }: Words, { speech }: Reader): string => {
  const known: Readonly<Record<string, string>> = words
  const said = scope.split(' ').map((one) => known[one] ?? words.others)
  return speech.list([...new Set(said)])
}

/** What says the properties of the user itself. */
export const saysOfUser = (reader: Reader): Says => {
  const { codes } = reader.words.copy
  const names = localeNames(reader.locale)
  return {
    userType: say(codes.userType, codes),
    creationType: say(codes.creationType, codes),
    externalUserState: say(codes.invitationState, codes),
    deletedByKind: say(codes.deletedBy, codes),
    preferredLanguage: names.language,
    usageLocation: names.region,
  }
}

/** What says the properties of a section. */
export const saysOf = (name: ListName, reader: Reader): Says => {
  const { copy, roleNames } = reader.words
  const { codes } = copy
  const complete: Complete = codes
  const { language } = localeNames(reader.locale)
  const scope: Says = { scope: (text) => scopesOf(text, codes, reader) }
  const roles: Readonly<Record<string, string>> = roleNames
  const all: Readonly<Partial<Record<ListName, Says>>> = {
    roles: { displayName: (role) => roles[role] ?? role },
    invitation: { language },
    settings: { language },
    requests: { kind: say(codes.requestKind, codes), state: say(codes.requestState, codes) },
    lifecycle: { kind: say(codes.lifecycle, codes) },
    receipts: { kind: say(complete.receipt, codes) },
    waysIn: { kind: say(codes.wayIn, codes) },
    consents: scope,
    programs: scope,
    identities: { issuer: (issuer) => issuerOf(issuer, codes) },
    mailOutcomes: {
      purpose: say(codes.letter, codes),
      outcome: say(complete.mailState, codes),
    },
    toldMails: { kind: say(codes.letter, codes), state: say(complete.mailState, codes) },
    waitingMail: { kind: say(codes.letter, codes), language },
    events: { activity: say(complete.activity, codes), targetKind: say(complete.target, codes) },
  }
  return all[name] ?? {}
}
