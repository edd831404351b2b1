/** The page on which somebody who cannot sign in asks to be removed or restored, in Arabic. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: 'طلب الإزالة أو الاستعادة',
  intro:
    'إذا تعذّر عليك تسجيل الدخول، لأن حسابك لدى مؤسستك الأم معطّل أو محذوف، أو لأنها مغلقة، أو لأن مؤسسة أزالتك، فلا يزال بإمكانك أن تطلب من المؤسسات التي تزورها إزالتك، ومن التي أزالتك استعادة حسابك. أثبت أولًا أن العنوان الذي دعته لك.',
  sendCode: 'إرسال رمز إليّ بالبريد الإلكتروني',
  toOrganizations: 'أستطيع تسجيل الدخول: عرض مؤسساتي',
  some: (address) => `${address} لك. هذه هي المؤسسات التي لديها، أو كان لديها، ضيف بهذا العنوان:`,
  none: (address) =>
    `${address} لك، وليس لدى أي مؤسسة هنا ضيف بهذا العنوان ولا ضيف يمكنها استعادته بعد. ليس هناك ما تطلبه.`,
  ask: {
    removal: (organization) => `طلب إزالتي من ${organization}`,
    restore: (organization) => `طلب استعادة حسابي لدى ${organization}`,
  },
  endedClosed: (organization) =>
    `انتهى حسابك هناك. ${organization} مغلقة، ولذلك لا يستعيده أحد هناك.`,
  held: 'بياناتك هناك محفوظة بسبب إلزام بالحفظ. تُمحى عند انتهاء هذا الإلزام.',
  ended: (until) => `انتهى حسابك هناك. يمكن استعادته حتى ${until}.`,
  message: 'رسالة إلى المسؤولين (اختيارية)',
  sent: 'طلبك لدى المسؤولين. يصل الجواب بالبريد الإلكتروني.',
  sentClosed: (organization) =>
    `سُجِّل طلبك. ${organization} مغلقة، ولذلك لا يلزم أن يجيب أحد: ما يؤول إليه الطلب مذكور أدناه وفي الرسالة التي تصلك.`,
  ofClosed: {
    text: (organization) =>
      `${organization} مغلقة، ولذلك لا يلزم أن يجيب أحد. يُحذف حسابك هناك تلقائيًا خلال أيام قليلة، ويذكر الطلب اليوم. ويمكنك سحبه حتى ذلك الحين.`,
    asked: {
      removal: 'طلبت إزالتك.',
      restore: 'طلبت استعادة حسابك.',
    },
    withdraw: {
      removal: (organization) =>
        `لن يُحذف حسابك لدى ${organization} بسببه عندئذ. ويمكنك أن تطلب مرة أخرى.`,
      restore: (organization) =>
        `${organization} مغلقة، ولذلك لا يستعيد أحد حسابك هناك. وبعد سحب الطلب لا يمكنك أن تطلب مرة أخرى ما دامت مغلقة.`,
    },
  },
  canSignIn: (organization) =>
    `يمكنك تسجيل الدخول: تُظهر قائمة مؤسساتك وضعك لدى ${organization} وما يمكنك فعله.`,
  withdrawn: 'سُحب طلبك.',
  notFound: 'لم يعد هناك ما يمكنك طلبه من هذه المؤسسة بصفتك ضيفها بهذا العنوان.',
  tooLong: (most) => `الرسالة أطول من ${most} حرفًا. اختصرها.`,
  otherAddress: 'إثبات عنوان آخر',
}
