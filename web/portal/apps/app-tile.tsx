/** One app that is assigned to me: a link to it, where it has an address. */
import {
  Badge,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { AccountApplication } from '../../../src/wire/account.ts'
import { useWords } from '../words.tsx'
import { Face } from '../../ui/face.tsx'

const useStyles = makeStyles({
  tile: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignContent: 'start',
    columnGap: '12px',
    rowGap: '8px',
    boxSizing: 'border-box',
    blockSize: '100%',
    minBlockSize: '104px',
    padding: '16px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    contentVisibility: 'auto',
    containIntrinsicBlockSize: 'auto 120px',
  },
  link: {
    transitionProperty: 'box-shadow, border-color',
    transitionDuration: tokens.durationFast,
    ':hover': { boxShadow: tokens.shadow8, border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  name: { ...typographyStyles.body1Strong, alignSelf: 'center', overflowWrap: 'anywhere' },
  text: {
    ...typographyStyles.caption1,
    gridColumn: '1 / -1',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  roles: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: '4px' },
})

const Content = ({ app }: { readonly app: AccountApplication }) => {
  const words = useWords()
  const styles = useStyles()
  const text = app.description ?? (app.homepage === null ? words.apps.noAddress : null)
  return (
    <>
      <Face shape="square" color="colorful" name={app.displayName} idForColor={app.id} size={40} />
      <span className={styles.name}>{app.displayName}</span>
      {text === null ? null : (
        <span className={styles.text}>
          <bdi>{text}</bdi>
        </span>
      )}
      {app.roles.length === 0 ? null : (
        <span className={styles.roles}>
          {app.roles.map((role) => (
            <Badge key={role} appearance="tint" color="informative">
              {role}
            </Badge>
          ))}
        </span>
      )}
    </>
  )
}

const TileLink = ({
  app,
  href,
  children,
}: {
  readonly app: AccountApplication
  readonly href: string
  readonly children: ReactNode
}) => {
  const words = useWords()
  const styles = useStyles()
  return (
    <a
      className={mergeClasses(styles.tile, styles.link)}
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={words.apps.opensNewTab(app.displayName)}
    >
      {children}
    </a>
  )
}

export const AppTile = ({ app }: { readonly app: AccountApplication }) => {
  const styles = useStyles()
  if (app.homepage === null)
    return (
      <div className={styles.tile}>
        <Content app={app} />
      </div>
    )
  return (
    <TileLink app={app} href={app.homepage}>
      <Content app={app} />
    </TileLink>
  )
}
