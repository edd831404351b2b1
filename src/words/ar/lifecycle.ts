/** What mails say before an account of a guest ends by itself, in Arabic. */
import type { ComingWords, LifecycleWords } from '../en/lifecycle.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ar')

export const lifecycle: LifecycleWords = {
  guest: {
    subject: {
      delete: ({ organization }) => `حسابك لدى ${organization} ينتهي قريبًا`,
      disable: ({ organization }) => `حسابك لدى ${organization} سيُعطَّل قريبًا`,
      done: ({ organization }) => `حسابك لدى ${organization} معطَّل`,
    },
    why: {
      endDate: ({ organization }) => `حُدِّد لحسابك لدى ${organization} تاريخ انتهاء.`,
      inactivity: ({ organization }) =>
        `لم تستخدم ${organization} منذ وقت طويل، وهي تلغي وصول الضيوف الذين لم يعودوا بحاجة إليه.`,
      sponsor: ({ organization }) =>
        `لم يعد لدى ${organization} من هو مسؤول عنك، وكل ضيف هناك يحتاج إلى مسؤول.`,
      attestation: ({ organization }) =>
        `لم يؤكد أحد منذ وقت طويل أنك ما زلت بحاجة إلى حسابك لدى ${organization}.`,
      redemption: ({ organization }) => `لم تقبل دعوة ${organization} بعد.`,
    },
    delete: ({ organization, time }) =>
      `في ${time} يُزال حسابك لدى ${organization}. ويمكن لمسؤول الإدارة هناك استعادته لفترة بعد ذلك.`,
    disable: ({ organization, time }) =>
      `في ${time} يُعطَّل حسابك لدى ${organization}: لن تتمكن من استخدامه، ولا يُحذف شيء بعد.`,
    done: ({ organization }) =>
      `حسابك لدى ${organization} معطَّل الآن. يمكن لمسؤول الإدارة هناك تفعيله من جديد، وما زال بإمكانك المغادرة من صفحة «المؤسسات».`,
    doneHere: ({ organization }) =>
      `حسابك لدى ${organization} معطَّل. يمكن لمسؤول الإدارة هناك تفعيله من جديد، وما زال بإمكانك المغادرة.`,
    later: ({ time }) => `إن لم يُفعَّل من جديد فسيُزال في ${time}.`,
    attest: ({ organization }) =>
      `إن كنت ما زلت بحاجة إليه فأكّد ذلك بنفسك: خطوة واحدة، وتحسب ${organization} المدة من حينها. ويمكنك المغادرة من الصفحة نفسها.`,
    stay: {
      endDate: ({ organization }) =>
        `إن كنت بحاجة إليه مدة أطول فاطلب تاريخًا لاحقًا ممن هو مسؤول عنك لدى ${organization}، أو من مسؤول الإدارة هناك.`,
      inactivity: ({ organization }) =>
        `إن كنت ما زلت بحاجة إليه فسجّل الدخول إلى ${organization} قبل ذلك؛ ولا يلزم شيء آخر.`,
      sponsor: ({ organization }) =>
        `إن كنت ما زلت بحاجة إليه فاطلب من شخص لدى ${organization} أن يكون مسؤولًا عنك.`,
      attestation: ({ organization }) =>
        `إن كنت ما زلت بحاجة إليه فاطلب ممن هو مسؤول عنك لدى ${organization}، أو من مسؤول الإدارة هناك، أن يؤكد ذلك.`,
      redemption: () => 'إن كنت تريده فاقبل الدعوة قبل ذلك.',
    },
  },
  sponsor: {
    subject: {
      delete: ({ organization, guest }) => `حساب ${guest} لدى ${organization} ينتهي قريبًا`,
      disable: ({ organization, guest }) => `حساب ${guest} لدى ${organization} سيُعطَّل قريبًا`,
      done: ({ organization, guest }) => `حساب ${guest} لدى ${organization} معطَّل`,
      removed: ({ organization, guest }) => `حساب ${guest} لدى ${organization} انتهى`,
    },
    you: ({ organization, guest }) => `تصلك هذه الرسالة لأنك مسؤول عن ${guest} لدى ${organization}.`,
    why: {
      endDate: ({ guest }) => `حُدِّد لحساب ${guest} تاريخ انتهاء.`,
      inactivity: ({ organization, guest }) =>
        `لم يستخدم ${guest} حسابه لدى ${organization} منذ وقت طويل.`,
      sponsor: ({ organization, guest }) => `لم يبقَ لدى ${organization} من هو مسؤول عن ${guest}.`,
      attestation: ({ organization, guest }) =>
        `لم يؤكد أحد منذ وقت طويل أن ${guest} ما زال بحاجة إلى الحساب لدى ${organization}.`,
      redemption: ({ organization, guest }) => `لم يقبل ${guest} دعوة ${organization} بعد.`,
    },
    delete: ({ guest, time }) =>
      `في ${time} يُزال حساب ${guest}. ويمكن لمسؤول الإدارة استعادته لفترة بعد ذلك.`,
    disable: ({ guest, time }) => `في ${time} يُعطَّل حساب ${guest}؛ ولا يُحذف شيء بعد.`,
    done: ({ guest }) => `حساب ${guest} معطَّل الآن.`,
    removed: ({ guest }) => `أُزيل حساب ${guest} الآن. ويمكن لمسؤول الإدارة استعادته لفترة.`,
    later: ({ time }) => `إن لم يُفعَّل من جديد فسيُزال في ${time}.`,
    stay: {
      endDate: ({ guest }) =>
        `إن كان ${guest} بحاجة إليه مدة أطول فاختر تاريخًا لاحقًا في صفحة «الضيوف الذين أنا مسؤول عنهم».`,
      inactivity: ({ organization, guest }) =>
        `إن كان ${guest} ما زال بحاجة إليه فيكفي تسجيل الدخول إلى ${organization} قبل ذلك.`,
      sponsor: ({ organization, guest }) =>
        `إن كان ${guest} ما زال بحاجة إليه فلا بد من شخص لدى ${organization} يكون مسؤولًا عنه.`,
      attestation: ({ guest }) =>
        `إن كان ${guest} ما زال بحاجة إليه فأكّد ذلك في صفحة «الضيوف الذين أنا مسؤول عنهم». وإلا فلا تفعل شيئًا.`,
      redemption: ({ guest }) => `إن كان ${guest} سيأتي فيجب قبول الدعوة قبل ذلك.`,
    },
  },
  links: {
    signIn: ({ organization }) => `تسجيل الدخول إلى ${organization}`,
    own: 'القول إنني ما زلت بحاجة إليه',
    guests: 'عرض الضيوف الذين أنا مسؤول عنهم',
    review: 'عرضها ومغادرة ما لا أحتاج إليه',
  },
  passedOn: {
    subject: ({ organization }) => `صرت مسؤولًا عن ضيف لدى ${organization}`,
    lead: ({ organization, guest }) =>
      `عيّنك أحد الزملاء: من الآن أنت مسؤول عن ${guest} لدى ${organization}. تُسأل هل ما زال الحساب لازمًا؛ ولا يمنحك ذلك أي حقوق.`,
  },
  review: {
    subject: (count) =>
      plural(count, {
        zero: 'أنت في # مؤسسة: هل ما زلت بحاجة إليها؟',
        one: 'أنت في مؤسسة واحدة: هل ما زلت بحاجة إليها؟',
        two: 'أنت في مؤسستين: هل ما زلت بحاجة إليهما؟',
        few: 'أنت في # مؤسسات: هل ما زلت بحاجة إليها كلها؟',
        many: 'أنت في # مؤسسة: هل ما زلت بحاجة إليها كلها؟',
        other: 'أنت في # مؤسسة: هل ما زلت بحاجة إليها كلها؟',
      }),
    why: 'تصلك هذه الرسالة مرة في السنة لأنك في مؤسسات كثيرة ولا تستخدمها كلها. ويمكنك في الصفحة نفسها أن تقول إنك لا تريد هذه الرسالة.',
  },
}

export const coming: ComingWords = {
  reason: {
    endDate: 'حُدد تاريخ انتهاء',
    inactivity: 'لم يُستخدم منذ مدة طويلة',
    sponsor: 'لا أحد مسؤول عن الضيف',
    attestation: 'لم تُؤكَّد الحاجة إليه',
    redemption: 'لم تُقبل الدعوة',
    homeGone: 'لم يعد الحساب في المؤسسة الأم موجودًا',
    neverAccepted: 'لم تُقبل الدعوة',
  },
  condition: {
    inactivity: 'فقط إن لم يُستخدم قبل ذلك',
    attestation: 'فقط إن لم يؤكد أحد الحاجة قبل ذلك',
    redemption: 'فقط إن لم تُقبل الدعوة قبل ذلك',
  },
  ifKept: {
    nothing: 'وعندئذ لا شيء ينهي الحساب من تلقاء نفسه.',
    deleted: (date) => `وعندئذ إن لم يحدث شيء آخر فإن الحساب ينتهي في ${date}.`,
    disabled: (date) => `وعندئذ إن لم يحدث شيء آخر فإن الحساب يُعطَّل في ${date}.`,
  },
  notStopped: {
    deleted: (date) => `لا يوقف ذلك وحده الانتهاء: ينتهي الحساب مع ذلك في ${date}.`,
    disabled: (date) => `لا يوقف ذلك وحده ما سيأتي: يُعطَّل الحساب مع ذلك في ${date}.`,
    beside: 'لا يوقف الإبقاء وحده ذلك.',
  },
  sendAgain: 'إرسال الدعوة من جديد',
  stops: {
    endDate: 'لا يغيّر ذلك إلا تاريخ انتهاء لاحق.',
    inactivity: 'على الضيف أن يسجّل الدخول هناك قبل ذلك.',
    sponsor: 'يجب أن يكون أحد مسؤولًا عن الضيف قبل ذلك.',
    attestation: 'يجب تأكيد الحاجة من جديد قبل ذلك.',
    redemption: 'على الضيف أن يقبل الدعوة قبل ذلك.',
    homeGone: 'على مسؤول الإدارة أن يتيح للضيف قبل ذلك استعمال دعوة من جديد.',
    neverAccepted: 'على الضيف أن يقبل الدعوة؛ وإن انتهت فيجب إرسالها من جديد أولًا.',
  },
  youStop: {
    endDate: 'لا يغيّر ذلك إلا تاريخ انتهاء لاحق.',
    inactivity: 'سجّل الدخول هناك قبل ذلك.',
    sponsor: 'اطلب من أحد هناك أن يكون مسؤولًا عنك.',
    attestation: 'أكّد ذلك من جديد قبل ذلك.',
    redemption: 'اقبل الدعوة قبل ذلك.',
    homeGone: 'اطلب من مسؤول الإدارة هناك أن يتيح لك استعمال دعوة من جديد.',
    neverAccepted: 'اقبل الدعوة؛ وإن انتهت فيجب إرسالها من جديد أولًا.',
  },
}
