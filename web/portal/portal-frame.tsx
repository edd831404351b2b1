/** The shell of the portal, with my name in it. */
import { AppsRegular, BuildingMultipleRegular, PersonRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from 'react-router'
import { Shell } from '../ui/shell/shell.tsx'
import { meQuery } from './queries.ts'
import { product } from '../../src/words/product.ts'
import { useWords, type Words } from './words.tsx'

const navOf = (words: Words) => [
  {
    items: [
      { label: words.apps.title, to: '/', icon: <AppsRegular />, end: true },
      { label: words.account.title, to: '/profile', icon: <PersonRegular /> },
      { label: words.organizations.title, to: '/organizations', icon: <BuildingMultipleRegular /> },
    ],
  },
]

export const PortalFrame = () => {
  const words = useWords()
  const { data: me } = useQuery(meQuery)
  const user = {
    name: me?.displayName,
    detail: me?.userPrincipalName ?? me?.mail ?? undefined,
    accountInApp: true,
  }
  return (
    <Shell product={product} nav={navOf(words)} user={user}>
      <Outlet />
    </Shell>
  )
}
