/** The page on which somebody who cannot sign in asks to be removed or restored, in English. */

export const removal = {
  title: 'Ask to be removed or restored',
  intro:
    'If you cannot sign in, because your account at home is disabled or deleted, your home organization is closed, or an organization has removed you, you can still ask the organizations that you visit to remove you, and those that removed you to restore you. Show first that the address they invited is yours.',
  sendCode: 'Send me a code by e-mail',
  toOrganizations: 'I can sign in: show my organizations',
  some: (address: string) =>
    `${address} is yours. These are the organizations that have, or had, a guest of this address:`,
  none: (address: string) =>
    `${address} is yours, and no organization here has a guest of this address, or one whom it could still restore. There is nothing to ask for.`,
  ask: {
    removal: (organization: string) => `Ask ${organization} to remove me`,
    restore: (organization: string) => `Ask ${organization} to restore me`,
  },
  endedClosed: (organization: string) =>
    `Your account there has ended. ${organization} is closed, so nobody there restores it.`,
  held: 'Your data there is kept because of a hold. It is erased when the hold has ended.',
  ended: (until: string) => `Your account there has ended. It can be restored until ${until}.`,
  message: 'Message to the administrators (optional)',
  sent: 'Your request is with the administrators. The answer comes by mail.',
  sentClosed: (organization: string) =>
    `Your request is filed. ${organization} is closed, so nobody has to answer it: what becomes of it stands below, and in the mail that you get.`,
  /** Of a closed organization, where nobody has to answer: before asking, after, and before that
   * is taken back. */
  ofClosed: {
    text: (organization: string) =>
      `${organization} is closed, so nobody has to answer. Your account there is deleted by itself in a few days; the request says on which day. Until then you can take it back.`,
    asked: {
      removal: 'You asked to be removed.',
      restore: 'You asked to be restored.',
    },
    withdraw: {
      removal: (organization: string) =>
        `Your account at ${organization} is then not deleted because of it. You can ask again.`,
      restore: (organization: string) =>
        `${organization} is closed, so nobody there restores your account. Once you have taken it back, you cannot ask again while it is closed.`,
    },
  },
  canSignIn: (organization: string) =>
    `You can sign in: what you are at ${organization}, and what you can do about it, stands in the list of your organizations.`,
  withdrawn: 'Your request is taken back.',
  notFound:
    'There is nothing any more that you could ask this organization for as its guest of this address.',
  tooLong: (most: string) => `The message is longer than ${most} characters. Make it shorter.`,
  otherAddress: 'Show another address',
}

export type RemovalWords = typeof removal
