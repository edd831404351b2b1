/** The page on which somebody who cannot sign in asks to be removed, in English. */

export const removal = {
  title: 'Ask to be removed',
  intro:
    'If you cannot sign in, because your account at home is disabled or deleted, or your home organization is closed, you can still ask the organizations that you visit to remove you. Show first that the address they invited is yours.',
  sendCode: 'Send me a code by e-mail',
  toOrganizations: 'I can sign in: show my organizations',
  some: (address: string) =>
    `${address} is yours. These organizations have a guest of this address:`,
  none: (address: string) =>
    `${address} is yours, and no organization here has a guest of this address. There is nothing to be removed from.`,
  ask: (organization: string) => `Ask ${organization} to remove me`,
  message: 'Message to the administrators (optional)',
  sent: 'Your request is with the administrators. The answer comes by mail.',
  withdrawn: 'Your request is taken back.',
  notFound: 'This organization has no guest of this address any more.',
  tooLong: 'The message is longer than 1024 characters. Make it shorter.',
  otherAddress: 'Show another address',
}

export type RemovalWords = typeof removal
