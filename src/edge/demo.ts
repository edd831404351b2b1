/** The cast of the demo and its time machine, as the edges are given them. */

import { pageAddresses } from '../kernel/page-address.ts'
import type { DemoWords } from '../words/en/demo.ts'

export type Player = keyof DemoWords['cast']
type Happening = keyof DemoWords['happened']

/** Where those of the cast begin who come as guests, and those who administer. */
const asGuest = pageAddresses.organizations
const asAdministrator = '/admin/'

/** Who can sign in, by what, and where they begin. */
export const players = {
  ada: { name: 'Ada', signInName: 'ada@contoso.example', begins: asGuest },
  bob: { name: 'Bob', signInName: 'bob@contoso.example', begins: asGuest },
  frank: { name: 'Frank', signInName: 'frank@fabrikam.example', begins: asAdministrator },
  fiona: { name: 'Fiona', signInName: 'fiona@fabrikam.example', begins: asAdministrator },
  nora: { name: 'Nora', signInName: 'nora@northwind.example', begins: asAdministrator },
  tom: { name: 'Tom', signInName: 'tom@tailspin.example', begins: asAdministrator },
  carol: { name: 'Carol', signInName: 'carol@contoso.example', begins: asAdministrator },
  lena: { name: 'Lena', signInName: 'lena@litware.example', begins: asAdministrator },
} as const satisfies Readonly<Record<Player, object>>

export const playerNames = Object.keys(players) as readonly Player[]

/** What is counted while time is skipped, in the order in which it is told. */
export const happenings = [
  'erased',
  'ended',
  'requestsEnded',
  'objectsErased',
  'mails',
  'entries',
] as const satisfies readonly Happening[]

export type Happenings = Readonly<Record<Happening, number>>

export type Skipped = { readonly days: number; readonly counts: Happenings }

/** In which languages and time zone a mail of the demo was written. */
type Written = { readonly languages: readonly string[]; readonly zone: string | null }

/** The time machine of a demo, and its mail. */
export type Demo = {
  /** Of each mail that was looked at, by its id: what is sent stays as it was. */
  readonly written: Map<string, Written>
  /** Moves the product's clock day by day, and does on each what is due. */
  readonly skip: (days: number) => Promise<Skipped>
  /** What happened the last time; undefined before. */
  readonly last: () => Skipped | undefined
}
