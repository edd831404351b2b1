/** What the admin centre says around every screen, in Arabic. */
import type { ShellWords } from '../en/shell.ts'

export const shell: ShellWords = {
  pageTitle: (page) => `${page} · Guesthouse`,
  skip: 'التخطي إلى المحتوى',
  navigation: 'التنقل الرئيسي',
  openNavigation: 'فتح التنقل',
  closeNavigation: 'إغلاق التنقل',
  viewAccount: 'عرض الحساب',
  manageOrganizations: 'إدارة المؤسسات',
  toDemo: 'العودة إلى العرض',
  signOut: 'تسجيل الخروج',
  cancel: 'إلغاء',
  loading: 'جارٍ التحميل…',
  notices: 'الإشعارات',
  problem: 'لم ينجح ذلك',
  noConnection: 'تعذّر الوصول إلى الخادم. تحقق من اتصالك، ثم حاول مرة أخرى.',
  unreadableAnswer: 'أعطى الخادم إجابة تتعذر قراءتها. حاول مرة أخرى بعد قليل.',
  unexpectedProblem: 'حدث خطأ ما في هذه الصفحة. أعد تحميلها وحاول مرة أخرى.',
  quote: (requestId) => `عند طلب المساعدة اذكر هذا الطلب: ${requestId}`,
  nothingHere: 'لا يوجد شيء هنا',
  nothingHereHint: 'لا توجد صفحة في هذا العنوان. تحقّق من كتابته، أو عد إلى البداية.',
  toTheStart: 'الانتقال إلى البداية',
  brokenPage: 'تعطّلت هذه الصفحة',
  reload: 'إعادة التحميل',
  wrongAddress: 'ليس هذا عنوان Guesthouse',
  wrongAddressHint: (right, here) =>
    `أُعدّ Guesthouse ليُستخدم على ${right}، ولا يعمل تسجيل الدخول إلا هناك. وقد فتحته على ${here}. إذا كان هذا هو العنوان الذي ينبغي للناس استخدامه فعلى المشغّل أن يحدّده في الإعداد GUESTHOUSE_URL.`,
  toRightAddress: 'الانتقال إلى العنوان الصحيح',
  language: 'اللغة',
  clearSearch: 'مسح البحث',
  openList: 'فتح القائمة',
}
