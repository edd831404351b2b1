/** What becomes of somebody's request to an organization, in Arabic. */
import type { RequestsWords } from '../en/requests.ts'

export const requests: RequestsWords = {
  asked: {
    removal: ({ organization, time }) => `طلبت من ${organization} إزالتك في ${time}.`,
    restore: ({ organization, time }) => `طلبت من ${organization} استعادة حسابك في ${time}.`,
  },
  whenDue: {
    removed: ({ organization, time }) =>
      `إذا لم يُجب أحد لدى ${organization} حتى ${time}، يُحذف حسابك هناك تلقائيًا.`,
    kept: ({ organization, time }) =>
      `لا تزيل ${organization} أحدًا تلقائيًا. إذا لم يُجب أحد حتى ${time}، ينتهي الطلب ويمكنك أن تطلب مرة أخرى.`,
    restore: ({ organization, time }) =>
      `يستطيع مسؤولو ${organization} استعادة حسابك حتى ${time}، ثم ينتهي الطلب.`,
  },
  whenDueClosed: {
    removed: ({ organization, time }) =>
      `${organization} مغلقة، ولذلك لا يلزم أن يجيب أحد: يُحذف حسابك هناك تلقائيًا في ${time} ما لم تسحب الطلب قبل ذلك.`,
    restore: ({ organization, time }) =>
      `${organization} مغلقة، ولذلك لا يستعيد أحد حسابك هناك. ينتهي الطلب في ${time}.`,
  },
  why: ({ organization }) => `السبب الذي تذكره ${organization}:`,
  held: ({ organization, time }) =>
    `علّقت ${organization} الطلب منذ ${time}. تتوقف مهلته إلى أن يُجيب أحد المسؤولين أو يُنهي التعليق.`,
  ended: {
    done: ({ time }) => `أُجيب عنه في ${time}.`,
    declined: ({ organization, time }) => `رفضته ${organization} في ${time}.`,
    withdrawn: ({ time }) => `سحبته في ${time}.`,
    expired: ({ time }) => `انتهى دون جواب في ${time}.`,
  },
  withdraw: 'سحب الطلب',
  cannotSignIn: 'تعذّر عليك تسجيل الدخول؟ اعرض الطلب برمز يُرسل إلى هذا العنوان',

  mail: {
    subject: {
      asked: {
        removal: ({ organization }) => `طلبك إزالتك من ${organization}`,
        restore: ({ organization }) => `طلبك من ${organization} استعادة حسابك`,
      },
      held: ({ organization }) => `علّقت ${organization} طلب إزالتك`,
      goesOn: ({ organization }) => `يُستأنف طلب إزالتك من ${organization}`,
      ruleChanged: ({ organization }) => `ما الذي يحدث لطلب إزالتك من ${organization}`,
      removed: ({ organization }) => `أُزلت من ${organization} كما طلبت`,
      expired: {
        removal: ({ organization }) => `انتهى طلب إزالتك من ${organization} دون جواب`,
        restore: ({ organization }) => `انتهى طلبك إلى ${organization} دون جواب`,
      },
      withdrawn: ({ organization }) => `سُحب طلبك إلى ${organization}`,
    },
    held: ({ organization }) =>
      `علّقت ${organization} طلب إزالتك. تتوقف مهلته إلى أن يُجيب أحد المسؤولين أو يُنهي التعليق.`,
    goesOn: ({ organization }) => `أنهت ${organization} تعليق طلب إزالتك.`,
    removesAgain: ({ organization }) => `قررت ${organization} إزالة من لا يُجاب عن طلبه.`,
    closedNow: ({ organization }) =>
      `${organization} مغلقة، ولذلك لم يعد أحد هناك يجيب عن الطلبات أو يعلّقها.`,
    dayChanged: ({ organization }) => `لدى ${organization} مهلة حتى يوم لاحق للإجابة عن طلب إزالتك.`,
    removesNoMore: ({ organization }) =>
      `قررت ${organization} ألا تزيل أحدًا تلقائيًا عندما لا يُجاب عن طلبه.`,
    removed: ({ organization }) =>
      `لم يُجب أحد لدى ${organization} عن طلب إزالتك، فحُذف حسابك هناك الآن كما طلبت. تبيّن رسالة أخرى حتى متى يمكن التراجع عن ذلك.`,
    removedInvited: ({ organization }) =>
      `طلبت من ${organization} إزالتك، وقد تم ذلك: حُذف الحساب الذي كان معدًّا لك هناك.`,
    unanswered: ({ organization }) =>
      `لم يُجب أحد لدى ${organization} عن طلب إزالتك، ولا تزيل ${organization} أحدًا تلقائيًا. يمكنك أن تطلب مرة أخرى.`,
    lastAdministrator: ({ organization }) =>
      `لا يمكن حذف حسابك لدى ${organization}، لأن مؤسسة ستبقى بلا مسؤول عام. أسند هذا الدور إلى شخص آخر، ثم غادر أو اطلب مرة أخرى.`,
    windowOver: ({ organization }) =>
      `لم يُجب عنه أحد لدى ${organization}، وانقضت المدة التي كان يمكن فيها استعادة حسابك هناك. لا يمكنك العودة إلا بدعوة جديدة.`,
    accepted: ({ organization }) =>
      `قُبلت دعوة ${organization}، ولذلك سُحب طلب الإزالة الذي جاء من هذا العنوان، ولا يُزال أحد بسببه.`,
    corrected: ({ organization }) =>
      `تدعو ${organization} عنوانًا آخر بدلًا من هذا العنوان، ولذلك سُحب طلب إزالتك. لم يعد الحساب الذي أُعدّ هناك مخصصًا لك، ولم يعد الرابط الذي وصلك صالحًا.`,
    withdrawn: ({ organization }) =>
      `سحبت طلبك. يبقى حسابك لدى ${organization} كما هو، ويمكنك أن تطلب مرة أخرى.`,
  },

  deletions: {
    subject: ({ organization }) => `عمليات حذف نهائي لدى ${organization} تنتظر جوابًا`,
    needsYes:
      'طلب أحدهم حذفًا نهائيًا، أو تخفيف حماية الحذف النهائي. ولا يُنفَّذ ذلك إلا بموافقة مسؤول ثانٍ، ولا يمكن أن يكون من طلبه هو الثاني.',
    waits:
      'طلب أحدهم حذفًا نهائيًا، أو تخفيف حماية الحذف النهائي. ويُنفَّذ ذلك تلقائيًا حين يحين وقته، ويمكن رفضه حتى ذلك الحين.',
    count: 'المطلوب',
    firstDue: 'أول تنفيذ',
    open: 'فتح ما طُلب في مركز الإدارة',
    answered: ({ organization }) => `أُجيب عن طلباتك للحذف النهائي لدى ${organization}`,
    answeredLead: 'ما طلبته نُفِّذ أو رُفض. وما نُفِّذ لا يمكن التراجع عنه.',
    done: 'نُفِّذ',
    refused: 'رُفض',
  },
  holdsEnded: {
    subject: ({ organization }) => `انتهى تعليق الطلبات لدى ${organization}`,
    lead: ({ organization }) =>
      `${organization} مغلقة، ولذلك لم يعد أحد هناك يستطيع الإجابة عن الطلبات أو تعليقها. تُستأنف طلبات الإزالة التي كانت معلّقة، وقد أُبلغ أصحابها.`,
    next: 'يُحذف صاحب الطلب تلقائيًا في يوم استحقاقه. وإذا وجب أن يبقى أحد، فاطلب قبل ذلك اليوم ممن يشغّل هذا التثبيت أن يعيد فتح المؤسسة.',
    firstDue: 'أول حذف',
  },
  waiting: {
    subject: ({ organization }) => `طلبات لدى ${organization} تنتظر جوابك`,
    half: 'انقضى نصف المهلة المحددة للإجابة عن هذه الطلبات.',
    last: 'يقترب موعد استحقاق هذه الطلبات؛ وموعد أولها مذكور أدناه.',
    removed:
      'من لا يُجاب عن طلبه يُحذف في يوم استحقاقه، ويمكن استعادته لفترة. ومن يجب أن يبقى فعلّق طلبه مع سبب يقرؤه.',
    kept: 'الطلب الذي لا يُجاب عنه ينتهي في يوم استحقاقه، ويبقى الضيف ويمكنه أن يطلب مرة أخرى.',
    restore: 'بعد ذلك اليوم لا يمكن استعادة هذه الحسابات.',
    removals: 'طلبات الإزالة',
    restores: 'طلبات الاستعادة',
    firstDue: 'أول استحقاق',
    open: 'فتح الطلبات في مركز الإدارة',
  },
}
