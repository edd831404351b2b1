/** The file that says with which users, groups or applications something is to be done. */
import { useState } from 'react'
import type { UserListFault, UserListRow } from '../../../src/client/files.ts'
import type { ListedKind } from '../../../src/wire/graph/deleted-objects.ts'
import { useWords, type Words } from '../words.tsx'
import { files } from './csv-file.ts'

type List = { readonly rows: readonly UserListRow[] } | UserListFault | undefined

const wrongWith = ({ many, deleted }: Words, list: List, of: Listed): string | undefined => {
  if (list === undefined) return undefined
  const noName = of === 'user' ? deleted.listNoUser : deleted.objects.fileNoId
  if ('fault' in list)
    return list.fault === 'noUser' ? noName(list.found) : many.fileFaults[list.fault](list.line)
  return list.rows.length === 0 ? many.fileEmpty : undefined
}

/** What a file lists. */
export type Listed = 'user' | ListedKind

const none: readonly UserListRow[] = []

/** The file that was chosen: its rows, and what is wrong with it. */
export const useListFile = (of: Listed) => {
  const words = useWords()
  const [list, setList] = useState<List>()
  const choose = async (file: File | undefined): Promise<void> => {
    setList(undefined)
    if (file === undefined) return
    const { readObjectList, readUserList } = await files()
    const read = of === 'user' ? readUserList : readObjectList
    setList(read(new Uint8Array(await file.arrayBuffer())))
  }
  const rows = list !== undefined && 'rows' in list ? list.rows : none
  return { choose, rows, wrong: wrongWith(words, list, of) }
}
