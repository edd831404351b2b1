/**
 * What the suite of all ways to sign in asks of each: how somebody comes to have it, goes as far as
 * its last step, and what is brought there.
 */
import type { Browsing, Page } from '../browser/browsing.ts'
import type { Person, world } from '../world.ts'
import type { openIdProvider } from '../peers/openid-provider.ts'

export type World = Awaited<ReturnType<typeof world>>

/** Contoso, with a provider that its people can come from. */
export type Stage = {
  readonly w: World
  readonly theirs: Awaited<ReturnType<typeof openIdProvider>>
  /** The provider, as Contoso has named it. */
  readonly providerId: string
  /** A browser on a network of its own. */
  readonly browse: () => Browsing
}

/** The last step, of one browser: nothing has been sent yet. */
export type LastStep = {
  /** Sends what is right, from the browser that began or from another one. */
  readonly right: (browser: Browsing) => Promise<Page>
  readonly wrong: (browser: Browsing) => Promise<Page>
}

/** Goes with a browser as far as the last step. */
export type Begin = (browser: Browsing) => Promise<LastStep>

export type Way = {
  /** Gives it to somebody. */
  readonly equip: (stage: Stage, person: Person) => Promise<Begin>
  /** `acr` and `amr`, as applications are told. */
  readonly level: string
  readonly shown: readonly string[]
  /** What is right counts once. Of a password it is right for ever. */
  readonly once: boolean
  /** What is right counts in the browser that began alone. */
  readonly ofBrowser: boolean
  /** What is right counts in the session in which it was begun alone, by K17. */
  readonly ofSession: boolean
  /**
   * After how many wrong tries the right one is refused too, and whether that passes with time;
   * undefined where there is nothing to guess.
   */
  readonly guesses: { readonly most: number; readonly passes: boolean } | undefined
  /** It is asked for after another way, so a right one has been shown before it. */
  readonly isSecond: boolean
  /** It is no part of the account at home: it stays while its person is a guest elsewhere. */
  readonly ofPerson: boolean
  /** Somebody without a home here can have it as well. */
  readonly withoutHome: boolean
  /** What the last step says to who was deleted before it: an address where it begins anew. */
  readonly deleted: RegExp
  /** Why a wrong try failed, in the log of the home; undefined where it is nobody's try. */
  readonly failure: string | undefined
  /** What a stranger sees who comes with a name; of who has no part in it the same. */
  readonly asStranger: (stage: Stage, browser: Browsing, name: string) => Promise<Page>
  /** How many rows are kept of it. */
  readonly kept: (stage: Stage, person: Person) => Promise<number>
}

/** The password of everybody in these tests. */
export const passphrase = 'violet harbour sings twice'
/** Where everybody is going: to a page that asks for a session. */
export const back = 'return=%2Fsecurity'
