/** The dialogs about groups, applications, roles, invitations and settings. */
import type { Dialogs, DialogsOf } from './dialog.ts'

const fiona = 'Fiona Byrne'

const ofApplications: DialogsOf = ({ words }, { application }) => {
  const { application: text, signIn, permission } = words
  const [groups, users] = [permission.names['Group.Read.All'], permission.names['User.Read.All']]
  const permissions = `${application}?tab=permissions`
  const roles = `${application}?tab=roles`
  const secrets = `${application}?tab=sign-in`
  return {
    'applications/application-dialog.tsx': [
      { at: 'applications', by: text.new, title: text.new },
      { at: application, by: words.edit, title: text.editTitle('Ledger') },
    ],
    'applications/assignments.tsx': [
      { at: application, by: words.removeNamed('Aurora'), title: text.unassignTitle('Aurora') },
    ],
    'applications/app-role-dialog.tsx': [
      { at: roles, by: text.newRole, title: text.newRole },
      { at: roles, by: text.editRole('Reader'), title: text.roleTitle('Reader') },
    ],
    'applications/app-roles.tsx': [
      { at: roles, by: text.deleteRole('Reader'), title: text.roleDeleteTitle('Reader') },
    ],
    'applications/permissions/give-dialog.tsx': [
      { at: permissions, by: permission.giveOne, title: permission.giveOne },
    ],
    'applications/permissions/asked-permissions.tsx': [
      {
        at: permissions,
        by: permission.giveNamed(groups, permission.kinds.Scope),
        title: permission.giveTitle(groups),
      },
    ],
    'applications/permissions/given-card.tsx': [
      {
        at: permissions,
        by: permission.takeNamed(users, permission.kinds.Role),
        title: permission.takeTitle(users),
      },
      {
        at: permissions,
        by: permission.takeNamed(users, permission.everybody),
        title: permission.takeTitle(users),
      },
    ],
    'applications/application-secrets.tsx': [
      {
        at: secrets,
        by: signIn.removeSecret('Old server'),
        title: signIn.removeSecretTitle('Old server'),
      },
      {
        at: secrets,
        by: signIn.newSecret,
        title: signIn.newSecret,
        next: {
          fill: { [signIn.secretName]: 'New server' },
          press: signIn.createSecret,
          title: signIn.secretTitle,
        },
      },
    ],
  }
}

const ofInvitations: DialogsOf = ({ words }) => {
  const { invitation: text, collaboration, property } = words
  const eve = 'eve@outside.example'
  return {
    'invitations/bulk-invite-dialog.tsx': [
      { at: 'invitations', by: text.inviteMany, title: text.fileTitle },
    ],
    'invitations/invitations-page.tsx': [
      { at: 'invitations', by: text.revoke, title: text.revokeTitle(eve) },
    ],
    'invitations/use-settings-question.tsx': [
      {
        at: 'collaboration',
        first: (page) =>
          page.getByRole('radio', { name: collaboration.who.none, exact: true }).check(),
        by: words.save,
        title: collaboration.trialTitle,
      },
    ],
    'organization/leave-settings.tsx': [
      { at: 'collaboration', by: property.leaveSwitch, is: 'switch', title: property.forbidTitle },
    ],
    'invitations/invite-dialog.tsx': [{ at: 'invitations', by: text.invite, title: text.invite }],
    'invitations/invitation-link.tsx': [
      {
        at: 'invitations',
        by: text.invite,
        title: text.invite,
        next: {
          fill: { [text.address]: 'eva@outside.example' },
          press: text.invite,
          title: text.linkTitle,
        },
      },
    ],
  }
}

const ofSettings: DialogsOf = ({ words, shell }, { policy, role, claimedDomain, secondDomain }) => {
  const { provider, role: roleText, policy: policyText, domainList: domainText } = words
  const helpdesk = roleText.names['Helpdesk Administrator']
  return {
    'find/find-dialog.tsx': [
      {
        at: 'roles',
        first: (page) => page.getByRole('link', { name: helpdesk }).waitFor(),
        by: words.find.open,
        title: words.find.title,
      },
    ],
    'form/unsaved.tsx': [
      {
        at: 'policies/new',
        first: (page) =>
          page.getByRole('textbox', { name: policyText.name, exact: true }).fill('Unused'),
        by: policyText.title,
        is: 'link',
        title: shell.discard.title,
      },
    ],
    'shell/shell-nav.tsx': [{ at: 'roles', by: shell.openNavigation, title: words.product }],
    'roles/role-page.tsx': [
      { at: role, by: roleText.assign, title: roleText.assignTitle(helpdesk) },
    ],
    'roles/role-assignments.tsx': [
      { at: role, by: words.removeNamed(fiona), title: roleText.unassignTitle(fiona, helpdesk) },
    ],
    'providers/provider-card.tsx': [
      {
        at: 'identity-providers',
        by: provider.disableNamed('Entra'),
        title: provider.disableTitle('Entra'),
      },
      {
        at: 'identity-providers',
        by: provider.removeNamed('Entra'),
        title: provider.removeTitle('Entra'),
      },
    ],
    'providers/identity-provider-dialog.tsx': [
      { at: 'identity-providers', by: provider.new, title: provider.newTitle },
      {
        at: 'identity-providers',
        by: provider.edit('Entra'),
        title: provider.editTitle('Entra'),
      },
    ],
    'domains/domain-dialogs.tsx': [
      { at: 'domains', by: domainText.new, title: domainText.new },
      {
        at: 'domains',
        by: domainText.verifyNamed(claimedDomain),
        title: domainText.verifyTitle(claimedDomain),
      },
      {
        at: 'domains',
        by: words.removeNamed(claimedDomain),
        title: domainText.removeTitle(claimedDomain),
      },
      {
        at: 'domains',
        by: domainText.makeDefaultNamed(secondDomain),
        title: domainText.makeDefaultTitle(secondDomain),
      },
    ],
    'lifecycle/turn-policy.tsx': [
      {
        at: 'policies',
        by: policyText.switch('On'),
        is: 'switch',
        title: policyText.turnOffTitle('On'),
      },
      {
        at: 'policies',
        by: policyText.switch('Off'),
        is: 'switch',
        title: policyText.turnOnTitle('Off'),
      },
    ],
    'kit/delete-object-button.tsx': [
      { at: policy, by: words.delete, title: policyText.removeTitle('Off') },
    ],
  }
}

const ofGroups: DialogsOf = ({ words }, { application, group, guest }) => {
  const { group: text, application: ofApplication, user } = words
  const remove = words.removeNamed(fiona)
  return {
    'groups/group-dialog.tsx': [
      { at: 'groups', by: text.new, title: text.new },
      { at: group, by: words.edit, title: text.editTitle('Aurora') },
    ],
    'kit/linked-objects.tsx': [
      { at: group, by: text.members.add, title: text.members.addTitle },
      {
        at: `${group}?tab=owners`,
        by: remove,
        title: text.owners.removeTitle(fiona),
      },
      { at: `${guest}?tab=people`, by: user.sponsors.add, title: user.sponsors.addTitle },
      { at: `${guest}?tab=people`, by: remove, title: user.sponsors.removeTitle(fiona) },
      { at: `${guest}?tab=groups`, by: user.memberships.add, title: user.memberships.addTitle },
    ],
    'applications/assign-dialogs.tsx': [
      { at: application, by: ofApplication.assign, title: ofApplication.assignTitle },
      {
        at: `${guest}?tab=applications`,
        by: ofApplication.assignApplication,
        title: ofApplication.assignApplication,
      },
    ],
  }
}

export const ofOthers: DialogsOf = (said, at): Dialogs => ({
  ...ofApplications(said, at),
  ...ofGroups(said, at),
  ...ofInvitations(said, at),
  ...ofSettings(said, at),
})
