/** The audit log: who did what to whom. */
import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMay } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { askedFilter, auditFilterText, partsOf } from './audit-filter.ts'
import { AuditTable } from './audit-table.tsx'
import { AuditTools, ExportButton } from './audit-tools.tsx'
import { useAsked } from '../table/use-asked.ts'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { useWords } from '../words.tsx'

export const AuditPage = () => {
  const words = useWords()
  const asked = useAsked('audit')
  const filter = askedFilter(asked.value)
  const [cleared, setCleared] = useState(0)
  const { allowed } = useMay('audit.read')
  const text = auditFilterText(filter)
  return (
    <AdminPage
      title={words.auditLog}
      intro={words.log.auditIntro}
      {...(allowed ? { actions: <ExportButton filter={text} /> } : {})}
    >
      <ForThoseWhoMay action="audit.read">
        <AuditTools
          key={cleared}
          filter={filter}
          narrowed={asked.narrowed}
          onChange={(next) => asked.ask(partsOf(next))}
          onClear={() => {
            asked.clear()
            setCleared(cleared + 1)
          }}
        />
        {filter.entryId !== undefined && <Text>{words.log.oneEntry}</Text>}
        <AuditTable
          asked={asked}
          filter={text}
          empty={
            text === '' ? (
              <EmptyState title={words.log.auditEmpty} hint={words.log.auditEmptyHint} />
            ) : (
              <EmptyState title={words.nothingFound} hint={words.log.auditNothingHint} />
            )
          }
        />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
