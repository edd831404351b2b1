/** An answer that a browser keeps as a file of JSON. */
import type { EdgeContext } from './routes.ts'

/** Written to be read; `name` is that of the file, without its ending. */
export const jsonFile = (c: EdgeContext, name: string, value: unknown): Response => {
  c.header('content-disposition', `attachment; filename="${name}.json"`)
  return c.body(JSON.stringify(value, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
  })
}
