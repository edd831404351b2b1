/** Breaks of what people see without a role, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const test = 'test/doors/levels.once.test.ts'
const sight = 'src/access/sight.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R102',
    file: sight,
    test,
    from: "  limited: { user: 'all',",
    to: "  limited: { users: 'all', user: 'all',",
    quick: true,
  },
  { rule: 'R102', file: sight, test, from: "groupMembers: 'own',", to: "groupMembers: 'all'," },
  {
    rule: 'R102',
    file: sight,
    test,
    from: "  restricted: { user: 'own' },",
    to: "  restricted: { user: 'all' },",
  },
  {
    rule: 'R102',
    file: sight,
    test,
    from: '...(readsOthers ? [] : [withoutOthers])',
    to: '...(readsOthers ? [] : [])',
  },
  {
    rule: 'R102',
    file: sight,
    test,
    from: "return reaches.has('own') ? 'own' : 'all'",
    to: "return 'all'",
  },
  {
    rule: 'R102',
    file: sight,
    test,
    from: "    little: ['id', 'displayName',",
    to: "    little: ['id', 'jobTitle', 'displayName',",
  },
  {
    rule: 'R102',
    file: 'src/wire/graph/users/user-identity.ts',
    test,
    from: "    type: 'signInActivity',\n    byRole: true,\n",
    to: "    type: 'signInActivity',\n",
  },
  {
    rule: 'R102',
    file: sight,
    test,
    from: "  if (may(roles, sights[sight])) return 'all'\n",
    to: '',
  },
  {
    rule: 'R102',
    file: 'src/access/lack.ts',
    test,
    from: "(reach === 'own' && isOwn)",
    to: "reach === 'own'",
  },
  {
    rule: 'R102',
    file: 'src/graph/admission.ts',
    test,
    from: '!(isOfEntry(permission) && (await isOwn()))',
    to: '!(await isOwn())',
  },
  {
    rule: 'R102',
    file: 'src/graph/visible.ts',
    test,
    from: `return isOwn
    ? whole
    :`,
    to: 'return whole ?? ',
  },
  {
    rule: 'R102',
    file: 'src/graph/visible.ts',
    test,
    from: "condition.kind === 'not' ? propertiesIn(condition.of)",
    to: "condition.kind === 'not' ? []",
  },
  {
    rule: 'R102',
    file: 'src/graph/visible.ts',
    test,
    from: 'query.search === undefined ||',
    to: 'query.search !== undefined ||',
  },
  {
    rule: 'R103',
    file: sight,
    test,
    from: "  restricted: { user: 'own' },",
    to: "  restricted: { user: 'own', groupNames: 'all' },",
  },
]
