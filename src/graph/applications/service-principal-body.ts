/** What is sent to make or to change a service principal. */
import { z } from 'zod'
import { signInProperties } from './sign-in.ts'
import { appRoleList } from './shape.ts'
import { displayName, optionalText, webAddress } from '../body.ts'

const properties = {
  description: optionalText(1024),
  homepage: webAddress(2_048).nullable().optional(),
  appRoles: appRoleList.optional(),
}

export const newServicePrincipal = z.strictObject({
  displayName: displayName.optional(),
  appId: z.uuid().toLowerCase().optional(),
  ...properties,
})

export const applicationChanges = z.strictObject({
  displayName: displayName.optional(),
  ...properties,
  ...signInProperties,
})

export const readOnly = [
  'passwordCredentials',
  'id',
  'appId',
  'servicePrincipalType',
  'accountEnabled',
  'createdDateTime',
  'deletedDateTime',
]
