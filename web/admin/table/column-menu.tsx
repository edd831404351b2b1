/** Choosing the columns of a list. */
import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ColumnEditRegular } from '@fluentui/react-icons'
import type { RowData } from '@tanstack/react-table'
import type { Column } from './columns.tsx'
import type { Asked } from './use-asked.ts'
import { useWords } from '../words.tsx'

type Props<T extends RowData> = {
  readonly asked: Asked
  readonly columns: readonly Column<T>[]
  /** What is shown before anybody chooses. */
  readonly usual: readonly string[]
}

export const ColumnMenu = <T extends RowData>({ asked, columns, usual }: Props<T>) => {
  const words = useWords()
  const chosen = asked.value('columns')
  return (
    <Menu
      checkedValues={{ columns: chosen === '' ? [...usual] : chosen.split(',') }}
      onCheckedValueChange={(_, { checkedItems }) =>
        // Without any, one stays that no column is called: the name is shown in every case.
        asked.ask({ columns: checkedItems.join(',') || 'none' })
      }
      persistOnItemClick
    >
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ColumnEditRegular />}>{words.user.columns}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {columns.map(({ id = '', header, enableHiding }) =>
            enableHiding === false ? null : (
              <MenuItemCheckbox key={id} name="columns" value={id}>
                {String(header)}
              </MenuItemCheckbox>
            ),
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
