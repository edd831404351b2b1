/**
 * What the built-in directory roles are called, by the name that the directory API gives them; in
 * English.
 */

export const roleNames = {
  'Global Administrator': 'Global Administrator',
  'Privileged Role Administrator': 'Privileged Role Administrator',
  'Privileged Authentication Administrator': 'Privileged Authentication Administrator',
  'User Administrator': 'User Administrator',
  'Authentication Administrator': 'Authentication Administrator',
  'Helpdesk Administrator': 'Helpdesk Administrator',
  'Password Administrator': 'Password Administrator',
  'Groups Administrator': 'Groups Administrator',
  'Application Administrator': 'Application Administrator',
  'External Identity Provider Administrator': 'External Identity Provider Administrator',
  'Global Reader': 'Global Reader',
  'Guest Inviter': 'Guest Inviter',
  'Directory Readers': 'Directory Readers',
  'Message Center Reader': 'Message Center Reader',
  'Reports Reader': 'Reports Reader',
  'Usage Summary Reports Reader': 'Usage Summary Reports Reader',
}

export type RoleNames = typeof roleNames
