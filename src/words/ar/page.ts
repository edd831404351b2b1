/** What stands around every page of the server, and why a page cannot be shown; in Arabic. */
import { blockers } from './blockers.ts'
import type { PageWords } from '../en/page.ts'

const unreadable = 'تعذّرت قراءة ما أُرسل. أعد تحميل الصفحة وحاول مرة أخرى.'

export const page: PageWords = {
  language: 'اللغة',
  useLanguage: 'استخدام هذه اللغة',
  start: 'الانتقال إلى البداية',
  request: (id) => `الطلب ${id}`,
  needsScript:
    'تحتاج هذه الصفحة من Guesthouse إلى JavaScript. أما تسجيل الدخول والخروج وتغيير كلمة المرور فتعمل من دونه.',
  title: {
    notAllowed: 'غير مسموح',
    notFound: 'لا يوجد شيء هنا',
    notPossible: 'غير ممكن',
    tooMuch: 'أكثر مما يمكن دفعةً واحدة',
    notUnderstood: 'غير مفهوم',
    busy: 'لحظة من فضلك',
    wrong: 'حدث خطأ ما',
  },
  refusal: {
    notFound: 'لا يوجد شيء في هذا العنوان. تحقّق من كتابته.',
    methodNotAllowed: 'لا يمكن استخدام هذا العنوان بهذه الطريقة. ارجع وحاول مرة أخرى من هناك.',
    accountDisabled: blockers.refusal.homeAccountDisabled,
    invalidRequest: 'تعذّر فهم ما أُرسل. ارجع، وأعد تحميل الصفحة، وحاول مرة أخرى.',
    crossSiteRequest: 'أُرسل هذا النموذج من موقع آخر، فلم يُنفَّذ شيء. افتح الصفحة هنا وحاول مرة أخرى.',
    storeUnavailable:
      'يتعذّر الوصول إلى الدليل الآن. ربما نُفّذ ما طُلب وربما لم يُنفَّذ: تحقّق بعد لحظات قبل أن تكرره.',
    internalError: 'حدث خطأ ما لدينا. حاول مرة أخرى؛ وإذا تكرر ذلك فأبلغ المشغّل بمعرّف الطلب.',
    signInOver: 'انتهى تسجيل الدخول هذا، أو بدأ في متصفح آخر. افتح التطبيق مرة أخرى وابدأ منه.',
    busy: 'عدد من يطلبون هذا الآن أكبر مما يمكن خدمته دفعةً واحدة. لم يتغيّر شيء؛ انتظر لحظة، ثم حاول مرة أخرى.',
    bodyTooLarge: 'ما أُرسل أكبر مما يمكن استلامه دفعةً واحدة. أرسل أقل.',
    emptyBody: unreadable,
    invalidJson: unreadable,
    wrongContentType: unreadable,
  },
}
