/** What people wrote, in mail of ours: set apart line by line, so that none of it can be taken for our words. */
import { linesOf } from '../kernel/text.ts'

/** The lines of a text that somebody wrote, each marked as theirs, whatever it uses to end a line. */
export const quoted = (text: string): string[] => linesOf(text).map((line) => `> ${line}`)

/** A name within a sentence of ours: on one line, whatever it holds. */
export const inline = (name: string): string => linesOf(name).join(' ')
