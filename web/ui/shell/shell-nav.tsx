/**
 * The navigation of an app: at the side where there is room, in a drawer behind a button where
 * there is not.
 */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  mergeClasses,
  OverlayDrawer,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { DismissRegular, NavigationRegular } from '@fluentui/react-icons'
import { useId, useState, type ReactElement } from 'react'
import { NavLink } from 'react-router'
import { bareList } from '../bare-list.ts'
import { useShellWords } from '../words.tsx'

export type NavItem = {
  readonly label: string
  readonly to: string
  readonly icon?: ReactElement | undefined
  /** Current only at exactly this address, not below it. */
  readonly end?: boolean | undefined
}
export type NavGroup = { readonly heading?: string | undefined; readonly items: readonly NavItem[] }

const useStyles = makeStyles({
  list: {
    ...bareList,
    gap: '2px',
  },
  heading: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForeground2,
    marginBlock: '16px 4px',
    paddingInline: '12px',
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minBlockSize: '40px',
    boxSizing: 'border-box',
    // Two lines are one item, also beside another of two.
    padding: '6px 12px',
    lineHeight: tokens.lineHeightBase200,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandForeground1}`,
  },
  icon: { display: 'inline-flex', fontSize: '20px' },
})

const Group = ({
  group,
  onFollow,
}: {
  readonly group: NavGroup
  readonly onFollow: (() => void) | undefined
}) => {
  const styles = useStyles()
  const id = useId()
  return (
    <div>
      {group.heading === undefined ? null : (
        <p className={styles.heading} id={id}>
          {group.heading}
        </p>
      )}
      <ul className={styles.list} aria-labelledby={group.heading === undefined ? undefined : id}>
        {group.items.map((item) => (
          <li key={item.to}>
            <NavLink
              to={item.to}
              end={item.end ?? false}
              onClick={onFollow}
              className={({ isActive }) => mergeClasses(styles.link, isActive && styles.current)}
            >
              {item.icon === undefined ? null : (
                <span className={styles.icon} aria-hidden>
                  {item.icon}
                </span>
              )}
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

export const NavList = ({
  nav,
  onFollow,
}: {
  readonly nav: readonly NavGroup[]
  readonly onFollow?: () => void
}) => {
  const words = useShellWords()
  return (
    <nav aria-label={words.navigation}>
      {nav.map((group) => (
        <Group key={group.heading ?? group.items[0]?.to ?? ''} group={group} onFollow={onFollow} />
      ))}
    </nav>
  )
}

export const NavDrawerButton = ({
  nav,
  title,
  className,
}: {
  readonly nav: readonly NavGroup[]
  readonly title: string
  readonly className: string
}) => {
  const words = useShellWords()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button
        appearance="subtle"
        className={className}
        icon={<NavigationRegular />}
        aria-label={words.openNavigation}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      <OverlayDrawer
        open={open}
        position="start"
        size="small"
        onOpenChange={(_, data) => setOpen(data.open)}
      >
        <DrawerHeader>
          <DrawerHeaderTitle
            heading={{ as: 'h2' }}
            action={
              <Button
                appearance="subtle"
                aria-label={words.closeNavigation}
                icon={<DismissRegular />}
                onClick={close}
              />
            }
          >
            {title}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>
          <NavList nav={nav} onFollow={close} />
        </DrawerBody>
      </OverlayDrawer>
    </>
  )
}
