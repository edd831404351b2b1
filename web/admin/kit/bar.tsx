/** The row of controls above a list. */
import { makeStyles, shorthands, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalS,
    minInlineSize: '0',
    margin: '0',
    padding: '0',
    ...shorthands.borderWidth('0'),
  },
})

export const Bar = ({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) => (
  <fieldset aria-label={label} className={useStyles().bar}>
    {children}
  </fieldset>
)
