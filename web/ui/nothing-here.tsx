/** What stands where no page is, and where a page broke. */
import { Button, Link } from '@fluentui/react-components'
import { useHref, useRouteError } from 'react-router'
import { EmptyState } from './empty-state.tsx'
import { Page } from './page.tsx'
import { ProblemBar } from './problem.tsx'
import { useShellWords } from './words.tsx'

export const NothingHere = () => {
  const words = useShellWords()
  const start = useHref('/')
  return (
    <Page title={words.nothingHere}>
      <EmptyState
        title={words.nothingHere}
        hint={words.nothingHereHint}
        action={<Link href={start}>{words.toTheStart}</Link>}
      />
    </Page>
  )
}

/**
 * For who came by an address that the provider does not know: its answers would go to another one.
 */
export const WrongAddress = ({ right }: { readonly right: string }) => {
  const words = useShellWords()
  return (
    <Page title={words.wrongAddress}>
      <EmptyState
        title={words.wrongAddress}
        hint={words.wrongAddressHint(right, location.origin)}
        action={
          <Link href={right + location.pathname + location.search}>{words.toRightAddress}</Link>
        }
      />
    </Page>
  )
}

export const BrokenPage = () => {
  const words = useShellWords()
  const error = useRouteError()
  return (
    <Page title={words.brokenPage}>
      <ProblemBar error={error} />
      <div>
        <Button onClick={() => location.reload()}>{words.reload}</Button>
      </div>
    </Page>
  )
}
