/** The navigation of one organization's admin centre, and the page with which it begins. */
import {
  AppsListRegular,
  ArrowSwapRegular,
  ClipboardTaskListLtrRegular,
  DocumentBulletListRegular,
  EraserRegular,
  GlobePersonRegular,
  GlobeRegular,
  HandshakeRegular,
  HomeRegular,
  HourglassRegular,
  KeyMultipleRegular,
  MailRegular,
  PeopleRegular,
  PeopleTeamRegular,
  SettingsRegular,
  ShieldLockRegular,
  ShieldPersonRegular,
} from '@fluentui/react-icons'
import type { Action, Capabilities } from '../../src/client/graph.ts'
import type { NavGroup, NavItem } from '../ui/shell/shell-nav.tsx'
import type { Words } from './words.tsx'

/** A page, and what it takes to see anything there. */
type Page = NavItem & { readonly needs?: Action }
type Pages = { readonly heading?: string; readonly pages: readonly Page[] }

/** How the organization is set up. */
const settingUp = (words: Words, at: (page: string) => string): readonly Page[] => [
  {
    label: words.collaboration.title,
    to: at('collaboration'),
    icon: <HandshakeRegular />,
    needs: 'policies.read',
  },
  {
    label: words.policy.title,
    to: at('policies'),
    icon: <HourglassRegular />,
    needs: 'policies.read',
  },
  {
    label: words.provider.title,
    to: at('identity-providers'),
    icon: <KeyMultipleRegular />,
    needs: 'policies.read',
  },
  {
    label: words.domainList.title,
    to: at('domains'),
    icon: <GlobeRegular />,
    needs: 'organization.read',
  },
  {
    label: words.properties,
    to: at('properties'),
    icon: <SettingsRegular />,
    needs: 'organization.read',
  },
]

const managing = (words: Words, at: (page: string) => string): Pages => ({
  heading: words.manage,
  pages: [
    { label: words.users, to: at('users'), icon: <PeopleRegular />, needs: 'users.read' },
    // Whoever may see nothing else may be allowed to invite.
    { label: words.invitation.title, to: at('invitations'), icon: <MailRegular /> },
    {
      label: words.elsewhere.title,
      to: at('guests-elsewhere'),
      icon: <GlobePersonRegular />,
      needs: 'users.elsewhere',
    },
    { label: words.groups, to: at('groups'), icon: <PeopleTeamRegular />, needs: 'groups.read' },
    {
      label: words.applications,
      to: at('applications'),
      icon: <AppsListRegular />,
      needs: 'applications.read',
    },
    { label: words.roles, to: at('roles'), icon: <ShieldPersonRegular />, needs: 'roles.read' },
    ...settingUp(words, at),
  ],
})

const happening = (words: Words, at: (page: string) => string): Pages => ({
  heading: words.activity,
  pages: [
    {
      label: words.requests,
      to: at('requests'),
      icon: <ClipboardTaskListLtrRegular />,
      needs: 'requests.read',
    },
    {
      label: words.auditLog,
      to: at('audit'),
      icon: <DocumentBulletListRegular />,
      needs: 'audit.read',
    },
    {
      label: words.protection.title,
      to: at('protection'),
      icon: <ShieldLockRegular />,
      needs: 'users.inspect',
    },
    { label: words.erasures, to: at('erasures'), icon: <EraserRegular />, needs: 'users.inspect' },
  ],
})

const toOthers = (words: Words): Pages => ({
  pages: [{ label: words.otherOrganizations, to: '/', icon: <ArrowSwapRegular />, end: true }],
})

/**
 * The pages of `organizationId` of which my roles show anything; with others to go to, the way
 * there too.
 */
export const adminNav = (
  words: Words,
  organizationId: string,
  { may }: Capabilities,
  hasOthers: boolean,
): readonly NavGroup[] => {
  const at = (page: string): string => `/${organizationId}/${page}`
  const start: Page = {
    label: words.overview,
    to: `/${organizationId}`,
    icon: <HomeRegular />,
    end: true,
    needs: 'users.inspect',
  }
  const all: readonly Pages[] = [
    { pages: [start] },
    managing(words, at),
    happening(words, at),
    ...(hasOthers ? [toOthers(words)] : []),
  ]
  return all
    .map(({ heading, pages }) => ({
      heading,
      items: pages.filter(({ needs }) => needs === undefined || may[needs] === true),
    }))
    .filter(({ items }) => items.length > 0)
}

/** Where my roles can do something first; empty for the overview. */
export const startPage = ({ may }: Capabilities): string => {
  if (may['users.inspect'] === true) return ''
  return may['audit.read'] === true ? 'audit' : 'invitations'
}
