/**
 * The two forms of a mail, text and HTML, from the same blocks. Whatever stands in them is escaped,
 * and what others wrote is set apart.
 */
import { linesOf } from '../../kernel/text.ts'
import type { MailWords } from '../en/mail.ts'
import type { Locale } from '../locales.ts'
import type { Block } from './content.ts'

type Frame = MailWords['frame']

/**
 * The lines of a text that somebody wrote, each marked as theirs, whatever it uses to end a line.
 */
export const quoted = (text: string): string[] => linesOf(text).map((line) => `> ${line}`)

const textOf = (block: Block, frame: Frame): string => {
  switch (block.kind) {
    case 'quote':
      return quoted(block.text).join('\n')
    case 'facts':
      return block.facts.map(([label, value]) => frame.fact({ label, value })).join('\n')
    case 'link':
      return `${frame.before({ label: block.label })}\n\n${block.url}`
    default:
      return block.text
  }
}

/** The mail as plain text. Addresses stand on lines of their own. */
export const plainText = (blocks: readonly Block[], frame: Frame): string =>
  blocks.map((block) => textOf(block, frame)).join('\n\n')

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/**
 * The style of every mail. It stands in the head once, so that a page which shows mails can allow
 * it by its digest.
 */
export const mailStyle = `
:root{color-scheme:light dark}
body{margin:0;padding:24px 16px;background:#f5f5f5;color:#242424;font:16px/1.5 'Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',sans-serif}
main{box-sizing:border-box;max-width:560px;margin:0 auto;padding:28px;background:#fff;border-radius:8px;overflow-wrap:anywhere}
h1{margin:0 0 16px;font-size:22px;line-height:1.3}
p,dl,blockquote{margin:0 0 16px}
dt{color:#5c5c5c;font-size:14px}
dd{margin:0 0 8px}
blockquote{padding-inline-start:16px;border-inline-start:3px solid #0f6cbd;white-space:pre-line}
.go{display:inline-block;padding:10px 20px;background:#0f6cbd;color:#fff;border-radius:4px;font-weight:600;text-decoration:none}
.code{font-size:28px;font-weight:600;letter-spacing:2px;direction:ltr;unicode-bidi:isolate}
.note,.address,footer{color:#5c5c5c;font-size:14px}
.address{direction:ltr;unicode-bidi:isolate}
footer{margin-top:24px;padding-top:16px;border-top:1px solid #d1d1d1}
@media (prefers-color-scheme:dark){
body{background:#141414;color:#fff}
main{background:#242424}
dt,.note,.address,footer{color:#c4c4c4}
.go{background:#479ef5;color:#0a0a0a}
blockquote{border-color:#479ef5}
footer{border-color:#5c5c5c}
}`

const linesIn = (text: string): string => linesOf(text).map(escaped).join('<br>')

const htmlOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${linesIn(block.text)}</p>`
    case 'note':
      return `<p class="note">${linesIn(block.text)}</p>`
    case 'quote':
      return `<blockquote dir="auto">${linesIn(block.text)}</blockquote>`
    case 'facts':
      return `<dl>${block.facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`
    case 'code':
      return `<p>${escaped(block.text)}</p><p class="code">${escaped(block.code)}</p>`
    case 'link':
      // The address itself can be read too: whoever distrusts a button sees where it leads.
      return `<p><a class="go" href="${escaped(block.url)}">${escaped(block.label)}</a></p><p class="address">${escaped(block.url)}</p>`
  }
}

/**
 * The mail as a page of HTML, in the direction of its language. Nothing is loaded from anywhere.
 */
export const htmlPage = (
  subject: string,
  blocks: readonly Block[],
  footer: string,
  { language, direction }: Pick<Locale, 'language' | 'direction'>,
): string =>
  [
    `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(subject)}</title><style>${mailStyle}</style></head><body><main>`,
    `<h1>${escaped(subject)}</h1>`,
    ...blocks.map(htmlOf),
    `<footer>${escaped(footer)}</footer></main></body></html>`,
  ].join('\n')
