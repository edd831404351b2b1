/** The browser that took one step of signing in is the one that takes the next. */
import type { Exchange } from '../exchange.ts'

/** By what it says of itself, of which a cookie can be carried along. */
export const browserOf = (x: Exchange): string => x.c.req.header('user-agent')?.slice(0, 512) ?? ''
