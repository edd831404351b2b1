/** The queue of requests, and what becomes of those that nobody answers; in English. */
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('en')

export const asking = {
  search: 'Find by name',
  show: 'Show',
  views: { open: 'Open', held: 'On hold', answered: 'No longer open', all: 'All' },
  anyKind: 'Anything',
  due: 'Due',
  anyDay: 'Any day',
  oneRequest: 'You see one request alone. Clear the filters to see the others.',
  dueToday: 'Today',
  dueWithin: (days: number) => plural(days, { one: 'Within # day', other: 'Within # days' }),
  thenRemoved: 'then deleted by itself',
  thenEnds: 'then it ends',
  onHold: 'On hold',
  tools: 'Answer the ticked requests',
  tickSome: 'Tick requests first.',
  notForAll: 'Not each of the ticked requests takes this answer.',
  answerTicked: {
    enable: 'Enable those who asked in the ticked requests',
    delete: 'Delete those who asked in the ticked requests',
    restore: 'Restore those who asked in the ticked requests',
    decline: 'Decline the ticked requests',
    hold: 'Hold the ticked requests',
    release: 'End hold on the ticked requests',
  },
  manyTitles: {
    enable: (count: number) => plural(count, { one: 'Enable # user?', other: 'Enable # users?' }),
    delete: (count: number) => plural(count, { one: 'Delete # user?', other: 'Delete # users?' }),
    restore: (count: number) =>
      plural(count, { one: 'Restore # user?', other: 'Restore # users?' }),
    decline: (count: number) =>
      plural(count, { one: 'Decline # request?', other: 'Decline # requests?' }),
    hold: (count: number) => plural(count, { one: 'Hold # request?', other: 'Hold # requests?' }),
    release: (count: number) =>
      plural(count, {
        one: 'End the hold on # request?',
        other: 'End the hold on # requests?',
      }),
  },
  manyDone: (count: number) =>
    plural(count, { one: '# request is answered.', other: '# requests are answered.' }),
  manyPartly: (done: number, failed: number) =>
    `${plural(done, { one: '# request is answered', other: '# requests are answered' })}, ${plural(
      failed,
      { one: '# is not:', other: '# are not:' },
    )}`,
  settings: 'When nobody answers',
  days: 'Days to answer a request to be removed',
  daysHint: (lastDays: number) =>
    `Requests that are open already keep their day. Administrators are reminded at half time and ${plural(lastDays, { one: 'a day', other: '# days' })} before.`,
  removes: 'Delete whoever asked to be removed and was not answered in time',
  removesHint:
    'They can be restored as always. Somebody who has to stay needs a hold on the request, with a reason. When you turn this off, whoever has an open request is told by mail.',
  keptReason: 'Why nobody is removed by itself',
  keptReasonHint: 'Whoever asks to be removed reads this.',
  saved: 'The settings are saved.',
}

export type AskingWords = typeof asking
