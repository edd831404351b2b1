/** What ends guests by themselves: what comes for one, and the policies; in English. */

export const policies = {
  next: {
    title: 'What ends it next',
    nothing: 'Nothing ends this account by itself.',
    disabledByPolicy:
      'A policy has disabled this account. The guest can still leave; enabling it starts the clocks anew.',
    by: (policy: string) => `The policy that decides about this guest: ${policy}.`,
    steps: {
      told: 'Guest and sponsors are told',
      disabled: 'Disabled',
      deleted: 'Deleted; can be restored until the next day named here',
      purged: 'Deleted permanently',
    },
    why: {
      endDate: 'The end date comes.',
      inactivity: 'Not used for too long.',
      sponsor: 'Nobody answers for the guest.',
      attestation: 'Nobody has confirmed for too long that the guest is needed.',
      redemption: 'The invitation is not accepted.',
      homeGone: 'The account at home was permanently deleted.',
      neverAccepted: 'The invitation ended, and nobody ever came.',
    },
  },
}

export type PoliciesWords = typeof policies
