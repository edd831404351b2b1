/** Breaks of restoring, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const test = 'src/directory/deleted/restore-plan.property.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R60',
    title: 'what is left out',
    file: 'src/directory/deleted/restore.ts',
    test,
    from: 'await endLinks(tx, which, ended, context)',
    to: 'await endLinks(tx, which, [], context)',
  },
  {
    rule: 'R60',
    title: 'what is left out',
    file: 'src/directory/deleted/plan.rule.ts',
    test,
    from: 'if (unknown !== undefined)',
    to: 'if (unknown === null)',
  },
  {
    rule: 'R61',
    title: 'the preview of a restore equals',
    file: 'src/directory/deleted/plan.rule.ts',
    test,
    from: "before >= maxSponsors ? 'tooManySponsors' : undefined",
    to: 'before < 0 ? undefined : undefined',
  },
  {
    rule: 'R61',
    title: 'the preview of a restore equals',
    file: 'src/directory/deleted/plan.rule.ts',
    test,
    from: "(link.othersThere ?? 0) >= maxSponsors ? 'tooManySponsors' : undefined",
    to: '(link.othersThere ?? 0) < 0 ? undefined : undefined',
  },
]
