/** Makes an application, or changes one. Mount it to open it. */
import { useNavigate } from 'react-router'
import type { Application } from '../../../src/client/graph.ts'
import { servicePrincipal } from '../../../src/wire/graph/service-principal.ts'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { textOrNull } from '../form/property-text.ts'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useWords } from '../words.tsx'

/** `application` is the one to change; without it a new one is made. */
type Props = { readonly application?: Application; readonly onClose: () => void }

const of = servicePrincipal.properties

export const ApplicationDialog = ({ application, onClose }: Props) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const navigate = useNavigate()
  const form = useSentForm({
    values: {
      displayName: application?.displayName ?? '',
      description: application?.description ?? '',
      homepage: application?.homepage ?? '',
    },
    send: async ({ displayName, description, homepage }) => {
      const properties = {
        displayName: displayName.trim(),
        description: textOrNull(description),
        homepage: textOrNull(homepage),
      }
      if (application === undefined) return (await graph.applications.create(properties)).id
      await graph.applications.update(application.id, properties)
      return application.id
    },
    said: (_, { displayName }) =>
      (application === undefined ? words.application.created : words.application.saved)(
        displayName.trim(),
      ),
    done: (id) => {
      onClose()
      if (application === undefined) void navigate(`/${organizationId}/applications/${id}`)
    },
  })
  const { control } = form
  return (
    <FormDialog
      form={form}
      title={
        application === undefined
          ? words.application.new
          : words.application.editTitle(application.displayName)
      }
      submitLabel={application === undefined ? words.application.create : words.save}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="displayName"
        of={of.displayName}
        required
        label={words.name}
      />
      <TextField
        control={control}
        name="description"
        of={of.description}
        label={words.description}
        lines={3}
      />
      <TextField
        control={control}
        name="homepage"
        of={of.homepage}
        label={words.application.homepage}
        hint={words.application.homepageHint}
      />
    </FormDialog>
  )
}
