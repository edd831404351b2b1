/** The first page of the demo, in English. */
import { pluralOf } from '../speech.ts'

const plural = pluralOf('en')
/** Who can sign in, and what each can show. */
const cast = {
  ada: {
    who: 'guest in four organizations, and invited to one more',
    see: 'Leave Fabrikam, see why Northwind and Tailspin keep her, and take her data along.',
  },
  bob: {
    who: 'guest in Fabrikam and Tailspin',
    see: 'A request to be removed that waits for an answer, with its day.',
  },
  frank: {
    who: 'Global Administrator of Fabrikam',
    see: 'Once Ada has left: restore her under Deleted users, with what she had, or delete her permanently.',
  },
  fiona: {
    who: 'User Administrator of Fabrikam',
    see: 'The same lists, and what her role may not do.',
  },
  nora: {
    who: 'Global Administrator of Northwind',
    see: 'Ada is disabled here: enable or delete her.',
  },
  tom: {
    who: 'Global Administrator of Tailspin',
    see: 'Guests may not leave by themselves here: answer Bob before his day comes.',
  },
  carol: {
    who: 'Global Administrator of Contoso',
    see: 'The home organization of Ada and Bob.',
  },
  lena: {
    who: 'Global Administrator of Litware',
    see: 'Ada is invited here and has not accepted.',
  },
}

/** What is counted, by what it is called beside its number. */
const happened = {
  erased: 'Accounts erased for good, each with a receipt',
  ended: 'Accounts ended by a rule, or because their day had come',
  requestsEnded: 'Requests that came to their end unanswered',
  objectsErased: 'Groups and applications erased',
  mails: 'Mails written, reminders among them',
  entries: 'Entries written to the audit logs',
}

export const demo = {
  title: 'Demo',
  intro:
    'Six made-up organizations and their people. Nothing here is about anybody real, and no mail leaves.',
  cast,
  castTitle: 'Sign in with one click',
  signInAs: (name: string) => `Sign in as ${name}`,
  timeTitle: 'Time machine',
  today: (date: string) => `In this demo it is ${date}.`,
  skipHint:
    'For each skipped day the jobs run that run every day: reminders are written, requests come to their end, and whoever left is erased when the time to restore them is over. You may have to sign in again afterwards.',
  skip: (days: number) => plural(days, { one: 'Skip a day', other: 'Skip # days' }),
  skipped: (days: string) => `Time has moved on. Days skipped: ${days}`,
  happened,
  proof:
    'The mail to whoever was erased leads to their receipt. Administrators find the proof under “Erasures”.',
  mailTitle: 'Latest mail',
  mailNone: 'Nothing yet. Leave an organization, and come back.',
  mailTo: (recipient: string) => `To ${recipient}`,
  allMail: 'Read all mail',
  mailPage: {
    title: 'Mail of this demo',
    intro:
      'No mail leaves the demo. What would have been sent stands here, the newest first. Load the page again to see more.',
    none: 'Nothing yet. Ask for a code on the sign-in page, or invite somebody.',
    to: (recipient: string, when: string) => `To ${recipient}, ${when}`,
    replyTo: (address: string) => `Answers go to ${address}`,
    asPage: 'See it as a mail program shows it',
    gone: 'This mail is not there any more.',
  },
  gone: (name: string) => `${name} has no account in this demo any more. Choose somebody else.`,
}

export type DemoWords = typeof demo
