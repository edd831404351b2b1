/** Controls that a role may not use: shown, disabled, with the reason. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Tooltip,
  type ButtonProps,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Action } from '../../../src/client/graph.ts'
import { useMay } from '../admin-context.tsx'

type ReasonedProps = Omit<ButtonProps, 'as' | 'disabledFocusable'> & {
  /** Why it cannot be used now; undefined or empty when it can. */
  readonly blocked?: string | undefined
  /** What it does is under way. */
  readonly busy?: boolean
}

/** A button that, while it cannot be used, can still be reached and says why. */
export const ReasonedButton = ({ blocked, busy = false, ...props }: ReasonedProps) => {
  if (blocked === undefined || blocked === '')
    return <Button {...(props as ButtonProps)} disabledFocusable={busy} />
  return (
    <Tooltip content={blocked} relationship="description" withArrow>
      <Button {...(props as ButtonProps)} disabledFocusable />
    </Tooltip>
  )
}

/** A button for what needs a permission. */
export const MayButton = ({
  action,
  blocked,
  ...props
}: ReasonedProps & { readonly action: Action }) => {
  const { allowed, reason } = useMay(action)
  return <ReasonedButton {...props} blocked={allowed ? blocked : reason} />
}

/** Shows its children to those who may; everybody else reads who could. */
export const ForThoseWhoMay = ({
  action,
  byRole,
  title,
  children,
}: {
  readonly action: Action
  /** Where what everybody may see of it is not enough. */
  readonly byRole?: boolean
  /** What it is, where other parts of the page stand beside it. */
  readonly title?: string
  readonly children: ReactNode
}) => {
  const { allowed, reason } = useMay(action, byRole)
  if (allowed) return children
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} {reason}
      </MessageBarBody>
    </MessageBar>
  )
}
