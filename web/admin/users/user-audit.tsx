/** What happened to a user, or was done by them. */
import { Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { auditFilterText, noFilter } from '../audit/audit-filter.ts'
import { AuditTable } from '../audit/audit-table.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { useWords } from '../words.tsx'

export const UserAudit = ({ userId }: { readonly userId: string }) => {
  const words = useWords()
  const [side, setSide] = useState<'to' | 'by'>('to')
  const filter = auditFilterText({
    ...noFilter,
    ...(side === 'to' ? { targetId: userId } : { actorId: userId }),
  })
  return (
    <ForThoseWhoMay action="audit.read">
      <RadioGroup
        layout="horizontal"
        aria-label={words.log.auditTools}
        value={side}
        onChange={(_, { value }) => setSide(value === 'by' ? 'by' : 'to')}
      >
        <Radio value="to" label={words.log.toUser} />
        <Radio value="by" label={words.log.byUser} />
      </RadioGroup>
      <AuditTable
        filter={filter}
        empty={<EmptyState title={words.log.auditEmpty} hint={words.log.auditUserEmptyHint} />}
      />
    </ForThoseWhoMay>
  )
}
