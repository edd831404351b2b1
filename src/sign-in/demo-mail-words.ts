/** The words of the page that shows the mails of a demo; a demo is in English. */
export const demoMailWords = {
  title: 'Mail of this demo',
  intro:
    'No mail leaves the demo. What would have been sent stands here, the newest first. Load the page again to see more.',
  back: 'Back to the demo',
  none: 'Nothing yet. Ask for a code on the sign-in page, or invite somebody.',
  to: (recipient: string, when: string) => `To ${recipient}, ${when}`,
  replyTo: (address: string) => `Answers go to ${address}`,
  asPage: 'See it as a mail program shows it',
  gone: 'This mail is not there any more.',
} as const
