/** What stands where no page is, and where a page broke. */
import { Button, Link, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useHref, useRouteError } from 'react-router'
import { Page } from './page.tsx'
import { ProblemBar } from './problem.tsx'
import { useShellWords } from './words.tsx'

export const NothingHere = () => {
  const words = useShellWords()
  const start = useHref('/')
  return (
    <Page title={words.nothingHere} intro={words.nothingHereHint}>
      <div>
        <Link href={start}>{words.toTheStart}</Link>
      </div>
    </Page>
  )
}

const useStyles = makeStyles({ alone: { padding: '28px 16px' } })

/** Around what stands in no frame. */
const Alone = ({ children }: { readonly children: ReactNode }) => (
  <main className={useStyles().alone}>{children}</main>
)

/**
 * For who came by an address that the provider does not know: its answers would go to another one.
 */
export const WrongAddress = ({ right }: { readonly right: string }) => {
  const words = useShellWords()
  return (
    <Alone>
      <Page title={words.wrongAddress} intro={words.wrongAddressHint(right, location.origin)}>
        <div>
          <Link href={right + location.pathname + location.search}>{words.toRightAddress}</Link>
        </div>
      </Page>
    </Alone>
  )
}

export const BrokenPage = () => {
  const words = useShellWords()
  const error = useRouteError()
  return (
    <Alone>
      <Page title={words.brokenPage}>
        <ProblemBar error={error} />
        <div>
          <Button onClick={() => location.reload()}>{words.reload}</Button>
        </div>
      </Page>
    </Alone>
  )
}
