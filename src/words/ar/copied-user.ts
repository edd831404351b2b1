/** What the copy of my data tells of a user and the directory API does not; in Arabic. */
import type { CopiedUserWords } from '../en/copied-user.ts'

export const copiedUser: CopiedUserWords = {
  tenantId: 'معرّف المؤسسة',
  personId: 'معرّفي في جميع المؤسسات',
  originalUserPrincipalName: 'الاسم الأساسي للمستخدم قبل الحذف',
  disabledAt: 'عُطّل في',
  everAccepted: 'قُبلت دعوة في وقت ما',
  accessEndedAt: 'انتهى الوصول آخر مرة في',
  withoutHomeUntil: 'يُحذف هناك لعدم وجود حساب أم في',
  attestedAt: 'آخر تأكيد للحاجة إليه في',
  lifecycleFrom: 'أُعيد حساب القواعد منذ',
  disabledByPolicy: 'عُطّل بقاعدة من قواعد المؤسسة',
  endNoticeFor: 'آخر تاريخ انتهاء جرى الإبلاغ به',
  deletedByKind: 'حذفه',
  deletionEventId: 'مرجع الإنهاء',
  restorableUntil: 'يمكن الاستعادة حتى',
  heldAt: 'محفوظ بسبب حجز منذ',
}
