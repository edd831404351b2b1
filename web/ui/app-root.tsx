/**
 * Starts a web app: theme, styles under the page's policy, the server's answers, and the addresses
 * of its pages.
 */
import {
  createDOMRenderer,
  FluentProvider,
  makeStyles,
  RendererProvider,
  tokens,
} from '@fluentui/react-components'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import type { OwnApp } from '../../src/wire/sign-on.ts'
import { keepFocus } from './keep-focus.ts'
import { BrokenPage, WrongAddress } from './nothing-here.tsx'
import { listenIn, Notices } from './notify.tsx'
import { contentOf } from './page-facts.ts'
import { newQueryClient } from './query-client.ts'
import { finishSigningOn } from './sign-on.ts'
import { usePageStyles, useTheme } from './theme.ts'
import { loadSpoken, SpokenProvider, type LoadTables } from './words.tsx'

// Not on the provider itself: what floats above the page is given its class too.
const useStyles = makeStyles({
  root: { minBlockSize: '100vh', backgroundColor: tokens.colorNeutralBackground3 },
})

const Look = ({ children }: { readonly children: ReactNode }) => {
  usePageStyles()
  const styles = useStyles()
  return (
    <FluentProvider theme={useTheme()} dir={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}>
      <div className={styles.root}>{children}</div>
      <Notices />
    </FluentProvider>
  )
}

/**
 * Renders the web app of `routes`, which take every path relative to `basename`, into the page's
 * `#root`, in the language that the page names; first it takes the answer to signing on, where
 * there is one.
 */
export const startApp = async <W,>(
  app: OwnApp,
  load: LoadTables<W>,
  routes: RouteObject[],
  basename: string,
): Promise<void> => {
  const right = contentOf('guesthouse-origin')
  const isWrong = right !== location.origin
  const words = loadSpoken(app, load)
  if (!isWrong) await finishSigningOn(app)
  const spoken = await words
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no #root.')
  // The server's policy allows only styles that carry the nonce it wrote into the page.
  const renderer = createDOMRenderer(document, {
    styleElementAttributes: { nonce: contentOf('style-nonce') },
  })
  const router = createBrowserRouter(
    [
      {
        errorElement: <BrokenPage />,
        children: routes,
      },
    ],
    {
      basename,
    },
  )
  keepFocus(document)
  listenIn(document)
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer} targetDocument={document}>
        <QueryClientProvider client={newQueryClient()}>
          <SpokenProvider value={spoken}>
            <Look>
              {isWrong ? <WrongAddress right={right} /> : <RouterProvider router={router} />}
            </Look>
          </SpokenProvider>
        </QueryClientProvider>
      </RendererProvider>
    </StrictMode>,
  )
}
