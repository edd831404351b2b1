/** One user: who they are, what they are part of, and what can be done with them. */
import type { GraphClient, User } from '../../../src/client/graph.ts'
import { Problem } from '../../../src/client/problem.ts'
import { useAdmin, useMay } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ObjectPage } from '../kit/object-page.tsx'
import { PageTabs } from '../kit/page-tabs.tsx'
import { UserActions } from './user-actions.tsx'
import { UserAudit } from './user-audit.tsx'
import { UserFacts } from './user-facts.tsx'
import { UserElsewhere } from './guests-elsewhere.tsx'
import { UserLinks } from './user-links.tsx'
import { UserSignIn } from './user-sign-in.tsx'
import { DeletedUserPage, type WholeDeletedUser } from './story/deleted-user.tsx'
import { Timeline } from './story/timeline.tsx'
import { UserStory } from './story/user-story.tsx'
import { UserState } from './user-state.tsx'
import { useWords } from '../words.tsx'

const Parts = ({ user }: { readonly user: User }) => {
  const words = useWords()
  return (
    <PageTabs
      label={words.user.tabs}
      tabs={[
        { id: 'properties', label: words.user.tabProperties, content: <UserFacts user={user} /> },
        {
          id: 'groups',
          label: words.user.tabGroups,
          content: <UserLinks user={user} tab="groups" />,
        },
        {
          id: 'applications',
          label: words.user.tabApplications,
          content: <UserLinks user={user} tab="applications" />,
        },
        {
          id: 'roles',
          label: words.user.tabRoles,
          content: <UserLinks user={user} tab="roles" />,
        },
        {
          id: 'people',
          label: words.user.tabPeople,
          content: (
            <>
              <UserLinks user={user} tab="people" />
              <UserElsewhere userId={user.id} />
            </>
          ),
        },
        { id: 'sign-in', label: words.provider.ways, content: <UserSignIn user={user} /> },
        {
          id: 'timeline',
          label: words.story.timeline,
          content: <Timeline userId={user.id} />,
        },
        { id: 'audit', label: words.user.tabAudit, content: <UserAudit userId={user.id} /> },
      ]}
    />
  )
}

const Found = ({ user }: { readonly user: User }) => {
  const words = useWords()
  const { organizationId } = useAdmin()
  return (
    <AdminPage
      title={user.displayName}
      intro={
        <>
          {user.userPrincipalName} <UserState user={user} />
        </>
      }
      parent={{ to: `/${organizationId}/users`, title: words.users }}
    >
      <UserStory user={user} />
      <UserActions user={user} />
      <Parts user={user} />
    </AdminPage>
  )
}

type Known = { readonly live: User } | { readonly ended: WholeDeletedUser }

/** Who is deleted has a page at the same address, for those who may see them. */
const readKnown = async (
  { users, deleted }: GraphClient,
  id: string,
  inspects: boolean,
): Promise<Known> => {
  try {
    return { live: await users.read(id) }
  } catch (error) {
    if (!inspects || !(error instanceof Problem) || error.status !== 404) throw error
    return { ended: await deleted.read(id) }
  }
}

export const UserPage = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const inspects = useMay('users.inspect').allowed
  return (
    <ObjectPage
      kind="user"
      list={{ title: words.users, at: 'users', deleted: words.user.deleted }}
      action="users.read"
      read={(id) => readKnown(graph, id, inspects)}
      render={(known) =>
        'live' in known ? <Found user={known.live} /> : <DeletedUserPage user={known.ended} />
      }
    />
  )
}
