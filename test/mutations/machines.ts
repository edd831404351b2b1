/** Breaks of what keeps people's data when machines fail, each caught by a test. */
import type { Mutation } from './mutation.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'Address',
    file: 'src/cli/own-address.ts',
    from: 'kept.isNamed || !saysWhere',
    to: '!saysWhere',
    test: 'src/cli/own-address.test.ts',
    title: 'the command line prints the address that the server keeps',
  },
]
