/** What leaving would end, counted and listed. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { LeavePreview } from '../../../src/wire/account.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  text: { margin: '0' },
  summary: {
    cursor: 'pointer',
    paddingBlock: '4px',
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { margin: '0', paddingInlineStart: '32px', maxBlockSize: '180px', overflowY: 'auto' },
  detail: { color: tokens.colorNeutralForeground2 },
})

type Kind = keyof LeavePreview['ends']
const kindsOf = (words: Words): readonly Kind[] => Object.keys(words.leave.ends) as Kind[]

/** Short lists are open from the start. */
const fewItems = 5

const Losses = ({ kind, ends }: { readonly kind: Kind; readonly ends: LeavePreview['ends'] }) => {
  const words = useWords()
  const styles = useStyles()
  const { count, items } = ends[kind]
  return (
    <details open={count <= fewItems}>
      <summary className={styles.summary}>{words.leave.ends[kind](count)}</summary>
      <ul className={styles.list}>
        {items.map(({ id, displayName, detail, onlyOwner }) => (
          <li key={`${id} ${detail ?? ''}`}>
            {displayName}
            {detail === null ? null : <span className={styles.detail}> · {detail}</span>}
            {onlyOwner ? <span className={styles.detail}> · {words.leave.onlyOwner}</span> : null}
          </li>
        ))}
        {count > items.length ? <li>{words.leave.andMore(count - items.length)}</li> : null}
      </ul>
    </details>
  )
}

export const AllLosses = ({ preview }: { readonly preview: LeavePreview }) => {
  const words = useWords()
  const styles = useStyles()
  const held = kindsOf(words).filter((kind) => preview.ends[kind].count > 0)
  const name = preview.organization.displayName
  return (
    <div className={styles.root}>
      <p className={styles.text}>
        {held.length === 0 ? words.leave.nothing(name) : words.leave.lead(name)}
      </p>
      {held.map((kind) => (
        <Losses key={kind} kind={kind} ends={preview.ends} />
      ))}
    </div>
  )
}
