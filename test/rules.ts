/**
 * The rules of the product and the complaints that it answers: what each is about, and where it is
 * from (S: the document that the project began with, E: what Entra does, P: what people complained
 * of, P+: what broke here or elsewhere, D: our decision). Tests carry their numbers, and breaks of
 * the mutation lane too; `docs/rules.md` is written from here and from them.
 */
import { globSync, readFileSync } from 'node:fs'
import type { Mutation } from './mutations/mutation.ts'
/** By number: what the rule is about, and its marks. */
export const rules: Readonly<Record<string, readonly [about: string, marks: string]>> = {
  R1: ['Self-service leave', 'S'],
  R2: ['Home organization', 'S'],
  R3: ['Home organization', 'S E'],
  R4: ['Order', 'E'],
  R5: ['No home', 'E'],
  R6: ['Confirmation', 'S'],
  R7: ['Confirmation text', 'E P'],
  R8: ['Completeness', 'P'],
  R9: ['Names', 'P'],
  R10: ['One address', 'P'],
  R11: ['Tenant-qualified URL', 'E'],
  R12: ['Authority to leave', 'P'],
  R13: ['Policy veto', 'P'],
  R14: ['Freshness', 'D'],
  R15: ['Effect', 'S'],
  R16: ['Where it goes', 'S'],
  R17: ['Access ends', 'P'],
  R18: ['Other organizations', 'E'],
  R19: ['Lists follow', 'P'],
  R20: ['Receipt', 'P'],
  R21: ['Other endings', 'P'],
  R22: ['Leave setting', 'E'],
  R23: ['Guard', 'E'],
  R24: ['Not allowed', 'E'],
  R25: ['Reasons', 'P'],
  R26: ['Reasons', 'P'],
  R27: ['Disabled at resource', 'S'],
  R28: ['Disabled at home', 'S'],
  R29: ['Way out', 'S'],
  R30: ['Removal request', 'P'],
  R31: ['Removal request', 'P'],
  R32: ['No answer', 'P'],
  R33: ['Disabled by policy', 'D'],
  R34: ['Hide', 'P E'],
  R35: ['Decline', 'P E'],
  R36: ['Decline', 'P'],
  R37: ['Block', 'P'],
  R38: ['Fan-out', 'P'],
  R39: ['Group versus organization', 'E'],
  R40: ['Come back', 'S P'],
  R41: ['Profile sharing without an object', 'E'],
  R42: ['Last administrator', 'D'],
  R43: ['Home deleted', 'P'],
  R44: ['Home deleted', 'P'],
  R45: ['Idempotence', 'D'],
  R46: ['Scope', 'E'],
  R47: ['Scope', 'E'],
  R48: ['Links kept', 'E'],
  R49: ['Who', 'E'],
  R50: ['Cause recorded', 'P'],
  R51: ['Restore keeps it', 'D'],
  R52: ['Window', 'S E'],
  R53: ['Stored dates', 'E'],
  R54: ['After the window', 'E'],
  R55: ['Fixed length', 'S D'],
  R56: ['Groups and permissions', 'S'],
  R57: ['Identity', 'E'],
  R58: ['Roles and licences', 'E'],
  R59: ['Other links', 'D'],
  R60: ['Broken links', 'D P'],
  R61: ['Preview', 'P'],
  R62: ['Invisible', 'E'],
  R63: ['UPN', 'E'],
  R64: ['UPN clash', 'E'],
  R65: ['Address clash', 'E'],
  R66: ['No clash by design', 'E'],
  R67: ['Who restores', 'E'],
  R68: ['Bulk', 'E'],
  R69: ['Page', 'E P'],
  R70: ['Sort', 'E'],
  R71: ['Not re-deleted', 'P'],
  R72: ['Redemption kept', 'D'],
  R73: ['Re-invite, soft-deleted', 'P'],
  R74: ['Re-invite, forced', 'D'],
  R75: ['Re-invite, purged', 'E'],
  R76: ['Re-invite, disabled', 'P'],
  R77: ['Re-invite, pending', 'P'],
  R78: ['Early', 'S'],
  R79: ['Two steps', 'S E'],
  R80: ['Selection', 'S'],
  R81: ['Irrevocable', 'S'],
  R82: ['Automatic', 'E'],
  R83: ['Data removal', 'E'],
  R84: ['Progress', 'P'],
  R85: ['What stays', 'E D'],
  R86: ['Hold', 'D'],
  R87: ['Fields', 'E'],
  R88: ['Address check', 'D P+'],
  R89: ['States', 'E'],
  R90: ['UPN', 'E'],
  R91: ['Identities', 'E'],
  R92: ['One person, one object', 'E'],
  R93: ['Member invite', 'E'],
  R94: ['Who invites', 'E'],
  R95: ['Domain list', 'E'],
  R96: ['Domain list', 'E'],
  R97: ['Consent', 'E'],
  R98: ['Auto-redeem', 'E'],
  R99: ['Provider order', 'E'],
  R100: ['Reset', 'E'],
  R101: ['Reset, privileged', 'E'],
  R102: ['Permission level', 'E'],
  R103: ['Restricted guests', 'P'],
  R104: ['Sponsors', 'E'],
  R105: ['Orphan sponsor', 'D'],
  R106: ['Scope', 'E'],
  R107: ['Self-service copy', 'D'],
  R108: ['Export', 'E'],
  R109: ['Copy before goodbye', 'D'],
  R110: ['Log outlives erasure', 'D'],
  R111: ['Distinct events', 'P E'],
  R112: ['Both sides', 'E'],
  R113: ['Names', 'E'],
  R114: ['Review action', 'E'],
  R115: ['Review notice', 'P'],
  R116: ['Inactivity', 'E'],
  R117: ['Unredeemed', 'E'],
  R118: ['Guest Inviter', 'E'],
  R119: ['Directory Readers', 'E'],
  R120: ['Cross-organization', 'E'],
  R121: ['Closed organization', 'P'],
  R122: ['One door out', 'P+'],
  R123: ['Reset of redemption', 'P+'],
  R124: ['Able administrator', 'P+'],
  R125: ['Hand-over', 'D'],
  R126: ['Access ends at a moment', 'P+'],
  R127: ['Sticky leave', 'P P+'],
  R128: ['Told', 'P P+'],
  R129: ['Held data', 'P+'],
  R130: ['Home gone', 'P+'],
  R131: ['Last activity', 'P+'],
  R132: ['Waiting invitations', 'P+'],
  R133: ['Guest end date', 'E'],
  R134: ['Lifecycle policies', 'E'],
  R135: ['Never a trap', 'D'],
  R136: ['Attestation', 'E'],
  R137: ['Purge protection', 'E'],
  R138: ['Conversion', 'E'],
  R139: ['Whole copy', 'P+'],
  R140: ['Bytes', 'P+'],
  R141: ['Home side', 'E'],
  R142: ['Undo', 'D'],
  R143: ['Retention', 'D P+'],
  R144: ['Who never came', 'D P+'],
}

/** By letter, the most frequent first. */
export const complaints: Readonly<Record<string, string>> = {
  A: 'Blocked in the resource organization and nobody answers',
  B: 'A dead organization breaks sign-in elsewhere',
  C: 'Cannot find the leave control; UI and docs drift apart',
  D: 'Personal / passcode account cannot reach the page; must know the tenant id',
  E: 'Must sign in (and pass Conditional Access / MFA) there in order to leave',
  F: 'Gone from the account page, still in the client',
  G: 'Lost MFA device / second registration per organization',
  H: 'No reason given',
  I: 'Enrolled without consent; cannot refuse',
  J: 'Restore is opaque or undone',
  K: 'Organization missing from the list, or only a GUID',
  L: 'How do I come back?',
  M: 'Re-invite errors with leftovers',
  N: 'No receipt; silent removal',
  O: 'Home account deleted — then what?',
  P: 'Removal takes effect too late',
}

/** Rules that nothing here has to show, each with the reason. */
export const dropped: Readonly<Record<string, string>> = {
  R14: 'dropped: leaving asks for no second sign-in',
  R33: 'dropped: a disabled account is disabled, whoever did it',
  R41: 'no part of the product: nothing is shared here without a user object',
}

/**
 * Rules that no test carries yet, and rules with the mark S, P or P+ that nothing breaks on purpose
 * yet. Both may only become fewer.
 */
export const unshown: readonly string[] = []
export const unbroken: readonly string[] = []

/** The titles of the tests of a file. */
export const titlesOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^\s*test\(\s*([`'"])(.*?)\1,/gm)].map(
    ([, , title]) => title ?? '',
  )

const testFiles = (): readonly (readonly [path: string, titles: readonly string[]])[] =>
  globSync('{src,test}/**/*.{test,e2e}.ts')
    .toSorted()
    .map((path) => [path, titlesOf(path)])

// A complaint is named so in front of the colon, as in "complaint J, R60: …".
const carries = (name: string): RegExp =>
  new RegExp(name.length > 1 ? `\\b${name}\\b` : `^[^:]*\\bcomplaint ${name}\\b[^:]*:`)

/** The files whose tests carry each of the names. */
export const shownBy = (names: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const files = testFiles()
  return new Map(
    names.map((name) => [
      name,
      files
        .filter(([, titles]) => titles.some((title) => carries(name).test(title)))
        .map(([path]) => path),
    ]),
  )
}

/** Whether a rule is one that the mutation lane has to break. */
export const isToBeBroken = (rule: string): boolean =>
  dropped[rule] === undefined && /S|P/.test(rules[rule]?.[1] ?? '')

/** How many breaks there are against each rule. */
export const breaksOf = (mutations: readonly Mutation[]): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>()
  for (const { rule } of mutations) counted.set(rule, (counted.get(rule) ?? 0) + 1)
  return counted
}
