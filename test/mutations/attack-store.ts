/** Breaks of the embedded store's processes and of loading into it, each caught by a test. */
import type { Mutation } from './mutation.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'Store',
    title: 'root with no more rights than it has in a container',
    file: 'src/store/embedded/process.ts',
    from: 'readFileSync(`/proc/${pid}/cmdline`',
    to: 'readFileSync(`/proc/${pid}/environ`',
    test: 'src/store/embedded/embedded.test.ts',
  },
  {
    rule: 'Store',
    title: 'what would end the transaction in the middle of a dump',
    file: 'src/store/embedded/embedded.ts',
    from: '`do ${tag} begin execute ${quoted}${text}\\n${quoted}; end ${tag}`',
    to: '`begin; ${text}\\n; commit`',
    test: 'src/cli/commands/store-commands.test.ts',
  },
  {
    rule: 'Store',
    title: 'a user without a name',
    file: 'src/store/embedded/owner.ts',
    from: '    requireName()\n',
    to: '',
    test: 'src/store/embedded/embedded.test.ts',
  },
  {
    rule: 'Store',
    title: 'a link of the server’s user in its log',
    file: 'src/store/embedded/process.ts',
    from: ' | (constants.O_NOFOLLOW ?? 0)',
    to: '',
    test: 'src/store/embedded/embedded.test.ts',
  },
  {
    rule: 'Store',
    title: 'a long path gets its socket',
    file: 'src/store/embedded/process.ts',
    from: 'return forgetPlace(host)',
    to: 'return',
    test: 'src/store/embedded/embedded.test.ts',
  },
  {
    rule: 'Store',
    title: 'takes with it what was to be thrown away',
    file: 'src/store/embedded/server.ts',
    from: 'if (forgotten && isUnused(folder))',
    to: 'if (false)',
    test: 'src/store/embedded/embedded.test.ts',
  },
  {
    rule: 'Store',
    title: 'the server lives as long as somebody uses it',
    file: 'src/store/embedded/server.ts',
    from: 'isUnused(folder) ? readPidFile(folder) : undefined',
    to: 'readPidFile(folder)',
    test: 'src/store/embedded/embedded.test.ts',
  },
]
