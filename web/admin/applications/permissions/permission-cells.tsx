/** What stands in the lists of permissions: its name, where it is, the button about it. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { MayButton } from '../../kit/may.tsx'
import { useWords } from '../../words.tsx'
import {
  actionAt,
  namedAt,
  nameOfResource,
  useResource,
  type Kind,
  type ResourceKey,
} from './resource.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', minInlineSize: '0' },
  // The words go on a sentence elsewhere, and begin one here.
  name: { display: 'block', '::first-letter': { textTransform: 'uppercase' } },
  code: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
})

export type OneProps = {
  readonly at: ResourceKey
  readonly kind: Kind
  /** Its id, or what programs call it. */
  readonly which: string
}

/** In words, and beneath as programs write it. */
export const PermissionName = ({ at, kind, which }: OneProps) => {
  const words = useWords()
  const styles = useStyles()
  const resource = useResource(at)
  const { name, code } =
    resource === undefined
      ? { name: which, code: undefined }
      : namedAt(words, resource, kind, which)
  return (
    <span className={styles.all}>
      <span className={styles.name}>{name}</span>
      {code !== undefined && code !== name && (
        <Caption1 className={styles.code}>
          <code>{code}</code>
        </Caption1>
      )}
    </span>
  )
}

/** Where it is: the directory, or another application. */
export const PermissionPlace = ({ at }: Pick<OneProps, 'at'>) => {
  const words = useWords()
  const resource = useResource(at)
  if (resource !== undefined) return nameOfResource(words, resource)
  return 'appId' in at ? words.permission.notHere(at.appId) : words.none
}

type ButtonProps = OneProps & {
  readonly icon: ReactElement
  readonly label: string
  readonly labelNamed: (permission: string) => string
  readonly onPress: (permission: string) => void
}

/** Gives one, or takes one back, to who may. */
export const PermissionButton = ({
  at,
  kind,
  which,
  icon,
  label,
  labelNamed,
  onPress,
}: ButtonProps) => {
  const words = useWords()
  const resource = useResource(at)
  if (resource === undefined) return words.none
  const { name } = namedAt(words, resource, kind, which)
  return (
    <MayButton
      action={actionAt(resource)}
      size="small"
      appearance="subtle"
      icon={icon}
      aria-label={labelNamed(name)}
      onClick={() => onPress(name)}
    >
      {label}
    </MayButton>
  )
}
