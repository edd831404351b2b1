/** The product's sign: a house with its door open. */
import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({ mark: { flexShrink: 0, color: tokens.colorBrandForeground1 } })

export const ProductMark = () => (
  <svg
    className={useStyles().mark}
    width="24"
    height="24"
    viewBox="0 0 24 24"
    fill="none"
    aria-hidden
  >
    <path d="M3 11.2 12 4l9 7.2V20a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z" fill="currentColor" />
    <path d="M9.5 21v-7h5v7z" fill={tokens.colorNeutralBackground1} />
    <path d="m9.5 14 3.4 1.6V21H9.5z" fill="currentColor" opacity=".55" />
  </svg>
)
