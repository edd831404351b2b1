/** What the portal says about applications that can act for somebody. */
import type { ConsentScope } from '../../src/wire/account-access.ts'

export const consentWords = {
  title: 'Applications with access',
  hint: 'These can act for you, as far as you could yourself. End the access of one that you do not use.',
  none: 'No application can act for you just now.',
  everywhere: 'All your organizations',
  since: 'Since',
  lastUsed: 'last used',
  lasting: 'Goes on when you sign out',
  scopes: {
    openid: 'know that it is you',
    profile: 'see your name',
    email: 'see your e-mail address',
    'User.Read': 'read your user there',
    'Directory.Read.All': 'read the directory there',
    'Directory.AccessAsUser.All': 'do there what you may do',
    'Account.Read': 'see your account and all your organizations',
    'Account.ReadWrite': 'see and change your account, and leave organizations for you',
  } satisfies Record<ConsentScope, string>,
  can: (what: readonly string[]) =>
    `Can ${new Intl.ListFormat('en', { type: 'conjunction' }).format(what)}.`,
  end: 'End access',
  endNamed: (application: string) => `End access of ${application}`,
  endTitle: (application: string) => `End the access of ${application}?`,
  endText: (application: string) =>
    `${application} can do nothing for you any more, from the next moment on. Your account and your apps stay; when you open it again, it asks you first.`,
  ended: (application: string) => `The access of ${application} has ended.`,
}
