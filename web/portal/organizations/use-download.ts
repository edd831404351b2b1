/** A copy of my data in one organization, as a file that the browser keeps. */
import { useMutation } from '@tanstack/react-query'
import type { AccountOrganization } from '../../../src/wire/account.ts'
import { saveFile } from '../../ui/save-file.ts'
import { account } from '../queries.ts'
import { words } from '../words.ts'

/** The download, as a mutation over the organization. */
export const useDownload = () =>
  useMutation({
    mutationFn: ({ id }: Pick<AccountOrganization, 'id' | 'displayName'>) => account.data(id),
    onSuccess: (file, { displayName }) => saveFile(file, words.leave.dataFile(displayName)),
  })
