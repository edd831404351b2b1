/** The look: light or dark, as the system says, and as it changes. */
import {
  makeStaticStyles,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

const subscribe = (changed: () => void): (() => void) => {
  dark.addEventListener('change', changed)
  return () => dark.removeEventListener('change', changed)
}

/** The theme that fits the system's setting. */
export const useTheme = (): Theme =>
  useSyncExternalStore(subscribe, () => dark.matches) ? webDarkTheme : webLightTheme

export const usePageStyles = makeStaticStyles({
  body: { margin: 0 },
  // As wide as its place, whatever the longest choice is.
  select: { inlineSize: '100%' },
  // Less motion for those who ask for it.
  '@media (prefers-reduced-motion: reduce)': { '*': { scrollBehavior: 'auto !important' } },
})
