/** What can be done with one of my organizations, by what I am there. */
import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import {
  ArrowDownloadRegular,
  ArrowUndoRegular,
  MoreHorizontalRegular,
  ProhibitedRegular,
} from '@fluentui/react-icons'
import type { AccountOrganization, AccountRequest } from '../../../src/wire/account.ts'
import { isEnded, isOpenInvitation, showsLeave } from './leave-control.ts'
import { narrow, useTouchTarget } from '../../ui/touch-target.ts'
import { useWords } from '../words.tsx'

export type RowActions = {
  readonly leave: (organization: AccountOrganization) => void
  readonly ask: (organization: AccountOrganization, kind: AccountRequest['kind']) => void
  readonly answer: (organization: AccountOrganization, answer: 'accept' | 'decline') => void
  readonly download: (organization: AccountOrganization) => void
  readonly withdraw: (organization: AccountOrganization, request: AccountRequest) => void
  readonly refuse: (organization: AccountOrganization) => void
}

const useStyles = makeStyles({
  // On a phone what stands below the name takes the whole line: the links one, the buttons another
  // with the menu at its end.
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    [narrow]: { flexGrow: 1, columnGap: '8px' },
  },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    // Where there is no button, the menu stands beside them.
    [narrow]: { ':not(:nth-last-child(2))': { flexBasis: '100%' } },
  },
  more: { [narrow]: { marginInlineStart: 'auto' } },
})

/** What can be done in every state. */
const MoreMenu = ({ organization, actions }: Pick<ActionsProps, 'organization' | 'actions'>) => {
  const words = useWords()
  const styles = useStyles()
  const touch = useTouchTarget()
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          menuIcon={null}
          className={mergeClasses(touch, styles.more)}
          aria-label={words.organizations.more(organization.displayName)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            className={touch}
            icon={<ArrowDownloadRegular />}
            onClick={() => actions.download(organization)}
          >
            {words.organizations.download}
          </MenuItem>
          {organization.requests
            .filter(({ state }) => state === 'open')
            .map((request) => (
              <MenuItem
                className={touch}
                key={request.id}
                icon={<ArrowUndoRegular />}
                onClick={() => actions.withdraw(organization, request)}
              >
                {words.acts.withdraw.confirm}
              </MenuItem>
            ))}
          {isEnded(organization) ? (
            <MenuItem
              className={touch}
              icon={<ProhibitedRegular />}
              onClick={() => actions.refuse(organization)}
            >
              {words.acts.refuse.confirm}
            </MenuItem>
          ) : null}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

type ActionsProps = {
  readonly organization: AccountOrganization
  readonly actions: RowActions
  readonly describedBy: string
}

/** Where to read on about it. */
const Links = ({
  organization,
  describedBy,
}: Pick<ActionsProps, 'organization' | 'describedBy'>) => {
  const words = useWords()
  const styles = useStyles()
  const { id, canAdminister, privacyStatementUrl } = organization
  if (privacyStatementUrl === null && !canAdminister) return null
  return (
    <div className={styles.links}>
      {privacyStatementUrl === null ? null : (
        <Link
          href={privacyStatementUrl}
          target="_blank"
          rel="noreferrer"
          aria-describedby={describedBy}
        >
          {words.organizations.privacy}
        </Link>
      )}
      {canAdminister ? (
        <Link href={`/admin/${id}/`} aria-describedby={describedBy}>
          {words.organizations.openAdmin}
        </Link>
      ) : null}
    </div>
  )
}

export const Actions = ({ organization, actions, describedBy }: ActionsProps) => {
  const words = useWords()
  const styles = useStyles()
  const { canAsk } = organization
  return (
    <div className={styles.actions}>
      <Links organization={organization} describedBy={describedBy} />
      {isOpenInvitation(organization) ? (
        <>
          <Button
            appearance="primary"
            aria-describedby={describedBy}
            onClick={() => actions.answer(organization, 'accept')}
          >
            {words.invitation.accept}
          </Button>
          <Button
            aria-describedby={describedBy}
            onClick={() => actions.answer(organization, 'decline')}
          >
            {words.invitation.decline}
          </Button>
        </>
      ) : null}
      {showsLeave(organization) ? (
        <Button aria-describedby={describedBy} onClick={() => actions.leave(organization)}>
          {words.organizations.leave}
        </Button>
      ) : null}
      {canAsk.includes('removal') ? (
        <Button aria-describedby={describedBy} onClick={() => actions.ask(organization, 'removal')}>
          {words.organizations.askRemoval}
        </Button>
      ) : null}
      {canAsk.includes('restore') ? (
        <Button aria-describedby={describedBy} onClick={() => actions.ask(organization, 'restore')}>
          {words.organizations.askRestore}
        </Button>
      ) : null}
      <MoreMenu organization={organization} actions={actions} />
    </div>
  )
}
