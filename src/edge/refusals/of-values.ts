/**
 * Refusals of what an administrator asks for and cannot have as it is. The directory API tells them
 * as a bad request, with the code within.
 */
import { refusalsOfProperties } from './of-properties.ts'
import { bad, overtaken, refusalsOfUsers } from './of-users.ts'
import type { RefusalKind } from './refusal-kind.ts'

const aboutObjects = {
  alreadyLinked: bad(
    'They are linked already: a member, an owner, a sponsor or a manager.',
    overtaken,
  ),
  inItself: bad('A group cannot be a member of itself. Choose another one.'),
  groupInRoleGroup: bad(
    'Directory roles can be assigned to this group, so it takes no groups as members. Add their people or applications.',
  ),
  lastOwner: bad(
    'The group must have at least one owner, hence this owner cannot be removed. Add another owner first.',
  ),
  alreadyAssigned: bad('Permission being assigned already exists on the object.', overtaken),
  roleToAssignNotFound: bad(
    'Permission being assigned was not found on application: there is no such application here, or it has no such role.',
    overtaken,
  ),
  principalNotFound: bad(
    'Not a valid reference update: there is no user or group of this principalId here.',
    overtaken,
  ),
  roleRemovedBefore: bad(
    'An app role of this id was removed before, and ids are not used again. Leave the id of a new role out.',
    overtaken,
  ),
  secretEnd: bad('A secret ends in the future, and not too late. Give another endDateTime.'),
  tooManySecrets: bad(
    'The application has as many secrets as one may have. Remove one that is not used any more.',
  ),
} as const

const aboutOrganizations = {
  tooManyPolicies: bad(
    'As many policies are on, or there, as an organization may have. Switch one off or remove one first.',
  ),
  policyWithoutRule: bad(
    'A policy needs a rule: guesthouse.inactiveDays, needsSponsor, attestationDays or redemptionDays.',
  ),
  tooManyProviders: bad(
    'The organization names as many providers as it may have. Remove one first.',
  ),
  unknownProvider: bad(
    'No enabled provider with this issuer is the home of a domain of the organization. Name it under /identity/identityProviders first.',
  ),
  wrongAnswer: bad(
    'A removal request is answered by deleting or declining, held, and released while it is held, and by enabling where that lets them leave by themselves; a restore request is answered by restoring or declining.',
    overtaken,
  ),
  waitsForTime: bad(
    'This waits for its time and needs nobody’s yes. It can be refused until then.',
    overtaken,
  ),
} as const

export const refusalsOfValues = {
  ...refusalsOfUsers,
  ...refusalsOfProperties,
  ...aboutObjects,
  ...aboutOrganizations,
} as const satisfies Readonly<Record<string, RefusalKind>>
