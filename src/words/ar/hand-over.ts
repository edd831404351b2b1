/** What people read when they hand over and leave, and why they cannot undo it; in Arabic. */
import type { HandOverWords, UndoWords } from '../en/hand-over.ts'

const refused: HandOverWords['refused'] = {
  oneself: () => 'لا يمكنك التسليم إلى نفسك. اختر شخصًا آخر.',
  notAccepted: (organization) =>
    `من اخترته لم يقبل دعوة ${organization} بعد، لذلك لا يمكنه تسلّم المهام. اختر شخصًا آخر.`,
  disabled: (organization) =>
    `حساب من اخترته معطّل لدى ${organization}، لذلك لا يمكنه تسلّم المهام. اختر شخصًا آخر.`,
  guest: (organization) => `من اخترته ضيف لدى ${organization}، ولا يتسلّم المهام إلا عضو. اختر عضوًا.`,
  homeClosed: () => 'المؤسسة الأم لمن اخترته لا تسمح له بالدخول، لذلك لا يمكنه التصرف. اختر شخصًا آخر.',
}

export const handOver: HandOverWords = {
  offer: 'تعيين خلف والمغادرة',
  soleAdministrator: (organization) =>
    `عيّن من يحمل دور «مسؤول عام» لدى ${organization} بدلًا منك، وغادر في الخطوة نفسها.`,
  sole: (organization) =>
    `بعض هذا ليس له أحد غيرك لدى ${organization}. يمكنك تعيين من يتسلّمه؛ وإن غادرت دون ذلك بقي بلا أحد حتى يسوّيه المسؤولون.`,
  title: (organization) => `التسليم ومغادرة ${organization}؟`,
  lead: (organization) => `تغادر ${organization} فورًا. ومن تعيّنه يتسلّم ما كان سيبقى بلا أحد:`,
  nothing: 'لن يبقى شيء مما لديك هناك بلا أحد، لذلك يمكنك المغادرة دون تعيين خلف.',
  role: (role) => `دور «${role}»`,
  find: 'ابحث عن عضو بالاسم',
  search: 'بحث',
  who: 'من يتسلّم',
  more: 'يوجد غير هؤلاء. ابحث عنهم بالاسم.',
  nobody: 'لا ترى هناك أحدًا يمكنه التسلّم. إن لم تجد أحدًا فاكتب إلى المسؤولين.',
  afterwards: 'يُبلَّغ خلفك بالبريد. وما سُلّم يبقى لديه، حتى إن عدت.',
  refused,
  notFound: 'لا ترى هناك أحدًا بهذا المعرّف. اختر ممن يظهرون.',
}

export const undo: UndoWords = {
  notByThemselves: (organization) =>
    `لم تغادر ${organization} بنفسك، لذلك لا يمكنك التراجع عن ذلك بنفسك. اطلب من مسؤوليها استعادتك.`,
  timeOver: (organization) =>
    `انتهت المدة التي يمكنك فيها التراجع بنفسك عن مغادرة ${organization}، أو أنها لا تتيح ذلك. اطلب من مسؤوليها استعادتك.`,
  homeDisabled: (organization) =>
    `لا يمكن استخدام حسابك الأم، لذلك لا يمكنك العودة إلى ${organization}. اسأل مسؤولي مؤسستك الأم.`,
  homeClosed: (organization) =>
    `مؤسستك الأم مغلقة، لذلك لن تتمكن بعد العودة من مغادرة ${organization} بنفسك. إذا أردت العودة فاطلب من مسؤوليها استعادتك.`,
  organizationClosed: (organization) => `${organization} مغلقة، لذلك لا يعود إليها أحد.`,
  held: (organization) => `تحتفظ ${organization} ببياناتك بسبب حجز. اطلب من مسؤوليها استعادتك.`,
  refuses: (organization) =>
    `لقد رفضت كل الدعوات الأخرى من ${organization}. تراجع عن ذلك أولًا، ثم تراجع عن المغادرة.`,
  domainNotAllowed: (organization) => `لم تعد ${organization} تقبل أشخاصًا من نطاقك. اسأل مسؤوليها.`,
  taken: (organization) =>
    `لدى شخص ما في ${organization} الآن اسمك أو أحد عناوينك. اطلب من مسؤوليها استعادتك.`,
}
