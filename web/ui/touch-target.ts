/** What a finger has to hit is at least 44 pixels high and wide. */
import { makeStyles } from '@fluentui/react-components'

/** A phone: there is room for one column. */
export const narrow = '@media (max-width: 480px)'

const target = { minBlockSize: '44px', minInlineSize: '44px', alignItems: 'center' } as const
const useStyles = makeStyles({ target: { [narrow]: target, '@media (pointer: coarse)': target } })

/** The class of a button or an entry of a menu that is small where there is a mouse. */
export const useTouchTarget = (): string => useStyles().target
