/** Which address an external provider may be named by. */
import { outboundProblem } from '../../outbound/address.rule.ts'

/**
 * Why an issuer cannot be used; undefined when it can. `private`: the name is an address of an
 * internal network.
 */
export const issuerProblem = (
  issuer: string,
  allowPrivate: boolean,
): 'notAnIssuer' | 'private' | undefined => {
  const problem = outboundProblem(issuer, allowPrivate)
  return problem === 'notAnAddress' || issuer.length > 400 || issuer.includes('?')
    ? 'notAnIssuer'
    : problem
}
