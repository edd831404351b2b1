/** Durations, as the server names them. */
export { dayMs, minuteMs, secondMs } from '../kernel/time.ts'
