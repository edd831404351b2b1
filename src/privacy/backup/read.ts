/**
 * Reading a backup: its lines in their order, a few rows at a time, and at each end whether all was
 * there and as it was written.
 */
import { createHash } from 'node:crypto'
import {
  beginLine,
  endLine,
  lastLine,
  peopleSection,
  readHead,
  UnreadableBackup,
  type Head,
} from './format.ts'
import { zippedLines } from './zipped-lines.ts'

/** Whoever reads a backup is told of each of these, in their order. */
export type Reader = {
  readonly person: (userId: string, mark: string) => void
  /** Whether the rows are wanted, now that the people are known. */
  readonly goesOn: () => boolean
  /** Rows of a table, as lines; called again until all are read. */
  readonly rows: (table: string, lines: readonly string[]) => Promise<void>
}

/** So many characters are handed on together. */
const pieceChars = 2 ** 20

const damaged = (): UnreadableBackup =>
  new UnreadableBackup('It is damaged: what it holds is not what was written.')

type Next = () => Promise<string>

/** One section, whose lines are handed on in pieces. Throws when it is not as it was written. */
const readSection = async (
  name: string,
  next: Next,
  hand: (lines: readonly string[]) => Promise<void>,
): Promise<void> => {
  if ((await next()) !== beginLine(name)) throw damaged()
  const hash = createHash('sha256')
  let [piece, chars, lines]: [string[], number, number] = [[], 0, 0]
  for (;;) {
    const line = await next()
    if (line.startsWith('=')) {
      if (line !== endLine(name, { lines, digest: hash.digest('hex') })) throw damaged()
      await hand(piece)
      return
    }
    hash.update(line).update('\n')
    lines++
    chars += line.length
    piece.push(line)
    if (chars < pieceChars) continue
    await hand(piece)
    ;[piece, chars] = [[], 0]
  }
}

/** A backup of which the head was read. */
export type OpenBackup = {
  readonly head: Head
  /** Reads the rest, once. False: the reader did not go on behind the people. */
  readonly read: (reader: Reader) => Promise<boolean>
}

/**
 * Opens the backup in `file`. This, and reading on, throws `UnreadableBackup` when it is none, is
 * cut off, or is not as it was written: what was handed on before then is not to be kept.
 */
export const openBackup = async (file: string): Promise<OpenBackup> => {
  const lines = zippedLines(file)
  const whole = createHash('sha256')
  const plain: Next = async () => {
    const found = await lines.next()
    if (found.done === true) throw new UnreadableBackup('It ends in the middle: it was cut off.')
    return found.value
  }
  const next: Next = async () => {
    const line = await plain()
    whole.update(line).update('\n')
    return line
  }
  const head = readHead(await next())
  const read = async (reader: Reader): Promise<boolean> => {
    await readSection(peopleSection, next, async (people) => {
      for (const line of people) reader.person(...splitPerson(line))
    })
    if (!reader.goesOn()) {
      await lines.return(undefined)
      return false
    }
    for (const { name } of head.tables)
      await readSection(name, next, (piece) => reader.rows(name, piece))
    if ((await plain()) !== lastLine(whole.digest('hex'))) throw damaged()
    if ((await lines.next()).done !== true) throw damaged()
    return true
  }
  return { head, read }
}

const splitPerson = (line: string): [userId: string, mark: string] => {
  const [userId, mark] = line.split(' ')
  if (userId === undefined || mark === undefined) throw damaged()
  return [userId, mark]
}
