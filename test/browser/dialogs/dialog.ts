/** A dialog, and how it is come by. */
import type { Page } from 'playwright-core'
import type { ShellWords } from '../../../src/words/en/shell.ts'
import type { AdminWords } from '../../../src/words/en/admin/admin.ts'
import type { Stage } from './stage.ts'

/** What comes up when the first is answered. */
type Next = {
  /** What is typed first, by the labels of the fields. */
  readonly fill?: Readonly<Record<string, string>>
  readonly press: string
  readonly title: string
}

export type Dialog = {
  /** The address below that of the organization. */
  readonly at: string
  /** The names of the rows that are ticked before. */
  readonly ticks?: readonly string[]
  /** What makes it be asked, besides. */
  readonly first?: (page: Page) => Promise<unknown>
  /** What the button is called that opens it, or what else it is. */
  readonly by: string
  readonly is?: 'switch' | 'link'
  readonly title: string
  readonly next?: Next
}

export type Said = { readonly words: AdminWords; readonly shell: ShellWords }

/** The dialogs by the files of `web` in which they are written. */
export type Dialogs = Readonly<Record<string, readonly Dialog[]>>

export type DialogsOf = (said: Said, at: Stage['at']) => Dialogs
