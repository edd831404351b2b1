/** Makes an application, or changes one. Mount it to open it. */
import type { Application } from '../../../src/client/graph.ts'
import { servicePrincipal } from '../../../src/wire/graph/applications/service-principal.ts'
import { useAdmin } from '../admin-context.tsx'
import { DescriptionField } from '../form/description-field.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { textOrNull } from '../form/property-text.ts'
import { TextField } from '../form/text-field.tsx'
import { useObjectForm } from '../form/use-object-form.ts'
import { useWords } from '../words.tsx'
import { useOfItsHome } from './of-its-home.ts'

/** `application` is the one to change; without it a new one is made. */
type Props = { readonly application?: Application; readonly onClose: () => void }

type Wish = {
  readonly displayName: string
  readonly description: string
  readonly homepage: string
}

const of = servicePrincipal.properties

const wishOf = (application: Application | undefined): Wish => ({
  displayName: application?.displayName ?? '',
  description: application?.description ?? '',
  homepage: application?.homepage ?? '',
})

const propertiesOf = ({ displayName, description, homepage }: Wish) => ({
  displayName: displayName.trim(),
  description: textOrNull(description),
  homepage: textOrNull(homepage),
})

export const ApplicationDialog = ({ application, onClose }: Props) => {
  const words = useWords()
  const text = words.application
  const { graph } = useAdmin()
  const home = useOfItsHome(application ?? { appOwnerOrganizationId: null })
  // Of another organization's, what stands on its tile here alone.
  const changesOf = (wish: Wish) =>
    home === undefined ? propertiesOf(wish) : { description: textOrNull(wish.description) }
  const form = useObjectForm<Wish>({
    id: application?.id,
    values: wishOf(application),
    create: (wish) => graph.applications.create(propertiesOf(wish)),
    update: (id, wish) => graph.applications.update(id, changesOf(wish)),
    words: text,
    list: 'applications',
    onClose,
  })
  const { control } = form
  return (
    <FormDialog
      form={form}
      title={application === undefined ? text.new : text.editTitle(application.displayName)}
      submitLabel={application === undefined ? text.create : words.save}
      changes={application !== undefined}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="displayName"
        of={of.displayName}
        required
        disabled={home !== undefined}
        label={words.name}
        {...(home === undefined ? {} : { hint: home })}
      />
      <DescriptionField control={control} name="description" of={of.description} />
      <TextField
        control={control}
        name="homepage"
        of={of.homepage}
        disabled={home !== undefined}
        label={text.homepage}
        hint={home ?? text.homepageHint}
      />
    </FormDialog>
  )
}
