/** What the codes in the copy of my data mean: its page says none as it is; in Arabic. */
import type { CopiedCodeWords } from '../../en/copied/codes.ts'

export const copiedCodes: CopiedCodeWords = {
  other: 'شيء من السابق',
  inJson: 'هي في JSON أدناه.',
  userType: {
    Guest: 'ضيف',
    Member: 'عضو',
  },
  creationType: {
    Invitation: 'بدعوة',
  },
  invitationState: {
    PendingAcceptance: 'لم تُقبل بعد',
    Accepted: 'قُبلت',
  },
  deletedBy: {
    self: 'أنا، بالمغادرة',
    administrator: 'مسؤول',
    policy: 'قاعدة للمؤسسة',
    operator: 'مشغّل هذا الخادم',
  },
  requestKind: {
    removal: 'طلب الإزالة',
    restore: 'طلب الاستعادة',
  },
  requestState: {
    open: 'بانتظار الجواب',
    done: 'نُفّذ',
    declined: 'رُفض',
    withdrawn: 'سُحب',
    expired: 'انتهى دون جواب',
  },
  wayIn: {
    passwordLink: 'رابط يعيّن كلمة مرور',
    tie: 'حساب مربوط',
    invitation: 'دعوة',
    reset: 'إعادة تعيين',
    address: 'عنوان بريد',
  },
  issuer: {
    email: 'صندوق بريد',
    here: 'الحساب في هذه المؤسسة',
    provider: 'موفّر لهذه المؤسسة',
  },
  target: {
    organization: 'المؤسسة',
    user: 'حساب',
    group: 'مجموعة',
    application: 'تطبيق',
    role: 'دور',
    request: 'طلب',
    policy: 'قاعدة',
  },
  scope: {
    openid: 'معرفة من أكون',
    profile: 'معرفة اسمي',
    email: 'معرفة عنواني',
    offline_access: 'المتابعة في غيابي',
    others: 'حقوق أخرى، مسماة في JSON',
  },
}
