/** All that the admin centre says, in English. */
import { activity } from './activity.ts'
import { applicationPermissions, applicationSignIn } from './application-sign-in.ts'
import { applications } from './applications.ts'
import { audit } from './audit.ts'
import { collaboration } from './collaboration.ts'
import { deleted } from './deleted.ts'
import { elsewhere } from './elsewhere.ts'
import { erasure } from '../receipts.ts'
import { find } from './find.ts'
import { forms } from './forms.ts'
import { frame } from './frame.ts'
import { groups } from './groups.ts'
import { invitations } from './invitations.ts'
import { policies } from './policies.ts'
import { domains, properties } from './properties.ts'
import { protection } from './protection.ts'
import { providers } from './providers.ts'
import { asking } from './requests.ts'
import { roles } from './roles.ts'
import { story } from './story.ts'
import { toldMails } from './told-mails.ts'
import { many, meAmongMany, notOnOneself } from './many.ts'
import { users } from './users.ts'
import { userPropertiesIn } from '../../user-properties.ts'

export const admin = {
  ...frame,
  find,
  form: forms,
  user: users,
  userProperties: userPropertiesIn('en'),
  many,
  notOnOneself,
  meAmongMany,
  story,
  toldMails,
  signIn: applicationSignIn,
  permission: applicationPermissions,
  deleted,
  group: groups,
  application: applications,
  role: roles,
  invitation: invitations,
  collaboration,
  policy: policies,
  protection,
  elsewhere,
  erasure,
  provider: providers,
  domainList: domains,
  property: properties,
  log: activity,
  asking,
  audit,
}

export type AdminWords = typeof admin
