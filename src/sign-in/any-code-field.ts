/** Where a code of the authenticator app, or a recovery code, is typed. */
import { field } from '../pages/page.ts'
import type { Exchange } from './exchange.ts'

/** The field; `problem` says what is wrong with the code that was typed before. */
export const anyCodeField = ({ words: { security } }: Exchange, problem: string | undefined) =>
  field({
    name: 'code',
    label: security.anyCode,
    hint: security.anyCodeHint,
    autocomplete: 'one-time-code',
    maxlength: 64,
    autofocus: true,
    error: problem,
  })
