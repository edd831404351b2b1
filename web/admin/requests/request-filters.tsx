/** Which requests the queue shows. */
import { Field, Select } from '@fluentui/react-components'
import { useWords, type Words } from '../words.tsx'

export type View = keyof Words['asking']['views']
export type Kind = keyof Words['log']['kinds']
export type Shown = { readonly view: View; readonly kind: Kind | undefined }

const views: Readonly<Record<View, string | undefined>> = {
  open: `state eq 'open'`,
  held: `state eq 'open' and isHeld eq true`,
  answered: `state ne 'open'`,
  all: undefined,
}
const kinds: Readonly<Record<Kind, string>> = {
  removal: `kind eq 'removal'`,
  restore: `kind eq 'restore'`,
}

/** The filter that the server is asked; undefined for all. */
export const filterOf = ({ view, kind }: Shown): string | undefined => {
  const asked = [views[view], kind === undefined ? undefined : kinds[kind]].filter(
    (one) => one !== undefined,
  )
  return asked.length === 0 ? undefined : asked.join(' and ')
}

const viewNames = Object.keys(views) as View[]
const kindNames = Object.keys(kinds) as Kind[]

type Props = { readonly shown: Shown; readonly onChange: (shown: Shown) => void }

export const RequestFilters = ({ shown, onChange }: Props) => {
  const { asking, log } = useWords()
  return (
    <>
      <Field label={asking.show}>
        <Select
          value={shown.view}
          onChange={(_, { value }) =>
            onChange({ ...shown, view: viewNames.find((one) => one === value) ?? 'open' })
          }
        >
          {viewNames.map((one) => (
            <option key={one} value={one}>
              {asking.views[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={log.kind}>
        <Select
          value={shown.kind ?? ''}
          onChange={(_, { value }) =>
            onChange({ ...shown, kind: kindNames.find((one) => one === value) })
          }
        >
          <option value="">{asking.anyKind}</option>
          {kindNames.map((one) => (
            <option key={one} value={one}>
              {log.kinds[one]}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
