/** Breaks of what the portal's pages promise. */
import type { Mutation } from './mutation.ts'

const pages = 'src/account/desk/desk.test.ts'
const list = 'src/account/desk/list.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R34',
    file: list,
    test: 'src/account/desk/list.test.ts',
    from: 'all: ({ hidden }) => !hidden,',
    to: 'all: () => true,',
    quick: true,
  },
  {
    rule: 'R34',
    file: 'src/people/hidden-organizations.ts',
    test: 'src/account/many.test.ts',
    from: 'where tenant_id = ${tenantId} and user_id = ${userId}`',
    to: 'where tenant_id = ${tenantId} and user_id <> ${userId}`',
  },
  {
    rule: 'R11',
    file: list,
    test: pages,
    from: 'const text = named?.toLowerCase()',
    to: 'const text = named',
  },
  {
    rule: 'R26',
    file: 'src/account/desk/organization-row.ts',
    test: pages,
    from: 'if (blockers.length === 0) return',
    to: 'if (blockers.length >= 0) return',
  },
  {
    rule: 'R3',
    file: 'src/account/desk/ticks.ts',
    test: pages,
    from: 'canBeSelected(one) && ',
    to: '',
  },
  {
    rule: 'R8',
    file: list,
    test: 'src/account/desk/list.test.ts',
    title: 'pages go on where the one before ended',
    from: 'compare(one.sortValue, value) || compare(one.id, id)) > 0',
    to: 'compare(one.sortValue, value) || compare(one.id, id)) >= 0',
  },
  {
    rule: 'R131',
    file: list,
    test: pages,
    title: 'in the order that is asked for',
    from: "const key = order === 'name' ?",
    to: "const key = order === 'use' ?",
  },
  {
    rule: 'R131',
    file: list,
    test: 'src/account/desk/list.test.ts',
    title: 'last used first',
    from: "filter === 'unused' ? (lastUsedAt ?? since) : backwards(lastUsedAt ?? since)",
    to: 'lastUsedAt ?? since',
  },
  {
    rule: 'R131',
    file: list,
    test: 'src/account/desk/list.test.ts',
    title: 'what has ended after all',
    from: 'return isEnded(one) ? 3 : 2',
    to: 'return 2',
  },
  {
    rule: 'R132',
    file: 'src/account/desk/organization-page.ts',
    test: 'src/account/desk/menu.test.ts',
    from: 'isEnded(organization) ? html`<a href="${at}/refuse">',
    to: 'isUsable(organization) ? html`<a href="${at}/refuse">',
  },
  {
    rule: 'R107',
    file: 'src/account/desk/organization-page.ts',
    test: 'src/account/desk/menu.test.ts',
    from: 'html`<a href="${copy}">${words.copy.title(organization.displayName)}</a>`,',
    to: 'isUsable(organization) ? html`<a href="${copy}">${words.copy.title(organization.displayName)}</a>` : \'\',',
  },
  {
    rule: 'R34',
    file: 'src/account/desk/organization-page.ts',
    test: 'src/account/desk/menu.test.ts',
    from: "formaction=\"${at}/${hidden ? 'show' : 'hide'}\"",
    to: 'formaction="${at}/hide"',
  },
  {
    rule: 'R8',
    file: 'src/account/desk/leave-many.ts',
    test: pages,
    title: 'lifted meanwhile',
    from: 'if (!(error instanceof Refusal)) throw error',
    to: 'throw error',
  },
]
