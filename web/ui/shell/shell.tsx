/** The frame around every page: top bar, navigation, and the place where pages stand. */
import {
  makeStaticStyles,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { useEffect, useRef, type ReactNode } from 'react'
import { Link, ScrollRestoration, useLocation } from 'react-router'
import { ProductMark } from './product-mark.tsx'
import { NavDrawerButton, NavList, type NavGroup } from './shell-nav.tsx'
import { UserMenu, type ShellUser } from './user-menu.tsx'
import { useShellWords } from '../words.tsx'

const narrow = '@media (max-width: 719px)'
const barHeight = '52px'
// What the browser scrolls to, with the focus or without, is not under the bar.
const useRoomForBar = makeStaticStyles({ html: { scrollPaddingBlockStart: barHeight } })

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    insetInlineStart: '8px',
    insetBlockStart: '-80px',
    zIndex: 2,
    padding: '8px 16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ':focus': { insetBlockStart: '8px', outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  bar: {
    position: 'sticky',
    insetBlockStart: '0',
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    boxSizing: 'border-box',
    blockSize: barHeight,
    paddingInline: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    [narrow]: { paddingInline: '8px' },
  },
  product: {
    ...typographyStyles.subtitle2,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minInlineSize: '0',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { minInlineSize: '0', overflow: 'hidden', textOverflow: 'ellipsis' },
  // A narrow window has room for one of the two: where one is matters more than in what.
  nameBeside: { [narrow]: { display: 'none' } },
  aside: {
    minInlineSize: '0',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  end: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    marginInlineStart: 'auto',
    minInlineSize: '0',
    flexShrink: 0,
  },
  menuButton: { display: 'none', [narrow]: { display: 'inline-flex' } },
  body: { display: 'flex', alignItems: 'flex-start' },
  side: {
    position: 'sticky',
    insetBlockStart: barHeight,
    flexShrink: 0,
    inlineSize: '220px',
    boxSizing: 'border-box',
    padding: '16px 8px',
    maxBlockSize: `calc(100vh - ${barHeight})`,
    overflowY: 'auto',
    [narrow]: { display: 'none' },
  },
  main: {
    flexGrow: 1,
    minInlineSize: '0',
    boxSizing: 'border-box',
    padding: '28px 32px 64px',
    ':focus': { outlineStyle: 'none' },
    [narrow]: { padding: '20px 16px 48px' },
  },
})

type Props = {
  readonly product: string
  readonly nav?: readonly NavGroup[] | undefined
  readonly user: ShellUser
  /** Beside the product's name, for example the organization that is looked at. */
  readonly aside?: ReactNode
  /** Before the menu of the person. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** After going to another page, the keyboard and the screen reader are at its heading. */
const useFocusOnNewPage = (): void => {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    const heading =
      document.querySelector<HTMLElement>('main h1') ?? document.getElementById('main')
    heading?.focus({ preventScroll: true })
  }, [pathname])
}

export const Shell = ({ product, nav, user, aside, tools, children }: Props) => {
  const words = useShellWords()
  const styles = useStyles()
  useRoomForBar()
  useFocusOnNewPage()
  return (
    <>
      <a className={styles.skip} href="#main">
        {words.skip}
      </a>
      <header className={styles.bar}>
        {nav === undefined ? null : (
          <NavDrawerButton nav={nav} title={product} className={styles.menuButton} />
        )}
        <Link to="/" className={styles.product} aria-label={product}>
          <ProductMark />
          <span className={mergeClasses(styles.name, aside !== undefined && styles.nameBeside)}>
            {product}
          </span>
        </Link>
        {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
        <div className={styles.end}>
          {tools}
          <UserMenu user={user} />
        </div>
      </header>
      <div className={styles.body}>
        {nav === undefined ? null : (
          <div className={styles.side}>
            <NavList nav={nav} />
          </div>
        )}
        <main className={styles.main} id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <ScrollRestoration />
    </>
  )
}
