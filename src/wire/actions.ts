/**
 * What a route may ask of its caller's roles. Which role allows which stands in
 * `access/may.rule.ts`; clients learn of each whether they may.
 */
export const actions = [
  'users.read',
  /**
   * What nobody sees of others without a role: deleted and invited ones, sponsors, sign-ins,
   * accounts with other providers.
   */
  'users.inspect',
  /** What others sign in with: a password, passkeys, an authenticator app; never a secret. */
  'users.methods',
  /** Where people at home are guests elsewhere (R141). */
  'users.elsewhere',
  'groups.read',
  'applications.read',
  'roles.read',
  'organization.read',
  'policies.read',
  'audit.read',
  'requests.read',
  'users.create',
  'users.update',
  'users.disable',
  'users.delete',
  'users.restore',
  'users.purge',
  'users.hold',
  /** Everything that is held about somebody, as a file (R108). */
  'users.export',
  'users.resetPassword',
  'users.revokeSessions',
  'requests.answer',
  'groups.write',
  'applications.write',
  'grants.write',
  'roles.write',
  'organization.write',
] as const

export type Action = (typeof actions)[number]

/** What sending an invitation again and ending one ask, wherever it is judged or offered. */
export const managingInvitations = 'users.create' satisfies Action
