/** Lines of text out of a compressed file, however large it is. */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { UnreadableBackup } from './format.ts'

const newline = 0x0a

/** The lines of a file that was compressed. Throws `UnreadableBackup` where it is damaged. */
export async function* zippedLines(file: string): AsyncGenerator<string> {
  const unzip = createGunzip()
  const source = createReadStream(file).on('error', (error) => void unzip.destroy(error))
  let rest: Buffer[] = []
  try {
    for await (const piece of source.pipe(unzip) as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, from)) {
        yield Buffer.concat([...rest, piece.subarray(from, at)]).toString('utf8')
        rest = []
        from = at + 1
      }
      rest.push(piece.subarray(from))
    }
  } catch (error) {
    throw inWords(error)
  } finally {
    source.destroy()
  }
}

const inWords = (error: unknown): unknown => {
  const { code } = error as { code?: string }
  if (code === 'Z_BUF_ERROR') return new UnreadableBackup('It ends in the middle: it was cut off.')
  return code?.startsWith('Z_') === true
    ? new UnreadableBackup('It is damaged, or not a backup that Guesthouse has written.')
    : error
}
