/**
 * The template literals of a source file: each outermost one as one text, with those that stand
 * inside of it, as a statement of SQL with its fragments.
 */

/** Where the string that begins at `at` ends. */
const endOfString = (text: string, at: number): number => {
  let end = at + 1
  while (end < text.length && text[end] !== text[at] && text[end] !== '\n')
    end += text[end] === '\\' ? 2 : 1
  return end + 1
}

const endOfComment = (text: string, at: number): number => {
  const end = text.startsWith('//', at) ? text.indexOf('\n', at) : text.indexOf('*/', at) + 2
  return end < at ? text.length : end
}

/** Where code goes on after what begins at `at` and is no code. */
const pastNoCode = (text: string, at: number): number | undefined => {
  if (text[at] === "'" || text[at] === '"') return endOfString(text, at)
  if (text.startsWith('//', at) || text.startsWith('/*', at)) return endOfComment(text, at)
  return undefined
}

export const templatesOf = (text: string): string[] => {
  const found: string[] = []
  let open = ''
  /** What is open, innermost last: a template, a hole in one, or a brace in a hole. */
  const within: ('`' | '${' | '{')[] = []
  for (let at = 0; at < text.length;) {
    const inTemplate = within.at(-1) === '`'
    const next = inTemplate ? undefined : pastNoCode(text, at)
    const two = text.slice(at, at + 2)
    if (next !== undefined) at = next
    else if (inTemplate && (two[0] === '\\' || two === '${')) {
      if (two === '${') within.push('${')
      open += ' '
      at += 2
    } else {
      const one = text[at++] ?? ''
      if (one === '`') {
        if (inTemplate) within.pop()
        else within.push('`')
        open += ' '
        if (within.length === 0) found.push(open)
        if (within.length === 0) open = ''
      } else if (inTemplate) open += one
      else if (one === '{' && within.length > 0) within.push('{')
      else if (one === '}' && within.length > 0) within.pop()
    }
  }
  return found
}
