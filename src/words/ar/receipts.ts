/** The page of a receipt, in Arabic. */
import type { ReceiptWords } from '../en/receipts.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ar')

export const receipts: ReceiptWords = {
  title: 'إيصال',
  doorIntro:
    'يبيّن الإيصال ما آل إليه حساب انتهى: حتى متى يمكن استعادته، ومتى تُمحى بياناته. ويُعرض لصاحب الحساب ولمسؤولي المؤسسة.',
  doorCode: 'الرمز الوارد في رسالة الإيصال',
  show: 'عرض الإيصال',
  signIn: 'تسجيل الدخول بدلًا من ذلك',
  wrong:
    'لا يوجد إيصال بهذا المرجع وهذا الرمز. افتح الرابط الوارد في الرسالة مرة أخرى، أو سجّل الدخول.',
  heading: (organization) => `إيصال: حساب لدى ${organization}`,
  headingMany: (count) =>
    plural(count, {
      zero: 'إيصال: مغادرة # مؤسسة',
      one: 'إيصال: مغادرة مؤسسة واحدة',
      two: 'إيصال: مغادرة مؤسستين',
      few: 'إيصال: مغادرة # مؤسسات',
      many: 'إيصال: مغادرة # مؤسسة',
      other: 'إيصال: مغادرة # مؤسسة',
    }),
  manyIntro:
    'انتهت هذه الحسابات لأن صاحبها غادر المؤسسات دفعة واحدة. ولكل منها إيصال خاص بمرجع خاص؛ وهذا إيصالها جميعًا.',
  kind: {
    left: (organization) => `انتهى الحساب لدى ${organization} لأن صاحبه غادر.`,
    declined: (organization) => `انتهى الحساب لدى ${organization} لأن الدعوة رُفضت.`,
    removed: (organization) => `انتهى الحساب لدى ${organization} لأن أحد المسؤولين أزاله.`,
    removedByOperator: (organization) =>
      `انتهى الحساب لدى ${organization} لأن مشغّل هذا الخادم أزاله.`,
    removedByPolicy: (organization) =>
      `انتهى الحساب لدى ${organization} لأن إحدى قواعد المؤسسة أزالته.`,
    endDate: (organization) => `انتهى الحساب لدى ${organization} لأن تاريخ الانتهاء المحدد له قد حلّ.`,
    homeGone: (organization) =>
      `انتهى الحساب لدى ${organization} لأن حساب صاحبه في مؤسسته الأم لم يعد موجودًا.`,
    merged: (organization) =>
      `انتهى الحساب لدى ${organization} لأن للشخص نفسه حسابًا آخر هناك، وهو باقٍ.`,
    neverAccepted: (organization) =>
      `انتهى الحساب لدى ${organization} لأن أحدًا لم يقبل الدعوة في موعدها.`,
    erased: (organization) => `مُحي الحساب لدى ${organization} وجميع بيانات صاحبه هناك.`,
  },
  state: {
    restorable: (until) => `يمكن استعادته حتى ${until}. ولا يستخدمه أحد حتى ذلك الحين.`,
    held: 'تُحفظ بياناته لسبب قانوني ما دام قائمًا، ثم تُمحى.',
    erasing: 'لم تعد استعادته ممكنة. بياناته قيد المحو.',
    restored: (at) => `استُعيد في ${at} وهو مستخدم من جديد.`,
    erased: (at) => `مُحيت بياناته في ${at}. لا يستطيع أحد استعادته.`,
  },
  reference: 'المرجع',
  organization: 'المؤسسة',
  account: 'معرّف الحساب',
  endedAt: 'وقت الانتهاء',
  restorableUntil: 'يمكن استعادته حتى',
  erasedBy: 'تُمحى جميع البيانات في موعد أقصاه',
  restoredAt: 'وقت الاستعادة',
  erasedAt: 'وقت المحو',
  shownAt: 'الحالة في',
  systems: 'الأنظمة التي تُبلَّغ بالانتهاء',
  noSystems: 'لم يكن هناك تسجيل دخول في نظام يجب إبلاغه.',
  goneSystem: 'نظام لم يعد موجودًا',
  acknowledged: (at) => `أُكّد في ${at}`,
  waiting: 'لم يُؤكَّد بعد',
  unreachable: 'تعذّر الوصول إليه؛ وتنتهي الجلسة هناك من تلقاء نفسها',
  mail: 'البريد بشأنه',
  mailStates: {
    waiting: 'بانتظار الإرسال',
    taken: (at) => `سُلِّم إلى خادم البريد في ${at}`,
    noAddress: 'لم يُرسل: لم يكن أي عنوان بريد معروفًا',
    noServer: 'لم يُرسل: لا يوجد خادم بريد لهذا التثبيت',
    refused: 'لم يُرسل: رفضه خادم البريد نهائيًا',
    unconfirmed: 'تُرك: سُلِّم عدة مرات ولم يُؤكَّد قط',
    expired: (tries) =>
      plural(tries, {
        zero: 'لم يُرسل: تُرك دون أي محاولة',
        one: 'لم يُرسل: تُرك بعد محاولة واحدة',
        two: 'لم يُرسل: تُرك بعد محاولتين',
        few: 'لم يُرسل: تُرك بعد # محاولات',
        many: 'لم يُرسل: تُرك بعد # محاولة',
        other: 'لم يُرسل: تُرك بعد # محاولة',
      }),
    replaced: 'لم يُرسل: حلّ محله بريد أحدث',
    neverCame: 'لم يُرسل: لم يقبل أحد الدعوة',
    toldBefore: 'لم يُرسل: أُبلغ صاحبه قبل استعادة نسخة احتياطية',
  },
  stays: 'ما يبقى',
  log: 'يذكر سجل المؤسسة ما حدث بمعرّف الحساب ومن دون اسم أو عنوان.',
  download: 'تنزيل الإيصال الموقّع',
  keys: 'تنزيل المفاتيح للتحقق منه',
  verify: 'من لديه الملفان يستطيع التحقق من الإيصال دون سؤال أحد:',
}
