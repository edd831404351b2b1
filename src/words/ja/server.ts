/** All that the server itself says, in Japanese. */
import type { ServerTables } from '../en/server.ts'
import { answering } from './answering.ts'
import { blockers } from './blockers.ts'
import { consent } from './consent.ts'
import { copy } from './copy.ts'
import { demo } from './demo.ts'
import { desk } from './desk.ts'
import { handOver, undo } from './hand-over.ts'
import { invitation } from './invitation.ts'
import { lifecycle } from './lifecycle.ts'
import { mail } from './mail.ts'
import { memberships } from './memberships.ts'
import { page } from './page.ts'
import { erasure, receipts } from './receipts.ts'
import { portal } from './portal.ts'
import { removal } from './removal.ts'
import { requests } from './requests.ts'
import { roleNames } from './role-names.ts'
import { security } from './security.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { standing } from './standing.ts'
import { userPropertiesIn } from '../user-properties.ts'
import { ways } from './ways.ts'

export const server: ServerTables = {
  answering,
  blockers,
  consent,
  copy,
  demo,
  desk,
  erasure,
  handOver,
  invitation,
  lifecycle,
  mail,
  memberships,
  page,
  receipts,
  portal,
  removal,
  requests,
  roleNames,
  security,
  shell,
  signIn,
  standing,
  undo,
  userProperties: userPropertiesIn('ja'),
  ways,
}
