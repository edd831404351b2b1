/**
 * Breaks of what the documents promise in so many words, each caught by the test that they name.
 */
import type { Mutation } from './mutation.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'K20',
    file: 'src/credentials/sign-in.ts',
    from: '    await noteWrong(db, found, before, context)',
    to: '    if (found !== undefined) await noteWrong(db, found, before, context)',
    test: 'src/sign-in/strangers.test.ts',
    title: 'a known and an unknown name cost the same statements',
  },
]
