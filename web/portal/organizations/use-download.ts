/** A copy of my data in one organization, as a file that the browser keeps. */
import { useMutation } from '@tanstack/react-query'
import type { AccountOrganization } from '../../../src/wire/account.ts'
import { saveFile } from '../../ui/save-file.ts'
import { account } from '../queries.ts'
import { useWords } from '../words.tsx'

/** The download, as a mutation over the organization. */
export const useDownload = () => {
  const words = useWords()
  return useMutation({
    mutationFn: ({ id }: Pick<AccountOrganization, 'id' | 'displayName'>) => account.data(id),
    onSuccess: (file, { displayName }) => saveFile(file, words.leave.dataFile(displayName)),
  })
}
