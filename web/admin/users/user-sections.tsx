/** The kinds of users, each a page of its own, as links above their lists. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { NavLink } from 'react-router'
import { bareList } from '../../ui/bare-list.ts'
import { useAdmin } from '../admin-context.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  list: {
    ...bareList,
    flexDirection: 'row',
    flexWrap: 'wrap',
    gap: '4px',
    boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke2}`,
  },
  link: {
    display: 'inline-block',
    padding: '10px 12px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorSubtleBackgroundHover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
  },
})

export const UserSections = () => {
  const words = useWords()
  const styles = useStyles()
  const { organizationId } = useAdmin()
  const sections = [
    { at: '', label: words.user.all },
    { at: '/members', label: words.user.members },
    { at: '/guests', label: words.user.guests },
    { at: '/deleted', label: words.user.deleted },
  ]
  return (
    <nav aria-label={words.user.sections}>
      <ul className={styles.list}>
        {sections.map(({ at, label }) => (
          <li key={at}>
            <NavLink
              to={`/${organizationId}/users${at}`}
              end
              className={({ isActive }) => mergeClasses(styles.link, isActive && styles.current)}
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
