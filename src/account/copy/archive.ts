/**
 * Files as one zip, sent while they are made: no more than one of them is in memory at a time.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate'

export type ArchivedFile = { readonly name: string; readonly text: string }

/** The zip of these files, in their order. When it is no longer read, no further one is made. */
export const archiveOf = (
  files: AsyncGenerator<ArchivedFile, void>,
  now: Date,
): ReadableStream<Uint8Array> => {
  let zip: Zip
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, isLast) => {
        if (error !== null) return controller.error(error)
        controller.enqueue(chunk)
        if (isLast) controller.close()
      })
    },
    async pull() {
      const { value, done } = await files.next()
      if (done === true) return zip.end()
      const file = new ZipDeflate(value.name, { level: 6 })
      file.mtime = now
      zip.add(file)
      file.push(strToU8(value.text), true)
    },
    async cancel() {
      zip.terminate()
      await files.return()
    },
  })
}
