/** The parts of a list, each a page of its own, as links above it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { NavLink } from 'react-router'
import { bareList } from '../../ui/bare-list.ts'
import { useAdmin } from '../admin-context.tsx'

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

type Section = { readonly at: string; readonly label: string }
type Props = {
  readonly label: string
  /** Where the list is, below the organization. */
  readonly of: string
  readonly sections: readonly Section[]
}

export const Sections = ({ label, of, sections }: Props) => {
  const styles = useStyles()
  const { organizationId } = useAdmin()
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {sections.map(({ at, label: name }) => (
          <li key={at}>
            <NavLink
              to={`/${organizationId}/${of}${at}`}
              end
              className={({ isActive }) => mergeClasses(styles.link, isActive && styles.current)}
            >
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
