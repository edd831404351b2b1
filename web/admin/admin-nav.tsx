/** The navigation of one organization's admin centre. */
import {
  AppsListRegular,
  ArrowSwapRegular,
  ClipboardTaskListLtrRegular,
  DocumentBulletListRegular,
  EraserRegular,
  GlobePersonRegular,
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
import type { NavGroup } from '../ui/shell/shell-nav.tsx'
import type { Words } from './words.tsx'

const toOthers = (words: Words): NavGroup => ({
  items: [{ label: words.otherOrganizations, to: '/', icon: <ArrowSwapRegular />, end: true }],
})

/** The pages of `organizationId`; with others to go to, the way there too. */
export const adminNav = (
  words: Words,
  organizationId: string,
  hasOthers: boolean,
): readonly NavGroup[] => {
  const at = (page: string): string => `/${organizationId}/${page}`
  return [
    {
      items: [
        { label: words.overview, to: `/${organizationId}`, icon: <HomeRegular />, end: true },
      ],
    },
    {
      heading: words.manage,
      items: [
        { label: words.users, to: at('users'), icon: <PeopleRegular /> },
        { label: words.invitation.title, to: at('invitations'), icon: <MailRegular /> },
        {
          label: words.elsewhere.title,
          to: at('guests-elsewhere'),
          icon: <GlobePersonRegular />,
        },
        { label: words.groups, to: at('groups'), icon: <PeopleTeamRegular /> },
        { label: words.applications, to: at('applications'), icon: <AppsListRegular /> },
        { label: words.roles, to: at('roles'), icon: <ShieldPersonRegular /> },
        { label: words.collaboration.title, to: at('collaboration'), icon: <HandshakeRegular /> },
        { label: words.policy.title, to: at('policies'), icon: <HourglassRegular /> },
        { label: words.provider.title, to: at('identity-providers'), icon: <KeyMultipleRegular /> },
        { label: words.properties, to: at('properties'), icon: <SettingsRegular /> },
      ],
    },
    {
      heading: words.activity,
      items: [
        { label: words.requests, to: at('requests'), icon: <ClipboardTaskListLtrRegular /> },
        { label: words.auditLog, to: at('audit'), icon: <DocumentBulletListRegular /> },
        { label: words.protection.title, to: at('protection'), icon: <ShieldLockRegular /> },
        { label: words.erasures, to: at('erasures'), icon: <EraserRegular /> },
      ],
    },
    ...(hasOthers ? [toOthers(words)] : []),
  ]
}
