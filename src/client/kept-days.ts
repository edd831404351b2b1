/** How long an organization can keep things, judged in a page as the server judges it. */
export { answerNotice } from '../kernel/answer-days.ts'
export {
  awayDays,
  exportKeptDays,
  keptDays,
  keptNames,
  keptWithoutHomeDays,
  type KeptName,
} from '../kernel/kept-days.ts'
