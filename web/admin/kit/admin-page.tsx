/** A page of the admin centre: wide, with the page it belongs to above its heading. */
import {
  Breadcrumb,
  BreadcrumbDivider,
  BreadcrumbItem,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Page } from '../../ui/page.tsx'
import { RouteLink } from './route-link.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  // Not a flex box: the page in it centres itself, and would be only as wide as what it holds.
  root: { maxInlineSize: '1600px', marginInline: 'auto', overflowWrap: 'anywhere' },
  crumbs: { marginBlockEnd: tokens.spacingVerticalS },
  crumb: { overflowWrap: 'anywhere' },
})

type Props = {
  readonly title: string
  readonly intro?: ReactNode
  /** The page this one belongs to. */
  readonly parent?: { readonly to: string; readonly title: string }
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export const AdminPage = ({ title, intro, parent, actions, children }: Props) => {
  const words = useWords()
  const styles = useStyles()
  return (
    <div className={styles.root}>
      {parent !== undefined && (
        <Breadcrumb aria-label={words.whereYouAre} size="small" className={styles.crumbs}>
          <BreadcrumbItem>
            <RouteLink to={parent.to}>{parent.title}</RouteLink>
          </BreadcrumbItem>
          <BreadcrumbDivider />
          <BreadcrumbItem>
            <Text size={200} className={styles.crumb}>
              {title}
            </Text>
          </BreadcrumbItem>
        </Breadcrumb>
      )}
      <Page title={title} intro={intro} actions={actions} wide>
        {children}
      </Page>
    </div>
  )
}
