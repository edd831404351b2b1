/** A link to another page of the same app that looks like a button. */
import { Button } from '@fluentui/react-components'
import type { MouseEvent, ReactElement, ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

type Props = {
  /** Relative to the app's basename. */
  readonly to: string
  readonly appearance?: 'primary' | 'secondary' | 'subtle' | 'transparent'
  readonly icon?: ReactElement
  readonly children: ReactNode
  /** What else follows, before it is gone to. */
  readonly onClick?: () => void
}

export const LinkButton = ({ to, appearance = 'secondary', icon, children, onClick }: Props) => {
  const go = useLinkClickHandler<HTMLAnchorElement>(to)
  return (
    <Button
      as="a"
      href={useHref(to)}
      onClick={(event: MouseEvent<HTMLAnchorElement>) => {
        onClick?.()
        go(event)
      }}
      appearance={appearance}
      icon={icon ?? null}
    >
      {children}
    </Button>
  )
}
