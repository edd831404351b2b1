/** The shell of the portal, with my name in it. */
import { AppsRegular, BuildingMultipleRegular, PersonRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from 'react-router'
import { Shell } from '../ui/shell.tsx'
import { words as shared } from '../ui/words.ts'
import { meQuery } from './queries.ts'
import { words } from './words.ts'

const nav = [
  {
    items: [
      { label: words.apps.title, to: '/', icon: <AppsRegular />, end: true },
      { label: words.account.title, to: '/profile', icon: <PersonRegular /> },
      { label: words.organizations.title, to: '/organizations', icon: <BuildingMultipleRegular /> },
    ],
  },
]

export const PortalFrame = () => {
  const { data: me } = useQuery(meQuery)
  const user = {
    name: me?.displayName,
    detail: me?.userPrincipalName ?? me?.mail ?? undefined,
    accountInApp: true,
  }
  return (
    <Shell product={shared.product} nav={nav} user={user}>
      <Outlet />
    </Shell>
  )
}
