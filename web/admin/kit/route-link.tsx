/** A link to another page of the admin centre. */
import { Link, makeStyles, mergeClasses } from '@fluentui/react-components'
import type { MouseEvent, ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

const useStyles = makeStyles({ link: { overflowWrap: 'anywhere', textAlign: 'start' } })

// Read by whoever asks before a form is left.
const wayOut = { isWayOut: true }

type Props = {
  readonly to: string
  /** A form itself leads there, as what was typed cannot be done: nobody is asked. */
  readonly isWayOut?: boolean
  readonly children: ReactNode
  readonly className?: string
  readonly 'aria-label'?: string
}

export const RouteLink = ({ to, children, className, isWayOut = false, ...props }: Props) => {
  const styles = useStyles()
  const go = useLinkClickHandler<HTMLAnchorElement>(to, isWayOut ? { state: wayOut } : {})
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
