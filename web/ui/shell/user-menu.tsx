/** The button with a person's name at the upper right, and its menu. */
import { pageAddresses } from '../../../src/client/page-address.ts'
import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import {
  BuildingMultipleRegular,
  HomeRegular,
  PersonRegular,
  SignOutRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { LanguageMenu } from './language-menu.tsx'
import { useShellWords } from '../words.tsx'
import { Face } from '../face.tsx'
import { contentOf } from '../page-facts.ts'

export type ShellUser = {
  /** Undefined while it is not known yet. */
  readonly name: string | undefined
  /** For example the sign-in name. */
  readonly detail?: string | undefined
}

const narrow = '@media (max-width: 719px)'

const useStyles = makeStyles({
  button: {
    minInlineSize: '0',
    gap: '8px',
    paddingInline: '8px',
    fontWeight: tokens.fontWeightRegular,
  },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxInlineSize: '28ch',
    [narrow]: { display: 'none' },
  },
  who: {
    paddingInline: '8px',
    paddingBlock: '6px',
    overflowWrap: 'anywhere',
    maxInlineSize: '280px',
  },
  whoName: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  whoDetail: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
})

type PageProps = { readonly to: string; readonly label: string; readonly icon: ReactElement }

/** A page of the portal. */
const PageLink = ({ to, label, icon }: PageProps) => (
  <MenuItemLink href={to} icon={icon}>
    {label}
  </MenuItemLink>
)

export const UserMenu = ({ user }: { readonly user: ShellUser }) => {
  const words = useShellWords()
  const styles = useStyles()
  const demo = contentOf('guesthouse-demo')
  if (user.name === undefined) return null
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.button}
          aria-label={user.name}
          icon={<Face {...(user.name === undefined ? {} : { name: user.name })} size={28} />}
        >
          <span className={styles.name}>{user.name}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.who} aria-hidden>
          <span className={styles.whoName}>{user.name}</span>
          {user.detail === undefined ? null : (
            <span className={styles.whoDetail}>{user.detail}</span>
          )}
        </div>
        <MenuList>
          <MenuDivider />
          <PageLink to={pageAddresses.profile} icon={<PersonRegular />} label={words.viewAccount} />
          <PageLink
            to={pageAddresses.organizations}
            icon={<BuildingMultipleRegular />}
            label={words.manageOrganizations}
          />
          <LanguageMenu />
          {demo === '' ? null : <PageLink to={demo} icon={<HomeRegular />} label={words.toDemo} />}
          <MenuDivider />
          <MenuItemLink href="/sign-out" icon={<SignOutRegular />}>
            {words.signOut}
          </MenuItemLink>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
