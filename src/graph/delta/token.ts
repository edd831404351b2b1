/** The token of the link at the end of a page. */
import { roundToken, type Went } from '../../edge/round-token.ts'
import type { Exchange } from '../exchange.ts'
import { chosenIn, type Round } from '../query/round.ts'

/** Goes on with the round, from `went`. */
export const tokenOf = ({ list }: Exchange, round: Round, went: Went): string =>
  roundToken(list, { ...chosenIn(round), went })
