/** Groups, or applications, and those of them that are deleted, as links above the lists. */
import type { ListedKind } from '../../../../src/wire/graph/deleted-objects.ts'
import { Sections } from '../../kit/sections.tsx'
import { useWords } from '../../words.tsx'

export const ObjectSections = ({ kind }: { readonly kind: ListedKind }) => {
  const { sections, all, deleted } = useWords().deleted.objects[kind]
  return (
    <Sections
      label={sections}
      of={`${kind}s`}
      sections={[
        { at: '', label: all },
        { at: '/deleted', label: deleted },
      ]}
    />
  )
}
