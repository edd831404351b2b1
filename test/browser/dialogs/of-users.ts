/** The dialogs about users. */
import type { Dialog, DialogsOf } from './dialog.ts'

const [bob, fiona] = ['Bob Okafor', 'Fiona Byrne']

export const ofUsers: DialogsOf = ({ words }, { member, guest, disabled }) => {
  const { user, provider, many } = words
  const ticked = (act: keyof typeof many.titles): Dialog => ({
    at: 'users',
    ticks: [bob, fiona],
    by: many.acts[act],
    title: many.titles[act](2),
  })
  const signIn = `${member}?tab=sign-in`
  return {
    'users/new-user-dialog.tsx': [{ at: 'users', by: user.new, title: user.newTitle }],
    'users/edit-user-dialog.tsx': [{ at: member, by: user.edit, title: user.editTitle(fiona) }],
    'users/user-questions.tsx': [
      { at: guest, by: user.disable, title: user.disableTitle(bob) },
      { at: disabled, by: user.enable, title: user.enableTitle('Dora Disabled') },
      { at: guest, by: user.revoke, title: user.revokeTitle(bob) },
      { at: guest, by: user.convert.Guest, title: user.convertTitle.Guest(bob) },
      { at: member, by: user.convert.Member, title: user.convertTitle.Member(fiona) },
      { at: member, by: user.delete, title: user.deleteTitle(fiona) },
    ],
    'users/password-link.tsx': [
      {
        at: member,
        by: user.resetPassword,
        title: user.resetTitle(fiona),
        next: { press: user.createLink, title: user.linkTitle },
      },
      {
        at: 'users',
        first: (page) => page.route(/PasswordLink$/, (route) => route.fulfill({ status: 503 })),
        by: user.new,
        title: user.newTitle,
        next: {
          fill: { [words.userProperties.displayName]: 'Nina New', [user.signInNameStart]: 'nina' },
          press: user.create,
          title: user.linkTitle,
        },
      },
    ],
    'users/export-dialog.tsx': [
      {
        at: member,
        by: user.exportPersonalData,
        title: user.exportTitle(fiona),
        next: { press: user.exportPersonalData, title: user.exportTitle(fiona) },
      },
    ],
    'users/many/many-users-dialog.tsx': (['disable', 'enable', 'sponsor', 'delete'] as const).map(
      ticked,
    ),
    'users/user-roles.tsx': [
      { at: `${member}?tab=roles`, by: words.role.assignRole, title: words.role.assignRoleTitle },
    ],
    'users/user-people.tsx': [
      { at: `${guest}?tab=people`, by: user.setManager, title: user.setManager },
      { at: `${member}?tab=people`, by: user.removeManager, title: user.removeManagerTitle },
    ],
    'users/user-factors.tsx': [
      { at: signIn, by: provider.reset, title: provider.resetTitle(fiona) },
    ],
    'users/user-accounts.tsx': [
      { at: signIn, by: provider.tie, title: provider.tieTitle(fiona) },
      { at: signIn, by: provider.untieNamed('4711'), title: provider.untieTitle },
    ],
    'users/user-redemption.tsx': [
      { at: `${guest}?tab=sign-in`, by: provider.redeem, title: provider.redeemTitle(bob) },
    ],
    'lifecycle/keep-guest.tsx': [
      { at: guest, by: words.policy.next.keep, title: words.policy.next.keepTitle(bob) },
    ],
  }
}
