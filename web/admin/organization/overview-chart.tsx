/** Who joined and who departed, month by month: a small chart, and the same numbers as a table. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { Month } from '../../../src/client/graph.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  chart: { inlineSize: '100%', blockSize: 'auto', maxInlineSize: '720px' },
  joined: {
    fill: tokens.colorCompoundBrandBackground,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  departed: {
    fill: tokens.colorPaletteMarigoldBorderActive,
    backgroundColor: tokens.colorPaletteMarigoldBorderActive,
  },
  line: { stroke: tokens.colorNeutralStroke1 },
  label: { fill: tokens.colorNeutralForeground2, fontSize: '11px', textAnchor: 'middle' },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '16px', color: tokens.colorNeutralForeground2 },
  key: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  swatch: { inlineSize: '12px', blockSize: '12px', borderRadius: tokens.borderRadiusSmall },
  summary: { cursor: 'pointer', paddingBlock: '4px', borderRadius: tokens.borderRadiusSmall },
  table: {
    borderCollapse: 'collapse',
    '& th, & td': { padding: '4px 16px 4px 0', textAlign: 'start', ...typographyStyles.body1 },
  },
})

const width = 720
const height = 160
const ground = 136
const top = 8

const Bars = ({ months, most }: { readonly months: readonly Month[]; readonly most: number }) => {
  const speech = useSpeech()
  const styles = useStyles()
  const step = width / Math.max(months.length, 1)
  const bar = step / 3
  const heightOf = (count: number): number => (most === 0 ? 0 : (count / most) * (ground - top))
  return months.map(({ month, joined, departed }, at) => {
    const from = at * step + step / 6
    return (
      <g key={month}>
        <rect
          className={styles.joined}
          x={from}
          width={bar}
          y={ground - heightOf(joined)}
          height={heightOf(joined)}
        />
        <rect
          className={styles.departed}
          x={from + bar}
          width={bar}
          y={ground - heightOf(departed)}
          height={heightOf(departed)}
        />
        <text className={styles.label} x={at * step + step / 2} y={height - 6}>
          {speech.shortMonth(month)}
        </text>
      </g>
    )
  })
}

const Numbers = ({ months }: { readonly months: readonly Month[] }) => {
  const speech = useSpeech()
  const words = useWords()
  const styles = useStyles()
  return (
    <details>
      <summary className={styles.summary}>{words.log.chartTable}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.log.month}</th>
            <th scope="col">{words.log.joined}</th>
            <th scope="col">{words.log.departed}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, joined, departed }) => (
            <tr key={month}>
              <th scope="row">{speech.month(month)}</th>
              <td>{speech.number(joined)}</td>
              <td>{speech.number(departed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

export const OverviewChart = ({ months }: { readonly months: readonly Month[] }) => {
  const words = useWords()
  const styles = useStyles()
  const sum = (of: 'joined' | 'departed'): number =>
    months.reduce((total, month) => total + month[of], 0)
  const most = Math.max(0, ...months.flatMap(({ joined, departed }) => [joined, departed]))
  return (
    <>
      <span>{words.log.chartSummary(months.length, sum('joined'), sum('departed'))}</span>
      <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} aria-hidden>
        <line className={styles.line} x1={0} x2={width} y1={ground} y2={ground} />
        <Bars months={months} most={most} />
      </svg>
      <div className={styles.legend}>
        {(['joined', 'departed'] as const).map((what) => (
          <span key={what} className={styles.key}>
            <span className={`${styles.swatch} ${styles[what]}`} aria-hidden />
            {words.log[what]}
          </span>
        ))}
      </div>
      <Numbers months={months} />
    </>
  )
}
