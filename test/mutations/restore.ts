/** Breaks of restoring, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const test = 'src/directory/deleted/restore-plan.property.test.ts'
const objects = 'src/graph/deleted/objects.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R60',
    title: 'what is left out',
    file: 'src/directory/deleted/come-back.ts',
    test,
    from: 'await endLinks(tx, tenantId, links, context)',
    to: 'await endLinks(tx, tenantId, [], context)',
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
  {
    rule: 'R126',
    title: 'a restored application has its registration',
    file: 'src/directory/applications/end-application.ts',
    test: objects,
    from: 'delete from oidc_records r where r.tenant_id = ${tenantId} and (',
    to: 'delete from oidc_records r where r.tenant_id = ${tenantId} and false and (',
  },
  {
    rule: 'R49',
    title: 'opens nothing that was made with fewer rights',
    file: 'src/directory/deleted/objects/bring-object-back.ts',
    test: objects,
    from: "if (kind === 'group' && isPowerful)",
    to: 'if (false)',
  },
  {
    rule: 'R67',
    title: 'comes back by who may give roles',
    file: 'src/directory/deleted/objects/restore-object.rule.ts',
    test: objects,
    from: 'if (powerful && !mayAssignRoles)',
    to: 'if (false)',
  },
  {
    rule: 'R67',
    title: 'who may change a group or an application restores it',
    file: 'src/graph/admission.ts',
    test: objects,
    from: 'return need === undefined ? permission : { ...permission, need }',
    to: 'return permission',
  },
  {
    rule: 'R82',
    title: 'by hand or by the job',
    file: 'src/directory/deleted/objects/purge-objects.ts',
    test: objects,
    from: 'o.restorable_until <= ${now}',
    to: 'o.deleted_at <= ${now}',
  },
  {
    rule: 'R68',
    file: 'src/directory/many.ts',
    test: 'src/graph/deleted/many.test.ts',
    from: "if (another !== undefined) return { name, result: { outcome: 'several' } }",
    to: "if (false) return { name, result: { outcome: 'several' } }",
  },
  {
    rule: 'R68',
    title: 'many at once come to what one after the other comes to',
    file: 'src/directory/deleted/together.rule.ts',
    test: 'src/directory/slices.test.ts',
    from: '...(isBack ? { lost: null, had: true } : {}),',
    to: '',
  },
  {
    rule: 'R68',
    title: 'many at once come to what one after the other comes to',
    file: 'src/directory/deleted/together.rule.ts',
    test: 'src/directory/slices.test.ts',
    from: 'user.addressHolder ?? addressHolder(back, user)',
    to: 'user.addressHolder',
  },
]
