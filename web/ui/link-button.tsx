/** A link to another page of the same app that looks like a button. */
import { Button } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

type Props = {
  /** Relative to the app's basename. */
  readonly to: string
  readonly appearance?: 'primary' | 'secondary' | 'subtle' | 'transparent'
  readonly icon?: ReactElement
  readonly children: ReactNode
}

export const LinkButton = ({ to, appearance = 'secondary', icon, children }: Props) => (
  <Button
    as="a"
    href={useHref(to)}
    onClick={useLinkClickHandler<HTMLAnchorElement>(to)}
    appearance={appearance}
    icon={icon ?? null}
  >
    {children}
  </Button>
)
