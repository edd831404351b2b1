/** Who joined and who departed, month by month: a small chart, and the same numbers as a table. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { Month } from '../../../src/client/graph.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  chart: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '8px',
    rowGap: '4px',
    maxInlineSize: '720px',
    paddingBlockStart: '8px',
    color: tokens.colorNeutralForeground2,
    ...typographyStyles.caption1,
  },
  // Each number stands in the middle of its line.
  scale: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    textAlign: 'end',
    marginBlock: `calc(${tokens.lineHeightBase200} / -2)`,
  },
  bars: { inlineSize: '100%', blockSize: '140px' },
  months: { gridColumnStart: '2', display: 'flex', textAlign: 'center' },
  month: {
    flexGrow: '1',
    flexBasis: '0',
    minInlineSize: '0',
    // A phone has room for every other one.
    '@media (max-width: 600px)': { ':nth-child(even)': { visibility: 'hidden' } },
  },
  joined: {
    fill: tokens.colorCompoundBrandBackground,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  departed: {
    fill: tokens.colorPaletteMarigoldBorderActive,
    backgroundColor: tokens.colorPaletteMarigoldBorderActive,
  },
  line: { stroke: tokens.colorNeutralStroke2 },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '16px', color: tokens.colorNeutralForeground2 },
  key: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  swatch: { inlineSize: '12px', blockSize: '12px', borderRadius: tokens.borderRadiusSmall },
  summary: { cursor: 'pointer', paddingBlock: '4px', borderRadius: tokens.borderRadiusSmall },
  table: {
    borderCollapse: 'collapse',
    '& th, & td': { padding: '4px 16px 4px 0', textAlign: 'start', ...typographyStyles.body1 },
  },
})

/** The least even number of one figure that is no less than the most, so that its half is whole. */
const topOf = (most: number): number => {
  const unit = 10 ** Math.max(0, Math.ceil(Math.log10(Math.max(most, 1))) - 1)
  return Math.max(2, Math.ceil(most / unit / 2) * 2) * unit
}

/** How wide the place of a month is, in bars, and how high the highest may be. */
const [step, height] = [3, 100]

const Bars = ({ months, top }: { readonly months: readonly Month[]; readonly top: number }) => {
  const styles = useStyles()
  const width = step * months.length
  return (
    <svg className={styles.bars} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
      {[0, height / 2, height].map((y) => (
        <line
          key={y}
          className={styles.line}
          vectorEffect="non-scaling-stroke"
          x1={0}
          x2={width}
          y1={y}
          y2={y}
        />
      ))}
      {months.flatMap((month, at) =>
        (['joined', 'departed'] as const).map((what, place) => {
          const high = (month[what] / top) * height
          return (
            <rect
              key={`${month.month} ${what}`}
              className={styles[what]}
              x={at * step + 0.5 + place}
              width={1}
              y={height - high}
              height={high}
            />
          )
        }),
      )}
    </svg>
  )
}

/** Without what is read out: the sentence above and the table below say the same. */
const Chart = ({ months }: { readonly months: readonly Month[] }) => {
  const speech = useSpeech()
  const styles = useStyles()
  const top = topOf(Math.max(0, ...months.flatMap(({ joined, departed }) => [joined, departed])))
  return (
    <div className={styles.chart} aria-hidden>
      <div className={styles.scale}>
        {[top, top / 2, 0].map((count) => (
          <span key={count}>{speech.number(count)}</span>
        ))}
      </div>
      <Bars months={months} top={top} />
      <div className={styles.months}>
        {months.map(({ month }) => (
          <span key={month} className={styles.month}>
            {speech.shortMonth(month)}
          </span>
        ))}
      </div>
    </div>
  )
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
  return (
    <>
      <span>{words.log.chartSummary(months.length, sum('joined'), sum('departed'))}</span>
      <Chart months={months} />
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
