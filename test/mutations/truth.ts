/** Breaks of what people and administrators are shown, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const activity = 'src/directory/last-activity.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R131',
    file: 'src/sign-in/session.ts',
    from: '    await noteActivity(tx, { tenantId, userId: door.userId }, now)\n',
    to: '',
    test: activity,
  },
  { rule: 'R131', file: 'src/sign-in/session.ts', from: 'if (activityIsStale(lastActiveAt, now))', to: 'if (false)', test: activity },
]
