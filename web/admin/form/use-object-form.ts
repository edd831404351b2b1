/** A form that makes an object of the directory and goes to its page, or changes one. */
import type { DefaultValues, FieldValues } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { useAdmin } from '../admin-context.tsx'
import { useSentForm } from './use-sent-form.ts'

type Options<V> = {
  /** The one to change; without it a new one is made. */
  readonly id: string | undefined
  readonly values: DefaultValues<V>
  readonly create: (given: V) => Promise<{ readonly id: string }>
  readonly update: (id: string, given: V) => Promise<unknown>
  readonly words: {
    readonly created: (name: string) => string
    readonly saved: (name: string) => string
  }
  /** The list in whose addresses their pages are. */
  readonly list: string
  readonly onClose: () => void
}

export const useObjectForm = <V extends FieldValues & { readonly displayName: string }>({
  id,
  values,
  create,
  update,
  words,
  list,
  onClose,
}: Options<V>) => {
  const { organizationId } = useAdmin()
  const navigate = useNavigate()
  return useSentForm<V, string>({
    values,
    send: async (given) => {
      if (id === undefined) return (await create(given)).id
      await update(id, given)
      return id
    },
    said: (_, { displayName }) =>
      (id === undefined ? words.created : words.saved)(displayName.trim()),
    done: (made) => {
      onClose()
      if (id === undefined) void navigate(`/${organizationId}/${list}/${made}`)
    },
  })
}
