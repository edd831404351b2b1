/** The frame where no organization is open. */
import { useQuery } from '@tanstack/react-query'
import { NothingHere } from '../ui/nothing-here.tsx'
import { Shell } from '../ui/shell/shell.tsx'
import { meQuery } from './queries.ts'
import { useWords } from './words.tsx'

/** What stands in every frame: the product, and who looks at it. */
export const useFrame = () => {
  const words = useWords()
  const { data: me } = useQuery(meQuery)
  const user = { name: me?.displayName, detail: me?.userPrincipalName ?? undefined }
  return { product: words.product, user }
}

/** For an address that begins with no organization: nobody is asked about it. */
export const NowhereFrame = () => (
  <Shell {...useFrame()}>
    <NothingHere />
  </Shell>
)
