/** What descriptions of addresses of the account API have in common. */
import type { ZodOpenApiOperationObject } from 'zod-openapi'
import { z } from 'zod'
import * as wire from '../wire/account.ts'

export const json = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const refusals = {
  '401': json(wire.accountError, 'Not signed in, or the session is over'),
  '403': json(wire.accountError, 'Not allowed, or asked by another site'),
}

export const notFound = {
  '404': json(wire.accountError, 'I do not belong to such an organization'),
}

export const id = z.uuid()

export const organization = {
  path: z.object({ id: id.meta({ description: 'The id of the organization' }) }),
}

export const operation = (
  operationId: string,
  summary: string,
  rest: Omit<ZodOpenApiOperationObject, 'operationId' | 'summary'>,
): ZodOpenApiOperationObject => ({
  operationId,
  summary,
  ...rest,
  responses: { ...rest.responses, ...refusals },
})
