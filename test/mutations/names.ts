/** Breaks of addresses, names, people's text and files, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const address = 'src/kernel/address.ts'
const text = 'src/kernel/text.ts'
const kernel = 'src/kernel/address.test.ts'
const doors = 'test/addresses.test.ts'

export const mutations: readonly Mutation[] = [
  { rule: 'R88', file: address, test: kernel, from: 'A-Za-z0-9!#$%&', to: 'A-Za-z0-9!#$%', quick: true },
  { rule: 'K1', file: address, test: kernel, from: "  if (hasUnseen(given)) return { problem: 'unseen' }\n", to: '' },
  { rule: 'K1', file: address, test: kernel, from: '`${fold(local)}@${parsed.domain}`', to: '`${local}@${parsed.domain}`' },
  { rule: 'K1', file: 'src/kernel/domain.ts', test: kernel, from: "if (given.includes('_'))", to: 'if (false)' },
  { rule: 'K1', file: 'src/kernel/domain.ts', test: kernel, from: '&& isOneSpelling(label)', to: '' },
  { rule: 'K2', file: text, test: kernel, from: ".replaceAll('ς', 'σ')", to: '' },
  { rule: 'K2', file: text, test: kernel, from: String.raw`\p{Cc}\p{Cf}\p{Cs}`, to: String.raw`\p{Cc}\p{Cs}` },
  { rule: 'K10', file: text, test: kernel, from: String.raw`\r\u0085\u2028\u2029]/u`, to: String.raw`\r]/u` },
  { rule: 'K10', file: 'src/mail/quoted.ts', test: doors, from: 'linesOf(text).map', to: "text.split('\\n\\n').map" },
  {
    rule: 'K1',
    file: 'src/sign-in/pages.ts',
    test: doors,
    from: `type="\${one.type === 'password' ? 'password' : 'text'}"`,
    to: `type="\${one.type === 'address' ? 'email' : 'text'}"`,
  },
  {
    rule: 'K1',
    file: 'src/sign-in/invitation-pages.ts',
    test: doors,
    from: 'prover.addresses.includes(invitation.addressKey)',
    to: 'prover.addresses.includes(invitation.address as never)',
  },
  {
    rule: 'K1',
    file: 'src/directory/create-user.ts',
    test: doors,
    from: '(_, place) => guestPrincipalName(address, domain, place + 1)',
    to: '() => guestPrincipalName(address, domain)',
  },
  { rule: 'R92', file: 'src/directory/addresses.sql.ts', test: doors, from: 'u.other_mail_keys @> array[${key}::text]', to: 'false' },
  {
    rule: 'K1',
    file: 'src/directory/update-user.ts',
    test: doors,
    title: 'faults 55',
    from: "  if (taken !== undefined) return { outcome: 'addressTaken', ...taken }\n",
    to: '',
  },
  {
    rule: 'K2',
    file: 'src/cli/import/known.ts',
    test: doors,
    from: 'names.map(nameKey)',
    to: 'names.map((name) => name.toLowerCase() as NameKey)',
  },
  {
    rule: 'K2',
    file: 'src/store/keys-of-names.ts',
    test: doors,
    from: 'other_mail_keys = ${otherMails.map(nameKey)}::text[]',
    to: 'other_mail_keys = ${otherMails}::text[]',
  },
  {
    rule: 'U18',
    file: 'src/kernel/config.ts',
    test: 'src/kernel/config.test.ts',
    from: 'const problems = unknownOnes(env)',
    to: 'const problems: string[] = []',
  },
  {
    rule: 'U18',
    file: 'src/kernel/config.ts',
    test: 'src/kernel/config.test.ts',
    from: 'if (values.GUESTHOUSE_SMTP_URL !== undefined &&',
    to: 'if (false &&',
  },
  {
    rule: 'U10',
    file: 'src/kernel/config.ts',
    test: 'src/kernel/config.test.ts',
    from: "'127.0.0.1', '::1', 'localhost'",
    to: "'localhost'",
  },
  {
    rule: 'U18',
    title: 'refused with another, in words',
    file: 'src/cli/key-check.ts',
    test: 'src/cli/key-check.test.ts',
    from: 'if (kept === undefined || !opens',
    to: 'if (kept === undefined || opens',
  },
]
