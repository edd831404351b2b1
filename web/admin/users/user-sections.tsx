/** The kinds of users, each a page of its own, as links above their lists. */
import { Sections } from '../kit/sections.tsx'
import { useWords } from '../words.tsx'

export const UserSections = () => {
  const words = useWords().user
  return (
    <Sections
      label={words.sections}
      of="users"
      sections={[
        { at: '', label: words.all },
        { at: '/members', label: words.members },
        { at: '/guests', label: words.guests },
        { at: '/deleted', label: words.deleted },
      ]}
    />
  )
}
