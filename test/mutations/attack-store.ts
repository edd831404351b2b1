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
]
