/** Why somebody cannot undo by themselves that they left; in Arabic. */
import type { UndoWords } from '../en/undo.ts'

export const undo: UndoWords = {
  notByThemselves: (organization) =>
    `لم تغادر ${organization} بنفسك، لذلك لا يمكنك التراجع عن ذلك بنفسك. اطلب من مسؤوليها استعادتك.`,
  timeOver: (organization) =>
    `انتهت المدة التي يمكنك فيها التراجع بنفسك عن مغادرة ${organization}، أو أنها لا تتيح ذلك. اطلب من مسؤوليها استعادتك.`,
  homeDisabled: (organization) =>
    `لا يمكن استخدام حسابك الأم، لذلك لا يمكنك العودة إلى ${organization}. اسأل مسؤولي مؤسستك الأم.`,
  organizationClosed: (organization) => `${organization} مغلقة، لذلك لا يعود إليها أحد.`,
  held: (organization) => `تحتفظ ${organization} ببياناتك بسبب حجز. اطلب من مسؤوليها استعادتك.`,
  refuses: (organization) =>
    `لقد رفضت كل الدعوات الأخرى من ${organization}. تراجع عن ذلك أولًا، ثم تراجع عن المغادرة.`,
  domainNotAllowed: (organization) => `لم تعد ${organization} تقبل أشخاصًا من نطاقك. اسأل مسؤوليها.`,
  taken: (organization) =>
    `لدى شخص ما في ${organization} الآن اسمك أو أحد عناوينك. اطلب من مسؤوليها استعادتك.`,
}
