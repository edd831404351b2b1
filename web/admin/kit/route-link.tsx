/** A link to another page of the admin centre. */
import { Link, makeStyles, mergeClasses } from '@fluentui/react-components'
import type { MouseEvent, ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

const useStyles = makeStyles({ link: { overflowWrap: 'anywhere', textAlign: 'start' } })

type Props = {
  readonly to: string
  readonly children: ReactNode
  readonly className?: string
  readonly 'aria-label'?: string
}

export const RouteLink = ({ to, children, className, ...props }: Props) => {
  const styles = useStyles()
  const go = useLinkClickHandler<HTMLAnchorElement>(to)
  return (
    <Link
      {...props}
      className={mergeClasses(styles.link, className)}
      href={useHref(to)}
      onClick={(event) => go(event as MouseEvent<HTMLAnchorElement>)}
    >
      {children}
    </Link>
  )
}
