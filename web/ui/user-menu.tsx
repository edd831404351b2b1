/** The button with a person's name at the upper right, and its menu. */
import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import { PersonRegular, SignOutRegular } from '@fluentui/react-icons'
import { useHref, useLinkClickHandler } from 'react-router'
import { words } from './words.ts'

export type ShellUser = {
  /** Undefined while it is not known yet. */
  readonly name: string | undefined
  /** For example the sign-in name. */
  readonly detail?: string | undefined
  /** The heading beside which **View account** stands. */
  readonly accountHeading?: string | undefined
  /** Whether the account page is one of this app's own pages. */
  readonly accountInApp?: boolean | undefined
}

const narrow = '@media (max-width: 719px)'

const useStyles = makeStyles({
  button: { minInlineSize: '0', gap: '8px', paddingInline: '8px', fontWeight: tokens.fontWeightRegular },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxInlineSize: '28ch', [narrow]: { display: 'none' } },
  who: { paddingInline: '8px', paddingBlock: '6px', overflowWrap: 'anywhere', maxInlineSize: '280px' },
  whoName: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  whoDetail: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const accountPath = '/profile'

const AccountLinkInApp = () => (
  <MenuItemLink href={useHref(accountPath)} icon={<PersonRegular />} onClick={useLinkClickHandler<HTMLAnchorElement>(accountPath)}>
    {words.viewAccount}
  </MenuItemLink>
)

const AccountLink = ({ inApp }: { readonly inApp: boolean }) =>
  inApp ? (
    <AccountLinkInApp />
  ) : (
    <MenuItemLink href={accountPath} icon={<PersonRegular />}>
      {words.viewAccount}
    </MenuItemLink>
  )

export const UserMenu = ({ user }: { readonly user: ShellUser }) => {
  const styles = useStyles()
  if (user.name === undefined) return null
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.button}
          aria-label={user.name}
          icon={<Avatar aria-hidden name={user.name} size={28} />}
        >
          <span className={styles.name}>{user.name}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.who} aria-hidden>
          <span className={styles.whoName}>{user.name}</span>
          {user.detail === undefined ? null : <span className={styles.whoDetail}>{user.detail}</span>}
        </div>
        <MenuList>
          <MenuDivider />
          <MenuGroup>
            {user.accountHeading === undefined ? null : <MenuGroupHeader>{user.accountHeading}</MenuGroupHeader>}
            <AccountLink inApp={user.accountInApp ?? false} />
          </MenuGroup>
          <MenuDivider />
          <MenuItemLink href="/sign-out" icon={<SignOutRegular />}>
            {words.signOut}
          </MenuItemLink>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
