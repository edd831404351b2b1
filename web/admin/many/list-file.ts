/** The file that says with which users something is to be done. */
import { useState } from 'react'
import type { UserListFault, UserListRow } from '../../../src/client/files.ts'
import { useWords, type Words } from '../words.tsx'
import { files } from './csv-file.ts'

type List = { readonly rows: readonly UserListRow[] } | UserListFault | undefined

const wrongWith = ({ many, deleted }: Words, list: List): string | undefined => {
  if (list === undefined) return undefined
  if ('fault' in list)
    return list.fault === 'noUser'
      ? deleted.listNoUser(list.found)
      : many.fileFaults[list.fault](list.line)
  return list.rows.length === 0 ? many.fileEmpty : undefined
}

const none: readonly UserListRow[] = []

/** The file that was chosen: its rows, and what is wrong with it. */
export const useUserFile = () => {
  const words = useWords()
  const [list, setList] = useState<List>()
  const choose = async (file: File | undefined): Promise<void> => {
    setList(undefined)
    if (file === undefined) return
    const { readUserList } = await files()
    setList(readUserList(new Uint8Array(await file.arrayBuffer())))
  }
  const rows = list !== undefined && 'rows' in list ? list.rows : none
  return { choose, rows, wrong: wrongWith(words, list) }
}
