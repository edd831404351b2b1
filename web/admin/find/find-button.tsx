/** The button in the bar that opens the search, and the key that does, unless it is off. */
import { Button } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { capabilitiesQuery, directoryClient } from '../queries.ts'
import { useWords } from '../words.tsx'
import { FindDialog } from './find-dialog.tsx'

const kept = 'guesthouse.findByKey'
const typing = 'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"]'

/** Whether the key alone opens the search: a choice, since voices and other tools send keys too. */
const useKeyChoice = (): readonly [boolean, (on: boolean) => void] => {
  const [on, setOn] = useState(() => localStorage.getItem(kept) !== 'off')
  return [
    on,
    (wanted) => {
      localStorage.setItem(kept, wanted ? 'on' : 'off')
      setOn(wanted)
    },
  ]
}

const useKey = (on: boolean, open: () => void): void => {
  useEffect(() => {
    if (!on) return undefined
    const listen = (event: KeyboardEvent): void => {
      const { target } = event
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (target instanceof Element && target.closest(typing) !== null) return
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [on, open])
}

export const FindButton = ({ organizationId }: { readonly organizationId: string }) => {
  const words = useWords()
  const graph = useMemo(() => directoryClient(organizationId), [organizationId])
  const { data: capabilities } = useQuery(capabilitiesQuery(organizationId, graph))
  // It is open at one place: whatever was found and followed, it has done its work.
  const { key: place } = useLocation()
  const [openAt, setOpenAt] = useState<string>()
  const [byKey, setByKey] = useKeyChoice()
  const allowed = capabilities?.may['users.inspect'] === true
  const show = useMemo(() => () => setOpenAt(place), [place])
  useKey(allowed && byKey, show)
  if (!allowed) return null
  return (
    <>
      <Button
        appearance="subtle"
        icon={<SearchRegular />}
        aria-label={words.find.open}
        title={words.find.open}
        {...(byKey ? { 'aria-keyshortcuts': '/' } : {})}
        onClick={show}
      />
      {openAt === place && (
        <FindDialog
          organizationId={organizationId}
          graph={graph}
          byKey={byKey}
          onByKey={setByKey}
          onClose={() => setOpenAt(undefined)}
        />
      )}
    </>
  )
}
