/** What trying a provider came to, each thing that was looked at in a line of its own. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ErrorCircleRegular, InfoRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { ProviderReport } from '../../../src/client/graph.ts'
import { bareList } from '../../ui/bare-list.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  all: { display: 'block' },
  list: {
    ...bareList,
    margin: '12px 0 0',
    gap: '8px',
  },
  line: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  icon: { flexShrink: '0', fontSize: '20px', display: 'flex' },
  right: { color: tokens.colorStatusSuccessForeground1 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
})

type Kind = 'right' | 'wrong' | 'open'

const iconsOf = (words: Words): Readonly<Record<Kind, ReactNode>> => ({
  right: <CheckmarkCircleRegular aria-label={words.provider.isRight} />,
  wrong: <ErrorCircleRegular aria-label={words.provider.isWrong} />,
  open: <InfoRegular aria-label={words.provider.isOpen} />,
})
const kindOf = (isRight: boolean | null): Kind =>
  isRight === null ? 'open' : isRight ? 'right' : 'wrong'

/** Read out as soon as it is there. */
export const ProviderFindings = ({ report }: { readonly report: ProviderReport | undefined }) => {
  const words = useWords()
  const styles = useStyles()
  const icons = iconsOf(words)
  const colors = { right: styles.right, wrong: styles.wrong, open: '' }
  return (
    <output className={styles.all}>
      {report !== undefined && (
        <ul className={styles.list}>
          {report.findings.map(({ code, isRight }) => (
            <li key={code} className={styles.line}>
              <span className={`${styles.icon} ${colors[kindOf(isRight)]}`}>
                {icons[kindOf(isRight)]}
              </span>
              <span>{words.provider.findings[code]}</span>
            </li>
          ))}
        </ul>
      )}
    </output>
  )
}
