/** The pages behind an invitation's link, in Arabic. */
import type { InvitationWords } from '../en/invitation.ts'

export const invitation: InvitationWords = {
  title: (organization) => `دعوة من ${organization}`,
  from: (inviter) => `كتب إليك ${inviter}:`,
  intro: (organization) => `بصفتك ضيفًا يمكنك استخدام ما تشاركه ${organization} معك.`,
  prove: (address) => `للقبول، أثبت أولًا أن ${address} لك.`,
  proveAtHome: (home, address) => `للقبول، سجّل الدخول لدى ${home} باسم ${address}.`,
  signIn: 'تسجيل الدخول',
  sendCode: 'إرسال رمز إليّ بالبريد الإلكتروني',
  otherProvider: 'تسجيل الدخول عن طريق موفّر آخر',
  signInWith: (provider) => `تسجيل الدخول عن طريق ${provider}`,
  signedInAsOther: (name, address) =>
    `أنت مسجّل الدخول باسم ${name}. إذا كان ${address} لك أيضًا فأثبت ذلك أدناه؛ وإذا كنت مسجّل الدخول باسم غير المدعوّ فسجّل الخروج أولًا، ثم افتح الرابط مرة أخرى.`,
  review: 'مراجعة الأذونات',
  receives: (organization) => `عند القبول تتلقى ${organization}:`,
  receivesName: 'اسمك',
  receivesAddress: (address) => `العنوان ${address}`,
  receivesSignIn: 'وقت آخر تسجيل دخول لك هناك، وما تفعله هناك',
  statement: (organization) => `قراءة بيان خصوصية ${organization}`,
  noStatement: (organization) => `لم تقدّم ${organization} بيان خصوصية.`,
  contact: (contact) => `للاستفسار عن بياناتك راسل ${contact}.`,
  accept: 'قبول',
  decline: 'رفض',
  declineHint: 'لا تحتاج إلى تسجيل الدخول كي ترفض.',
  forGood: (organization) => `رفض جميع الدعوات القادمة من ${organization}`,
  over: 'انتهت هذه الدعوة',
  overWhy: 'استُخدم الرابط من قبل، أو مضت عليه مدة طويلة، أو حلّ محله رابط أحدث، أو سُحبت الدعوة.',
  overProve: 'سجّل الدخول لمعرفة ما آلت إليه',
  overFor: {
    accepted: (organization) =>
      `سبق قبول دعوة ${organization}، بتسجيل دخول غير الذي أثبتّه الآن. سجّل الدخول بذاك.`,
    revoked: (organization) =>
      `سحبت ${organization} هذه الدعوة. إذا أردت العمل معها فاطلب منها دعوة جديدة.`,
    replaced: (organization) =>
      `أرسلت ${organization} رابطًا أحدث يحلّ محل هذا. ابحث عنه في أحدث رسالة وصلتك منها.`,
    expired: (organization, time) =>
      `انتهت دعوة ${organization} هذه في ${time}. اطلب منها إرسالها مرة أخرى.`,
  },
  guestAlready: (organization) => `أنت ضيف لدى ${organization}`,
  guestAlreadyWhy: 'سبق أن قبلت هذه الدعوة، فقد أدّى الرابط غرضه. تابع من هنا.',
  notNow: 'لا يمكنك قبول هذه الدعوة الآن',
  refused: {
    domainNotAllowed: (organization) =>
      `لم تعد ${organization} تسمح بدخول أصحاب هذا النطاق. اسأل من دعاك.`,
    guestDisabled: (organization) =>
      `حسابك لدى ${organization} معطّل. يستطيع أحد مسؤولي ${organization} تفعيله؛ بعدها افتح هذا الرابط مرة أخرى. وإذا كنت لا تريد ذلك فاطلب الإزالة.`,
    inviteeRefuses: (organization) =>
      `لقد رفضت جميع الدعوات القادمة من ${organization}. ألغِ ذلك أولًا من صفحة «المؤسسات»، ثم افتح هذا الرابط مرة أخرى.`,
  },
  askRemoval: 'طلب الإزالة',
  overNext:
    'إذا أردت العمل مع المؤسسة فاطلب منها دعوة جديدة. وما تنتمي إليه تجده في قائمة مؤسساتك.',
  toOrganizations: 'مؤسساتي',
  accepted: (organization) => `أصبحت الآن ضيفًا لدى ${organization}`,
  acceptedNext: (organization) => `حدّدت ${organization} عنوانًا للمتابعة، وهو عنوان تابع لها:`,
  alreadyHere: (organization) => `أنت في ${organization} بالفعل`,
  alreadyHereWhy: 'وُجّهت الدعوة إلى عنوان آخر لك. تتابع بالحساب الذي لك هناك.',
  takenOver: 'ما أُعدّ للعنوان المدعوّ أصبح الآن لك:',
  notTakenOver: 'هذا لم يُنقل إليك؛ اطلبه من أحد المسؤولين هناك إذا احتجت إليه:',
  link: {
    group: (name) => `مجموعة: ${name}`,
    ownedGroup: (name) => `مالك المجموعة: ${name}`,
    application: (name) => `تطبيق: ${name}`,
    ownedApplication: (name) => `مالك التطبيق: ${name}`,
    role: (name) => `دور: ${name}`,
    sponsor: (name) => `الراعي: ${name}`,
    sponsorOf: (name) => `راعي: ${name}`,
    manager: (name) => `المدير: ${name}`,
    directReport: (name) => `يتبع لك: ${name}`,
  },
  declined: (organization) => `لقد رفضت دعوة ${organization}`,
  declinedWhy: 'لم يبقَ لك شيء هناك.',
  declinedAndLeft: (organization) =>
    `كان لك حساب لدى ${organization}، وقد غادرتها الآن. تبيّن الرسالة التي أرسلناها إليك حتى متى يمكن استعادته.`,
  declineBlocked: (organization) => `لم تغادر ${organization}`,
  declineBlockedWhy: (organization) =>
    `لك حساب لدى ${organization} بالفعل، فالرفض يعني المغادرة، وهناك ما يحول دونها. تبيّن قائمة مؤسساتك ما هو، وما يمكنك فعله.`,
  openPortal: 'الانتقال إلى تطبيقاتي',
}
