/** How much of the contract is kept, as a document tells it. */
import { globSync } from 'node:fs'
import { cells } from '../../src/wire/graph/documents/tables.ts'
import { areas } from './areas.ts'
import type { Area, Row } from './row.ts'

const standings = ['ok', 'later', 'decided'] as const
type Standing = (typeof standings)[number]

const standingOf = ({ standing }: Row): Standing =>
  typeof standing === 'number' ? 'decided' : standing

const numberOf = ({ rows }: Pick<Area, 'rows'>, standing: Standing): number =>
  rows.filter((row) => standingOf(row) === standing).length

/** By number: 7.2 comes before 7.10. */
const ordered = areas.flat().toSorted((a, b) => {
  const [[major = 0, minor = 0] = [], [otherMajor = 0, otherMinor = 0] = []] = [a, b].map(
    ({ number }) => number.split('.').map(Number),
  )
  return major - otherMajor || minor - otherMinor
})

const whole = { rows: ordered.flatMap(({ rows }) => rows) }

/** How many rows stand where, in all. */
export const countsOfAll = (): Readonly<Record<Standing, number>> => ({
  ok: numberOf(whole, 'ok'),
  later: numberOf(whole, 'later'),
  decided: numberOf(whole, 'decided'),
})

/** Each area with how many of its rows are kept, come later, or are refused by a decision. */
export const contractCounts = (): string => {
  const line = (of: Pick<Area, 'rows'>): string[] => [
    ...standings.map((standing) => String(numberOf(of, standing))),
    String(of.rows.length),
  ]
  return [
    cells('area', 'about', ...standings, 'rows'),
    cells('---', '---', '---', '---', '---', '---'),
    ...ordered.map((area) => cells(area.number, area.about, ...line(area))),
    cells('', 'all', ...line(whole)),
  ].join('\n')
}

const decisionOf = (number: number): string => {
  const begins = String(number).padStart(4, '0')
  const [path] = globSync(`docs/decisions/${begins}-*.md`)
  if (path === undefined) throw new Error(`There is no decision ${number}.`)
  return `[decision ${number}](${path.replace('docs/', '')})`
}

/** Each row that is not kept, with the decision that refuses it. */
export const contractRows = (): string =>
  [
    cells('area', 'what is relied on', 'why not'),
    cells('---', '---', '---'),
    ...ordered.flatMap(({ number, rows }) =>
      rows.flatMap(({ text, standing }) => {
        if (standing === 'ok') return []
        return [cells(number, text, standing === 'later' ? 'later' : decisionOf(standing))]
      }),
    ),
  ].join('\n')
