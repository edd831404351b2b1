/** The page on which somebody who cannot sign in asks to be removed, in Arabic. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: 'طلب الإزالة',
  intro:
    'إذا تعذّر عليك تسجيل الدخول، لأن حسابك لدى مؤسستك الأم معطّل أو محذوف، أو لأنها مغلقة، فلا يزال بإمكانك أن تطلب من المؤسسات التي تزورها إزالتك. أثبت أولًا أن العنوان الذي دعته لك.',
  sendCode: 'إرسال رمز إليّ بالبريد الإلكتروني',
  toOrganizations: 'أستطيع تسجيل الدخول: عرض مؤسساتي',
  some: (address) => `${address} لك. لدى هذه المؤسسات ضيف بهذا العنوان:`,
  none: (address) => `${address} لك، وليس لدى أي مؤسسة هنا ضيف بهذا العنوان. ليس هناك ما تُزال منه.`,
  ask: (organization) => `طلب إزالتي من ${organization}`,
  message: 'رسالة إلى المسؤولين (اختيارية)',
  sent: 'طلبك لدى المسؤولين. يصل الجواب بالبريد الإلكتروني.',
  withdrawn: 'سُحب طلبك.',
  notFound: 'لم يعد لدى هذه المؤسسة ضيف بهذا العنوان.',
  tooLong: 'الرسالة أطول من 1024 حرفًا. اختصرها.',
  otherAddress: 'إثبات عنوان آخر',
}
