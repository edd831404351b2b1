/** /roleManagement/directory/roleDefinitions: the built-in roles. */
import { roles, rolesInOrder, type RoleName } from '../../access/roles.ts'
import { countRoleHolders } from '../../directory/roles/assignments.sql.ts'
import { holdsOf } from '../../kernel/condition.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { conditionIn } from '../query/filter-values.ts'
import { answerList, entity } from '../query/answers.ts'
import { roleDefinition } from '../../wire/graph/roles.ts'
import { notFound } from '../refusals.ts'
import { shaped } from '../shape.ts'

export const definitionOf = (name: RoleName) => ({
  ...roles[name],
  isBuiltIn: true,
  isEnabled: true,
})

type Definition = ReturnType<typeof definitionOf> & { readonly memberCount: number }

export const definitionShape = shaped<typeof roleDefinition, Definition>(roleDefinition, {
  'guesthouse.memberCount': ({ memberCount }) => memberCount,
})

const allOf = async ({ db, tenantId }: Exchange) => {
  const counts = await countRoleHolders(db, tenantId)
  return rolesInOrder.map((name) => ({
    ...definitionOf(name),
    memberCount: counts.get(roles[name].id) ?? 0,
    sortValue: roles[name].displayName,
  }))
}

/** One of them, by its id, which is that of its template. */
export const showDefinition: Handler = async (x) => {
  const id = x.param('id').toLowerCase()
  const found = (await allOf(x)).find((one) => one.id === id)
  if (found === undefined) throw notFound(x.param('id'))
  return entity(x, 'roleManagement/directory/roleDefinitions', definitionShape, found)
}

export const listDefinitions: Handler = async (x) => {
  const filter = conditionIn(x)
  const all = (await allOf(x)).filter(({ id, displayName }) => holdsOf(filter, { id, displayName }))
  const [, lastId] = x.query.after ?? []
  const from = all.findIndex((one) => one.id === lastId) + 1
  return answerList(
    x,
    'roleManagement/directory/roleDefinitions',
    all.slice(from, from + x.query.top + 1),
    definitionShape,
    x.query.count ? all.length : undefined,
  )
}
