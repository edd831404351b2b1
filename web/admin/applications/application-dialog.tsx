/** Makes an application, or changes one. Mount it to open it. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Application } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

/** `application` is the one to change; without it a new one is made. */
type Props = { readonly application?: Application; readonly onClose: () => void }

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const ApplicationDialog = ({ application, onClose }: Props) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const navigate = useNavigate()
  const [name, setName] = useState(application?.displayName ?? '')
  const [description, setDescription] = useState(application?.description ?? '')
  const [homepage, setHomepage] = useState(application?.homepage ?? '')
  const properties = {
    displayName: name.trim(),
    description: orNull(description),
    homepage: orNull(homepage),
  }
  const make = async (): Promise<string> => (await graph.applications.create(properties)).id
  const update = async (id: string): Promise<string> => {
    await graph.applications.update(id, properties)
    return id
  }
  const change = useChange<void, string>(
    () => (application === undefined ? make() : update(application.id)),
    {
      said: (application === undefined ? words.application.created : words.application.saved)(
        properties.displayName,
      ),
      done: (id) => {
        onClose()
        if (application === undefined) void navigate(`/${organizationId}/applications/${id}`)
      },
    },
  )
  return (
    <FormDialog
      open
      title={
        application === undefined
          ? words.application.new
          : words.application.editTitle(application.displayName)
      }
      submitLabel={application === undefined ? words.application.create : words.save}
      busy={change.isPending}
      error={change.error}
      ready={properties.displayName !== ''}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <TextField label={words.name} value={name} required onChange={setName} />
      <TextField
        label={words.description}
        value={description}
        lines={3}
        maxLength={1024}
        onChange={setDescription}
      />
      <TextField
        label={words.application.homepage}
        hint={words.application.homepageHint}
        value={homepage}
        type="url"
        maxLength={2048}
        onChange={setHomepage}
      />
    </FormDialog>
  )
}
