/** Has the browser keep a file under `name`, as a link to it would. A link cannot show who asks. */
import { minuteMs } from '../../src/client/time.ts'
export const saveFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), minuteMs)
}
