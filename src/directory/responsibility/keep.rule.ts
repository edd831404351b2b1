/** Whether who answers for a guest can keep them. */

type Standing = { readonly accountEnabled: boolean; readonly disabledByPolicy: boolean }

/** What an administrator has disabled only an administrator decides about (R27). */
export const mayBeKept = ({ accountEnabled, disabledByPolicy }: Standing): boolean =>
  accountEnabled || disabledByPolicy
