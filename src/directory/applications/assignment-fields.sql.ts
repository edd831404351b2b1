/** What lists of app role assignments are filtered by. */
import { idField, type Fields } from '../../store/condition.sql.ts'
import type { RawBuilder } from '../../store/database.ts'
import { foldedField } from '../fields.sql.ts'

/** By the expressions that a statement has for them. */
export const assignmentFields = ({
  principalId,
  principalName,
  resourceId,
}: {
  readonly principalId: RawBuilder<unknown>
  readonly principalName: RawBuilder<unknown>
  readonly resourceId: RawBuilder<unknown>
}): Fields => ({
  principalId: idField(principalId),
  principalDisplayName: foldedField(principalName),
  resourceId: idField(resourceId),
})
