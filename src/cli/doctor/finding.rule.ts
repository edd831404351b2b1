/** What the doctor says about one thing. */

/** `well`: nothing to do. `care`: it runs, and something should be done. `wrong`: it does not. */
export type State = 'well' | 'care' | 'wrong'

export type Finding = {
  readonly about: 'store' | 'clock' | 'mail' | 'proxy' | 'keys' | 'backup' | 'jobs'
  readonly state: State
  /** What is so, as a sentence. */
  readonly says: string
  /** What to do next, where there is something. */
  readonly next?: string
}

/** A finding about one thing, by its state. */
export const findings = (about: Finding['about']) => ({
  well: (says: string): Finding => ({ about, state: 'well', says }),
  care: (says: string, next: string): Finding => ({ about, state: 'care', says, next }),
  wrong: (says: string, next: string): Finding => ({ about, state: 'wrong', says, next }),
})

const order: readonly State[] = ['well', 'care', 'wrong']

/** The worst of these; `well` where there are none. */
export const worstOf = (all: readonly Pick<Finding, 'state'>[]): State =>
  order[Math.max(0, ...all.map(({ state }) => order.indexOf(state)))] ?? 'well'
