/** How accounts and mails end, in the copy of my data; in Arabic. */
import type { CopiedEndingWords } from '../../en/copied/endings.ts'

export const copiedEndings: CopiedEndingWords = {
  lifecycle: {
    inactivity: 'عدم الاستخدام لفترة طويلة',
    sponsor: 'لا أحد مسؤول عني',
    attestation: 'لم تُؤكَّد الحاجة',
    redemption: 'لم تُقبل الدعوة في وقتها',
  },
  receipt: {
    left: 'غادرت',
    declined: 'رُفضت الدعوة',
    removed: 'أزاله مسؤول',
    removedByOperator: 'أزاله مشغّل هذا الخادم',
    removedByPolicy: 'أُزيل بموجب قاعدة',
    endDate: 'حلول تاريخ الانتهاء',
    homeGone: 'زوال الحساب الأصلي',
    merged: 'دمج حسابين لي',
    neverAccepted: 'لم تُقبل الدعوة قط',
    erased: 'مُحيت كل البيانات',
  },
  mailState: {
    waiting: 'بانتظار الإرسال',
    taken: 'سُلِّم إلى خادم البريد',
    noAddress: 'لم يُرسل، لا عنوان معروف',
    noServer: 'لم يُرسل، لا خادم بريد',
    refused: 'رفضه خادم البريد',
    unconfirmed: 'لم يُؤكَّد قط',
    expired: 'لم يُرسل في وقته',
    replaced: 'استُبدل بأحدث',
    neverCame: 'لم يُرسل، لم يقبل أحد',
    toldBefore: 'لم يُرسل، أُبلغ سابقًا',
  },
}
