/**
 * The parts of an object's page. Which one is open stands in the address, so that it can be linked
 * to and reloaded.
 */
import { Tab, TabList, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'

export type PageTab = { readonly id: string; readonly label: string; readonly content: ReactNode }

const useStyles = makeStyles({
  list: { overflowX: 'auto', flexWrap: 'wrap' },
  panel: { display: 'flex', flexDirection: 'column', gap: '16px' },
})

export const PageTabs = ({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly PageTab[]
}) => {
  const styles = useStyles()
  const [search, setSearch] = useSearchParams()
  const open = tabs.find(({ id }) => id === search.get('tab')) ?? tabs[0]
  if (open === undefined) return null
  return (
    <>
      <TabList
        aria-label={label}
        className={styles.list}
        selectedValue={open.id}
        onTabSelect={(_, { value }) =>
          setSearch(value === tabs[0]?.id ? {} : { tab: String(value) }, {
            replace: true,
            preventScrollReset: true,
          })
        }
      >
        {tabs.map(({ id, label }) => (
          <Tab key={id} value={id} id={`tab-${id}`}>
            {label}
          </Tab>
        ))}
      </TabList>
      <div
        role="tabpanel"
        aria-labelledby={`tab-${open.id}`}
        className={styles.panel}
        key={open.id}
      >
        {open.content}
      </div>
    </>
  )
}
