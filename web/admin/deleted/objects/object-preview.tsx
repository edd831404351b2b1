/** What restoring one group or application would bring back, what it cannot and why. */
import { makeStyles, Text } from '@fluentui/react-components'
import type { ObjectRestorePreview } from '../../../../src/client/graph.ts'
import { useWords, type Words } from '../../words.tsx'
import { ObjectTicks, type Choice } from './object-ticks.tsx'

const useStyles = makeStyles({
  title: { marginBlock: '0' },
  list: { marginBlock: '0', paddingInlineStart: '20px' },
})

type Lost = ObjectRestorePreview['cannotComeBack'][number]

const lostText = (words: Words['deleted'], { kind, count, reason, names }: Lost): string =>
  `${words.objects.kinds[kind](count)} (${names.join(', ')}): ${words.objects.lost[reason]}`

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => {
  const styles = useStyles()
  if (lines.length === 0) return null
  return (
    <div>
      <Text as="h3" weight="semibold" block className={styles.title}>
        {title}
      </Text>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

type Previewed = Pick<
  ObjectRestorePreview,
  'comesBack' | 'cannotComeBack' | 'conflicts' | 'namesake'
>

type Props = Choice & { readonly preview: Previewed; readonly hint?: string }

export const ObjectPreview = ({ preview, ...choice }: Props) => {
  const words = useWords().deleted
  const { comesBack, cannotComeBack, conflicts, namesake } = preview
  return (
    <>
      {conflicts.length === 0 && <ObjectTicks comesBack={comesBack} {...choice} />}
      <Lines
        title={words.cannotComeBack}
        lines={cannotComeBack.map((lost) => lostText(words, lost))}
      />
      {comesBack.length + cannotComeBack.length === 0 && <Text>{words.objects.nothing}</Text>}
      {namesake !== null && <Text>{words.objects.namesake(namesake)}</Text>}
      <Lines
        title={words.conflictTitle}
        lines={conflicts.map(({ code }) => words.objects.conflicts[code])}
      />
    </>
  )
}
