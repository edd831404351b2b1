/**
 * What people read when they say that an account is still needed, their own or of a guest for whom
 * they answer, and when they look back at where they are; in Arabic.
 */
import { coming } from './lifecycle.ts'
import type { AnsweringWords } from '../en/answering.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ar')

export const answering: AnsweringWords = {
  coming,
  facts: {
    attested: 'آخر تأكيد',
    never: 'ليس بعد',
    endDate: 'تاريخ الانتهاء',
    why: 'السبب',
    removedOn: 'يُزال في',
  },
  own: {
    title: (organization) => `هل ما زلت بحاجة إلى حسابك لدى ${organization}؟`,
    text: (organization) => `إن أكدت ذلك علمت ${organization} أنك ما زلت بحاجة إليه.`,
    until: (organization, date) =>
      `إن لم يحدث شيء آخر فإن حسابك لدى ${organization} يبقى حتى ${date}.`,
    over: (organization, date) =>
      `حلّ تاريخ انتهائك لدى ${organization}، ${date}: سيُزال حسابك قريبًا. ولا يؤجّل التاريخ الآن إلا مسؤول الإدارة هناك.`,
    open: (organization) => `لا شيء ينهي حسابك لدى ${organization} من تلقاء نفسه.`,
    endDate: 'يؤجّل تاريخ الانتهاء من هو مسؤول عنك أو مسؤول الإدارة؛ أما التأكيد فلا يؤجّله.',
    confirm: 'ما زلت بحاجة إليه',
    link: 'هل ما زال لازمًا؟',
    done: (organization) => `أكدت أنك ما زلت بحاجة إلى حسابك لدى ${organization}.`,
    leave: (organization) => `مغادرة ${organization} بدلًا من ذلك`,
    reason: {
      notAGuest: (organization) =>
        `لا شيء تؤكده لدى ${organization}: يُسأل عن ذلك الضيوف وحدهم، ولست ضيفًا هناك.`,
      notAccepted: (organization) =>
        `لم تقبل دعوة ${organization} بعد. اقبلها أولًا، ثم يمكن تأكيد حسابك هناك.`,
      disabled: (organization) =>
        `حسابك لدى ${organization} معطَّل، لذلك لا يمكنك تأكيده. اطلب ذلك ممن هو مسؤول عنك هناك، أو من مسؤول الإدارة.`,
      over: (organization) =>
        `حلّ تاريخ انتهائك لدى ${organization}، فلن يغيّر التأكيد شيئًا: لا يؤجّله الآن إلا مسؤول الإدارة هناك.`,
      notAllowed: (organization) =>
        `لا تترك ${organization} ذلك لضيوفها. اطلب ممن هو مسؤول عنك هناك، أو من مسؤول الإدارة، أن يؤكد أنك ما زلت بحاجة إلى حسابك.`,
      organizationClosed: (organization) => `${organization} مغلقة، لذلك لا شيء تؤكده.`,
    },
  },
  refused: {
    notFound: 'لست مسؤولًا هناك عن ضيف بهذا المعرّف. ربما صار شخص آخر مسؤولًا عنه، أو لم يعد هناك.',
    guestDisabled: 'عطّل مسؤول الإدارة هذا الضيف، لذلك لا يقرر شأنه إلا مسؤول الإدارة.',
    throughGroup:
      'المسؤول عن هذا الضيف مجموعة تملكها، لا أنت نفسك. ويمكن لمسؤول الإدارة تغيير المسؤول عنه.',
    noEndDate: 'ليس لهذا الضيف تاريخ انتهاء، لذلك لا شيء يُمدَّد.',
    over: 'حلّ تاريخ انتهاء هذا الضيف، لذلك لا يؤجّله الآن إلا مسؤول الإدارة.',
    notLater: 'يجب أن يكون تاريخ الانتهاء الجديد بعد التاريخ الحالي.',
    tooFar: 'يمكن تأجيل تاريخ الانتهاء سنة من اليوم على الأكثر.',
    answered: 'لا يمكن تولّي هذا الضيف: صار هناك من هو مسؤول عنه، أو لم يعد موجودًا.',
  },
  guests: {
    title: 'الضيوف الذين أنا مسؤول عنهم',
    intro:
      'تريد المؤسسات أن تعرف هل ما زال هؤلاء الضيوف لازمين. أبقِ من تحتاج إليه، وسلّم من يعرفه غيرك أفضل؛ ولا تفعل شيئًا للباقين. وما ينهي كل حساب وما يوقف ذلك مبيّن بجانبه.',
    mine: 'أنا مسؤول عنهم',
    nobodys: 'لا أحد مسؤول عنهم',
    nobodyIntro:
      'ضيوف مؤسسات ترى أعضاءها ولا أحد مسؤول عنهم الآن: غادر من كان مسؤولًا أو عُطّل حسابه، أو لم يُعيَّن أحد. يمكنك أن تتولاهم.',
    emptyTitle: 'لست مسؤولًا عن أي ضيف',
    emptyHint: 'من يدعو ضيفًا يكون مسؤولًا عنه أولًا؛ ويمكن أن يعيّنك مسؤول الإدارة أو أحد الزملاء.',
    nobodyEmptyTitle: 'لكل ضيف تراه من هو مسؤول عنه',
    nobodyEmptyHint: 'حين يغادر المسؤول عن ضيف أو يُعطَّل حسابه يظهر الضيف هنا.',
    states: { active: 'نشط', invited: 'مدعو', disabled: 'معطَّل' },
    since: (date) => `ضيف منذ ${date}`,
    throughGroup: 'المسؤول عن هذا الضيف مجموعة تملكها.',
    until: (date) => `إن لم يحدث شيء فإن الحساب ينتهي في ${date}.`,
    over: (date) =>
      `حلّ تاريخ الانتهاء، ${date}: سيُزال الحساب قريبًا. ولا يؤجّل التاريخ الآن إلا مسؤول الإدارة.`,
    disabledUntil: (date) => `إن لم يحدث شيء فإن الحساب يُعطَّل في ${date}.`,
    open: 'لا شيء ينهي هذا الحساب من تلقاء نفسه.',
    keep: 'إبقاء',
    passOn: 'تسليم',
    giveUp: 'التخلي عن المسؤولية',
    takeOver: 'تولّي',
    keepTitle: (guest) => `إبقاء ${guest}؟`,
    keepText: (guest, organization) =>
      `تؤكد أن ${guest} ما زال بحاجة إلى الحساب لدى ${organization}. ويُكتب ذلك في سجل التدقيق هناك.`,
    keepDisabled: 'عطّلت قاعدة هذا الحساب. ولا يفعّله من جديد إلا مسؤول الإدارة.',
    prolong: 'تاريخ الانتهاء',
    prolongStay: (date) => `تركه في ${date}`,
    kept: (guest) => `سُجّل أن ${guest} ما زال لازمًا.`,
    giveUpTitle: (guest) => `التخلي عن المسؤولية عن ${guest}؟`,
    giveUpText: (guest, organization) =>
      `يبقى ${guest} لدى ${organization} كما كان، لكنك لا تُسأل عنه بعد الآن. وإن لم يكن غيرك مسؤولًا عن ${guest} فإن مسؤول الإدارة يرى ذلك.`,
    givenUp: (guest) => `لم تعد مسؤولًا عن ${guest}.`,
    passOnTitle: (guest) => `تسليم ${guest}؟`,
    passOnText: (guest, organization) =>
      `اختر من يكون مسؤولًا عن ${guest} لدى ${organization} بدلًا منك. ويُبلَّغ بذلك بالبريد.`,
    passedOn: (guest) => `صار زميل مسؤولًا عن ${guest}.`,
    takeOverTitle: (guest) => `تولّي ${guest}؟`,
    takeOverText: (guest, organization) =>
      `من الآن تكون مسؤولًا عن ${guest} لدى ${organization}: تُسأل هل ما زال الحساب لازمًا. ولا يمنحك ذلك أي حقوق.`,
    takenOver: (guest) => `صرت مسؤولًا عن ${guest}.`,
  },
  review: {
    title: 'نظرة إلى الوراء',
    summary: (organizations) =>
      plural(organizations, {
        zero: 'لست في أي مؤسسة غير مؤسستك الأم (#).',
        one: 'أنت في مؤسسة واحدة غير مؤسستك الأم.',
        two: 'أنت في مؤسستين غير مؤسستك الأم.',
        few: 'أنت في # مؤسسات غير مؤسستك الأم.',
        many: 'أنت في # مؤسسة غير مؤسستك الأم.',
        other: 'أنت في # مؤسسة غير مؤسستك الأم.',
      }),
    unused: (count, days) =>
      plural(count, {
        zero: `لا استخدام مسجّلًا في # منها منذ ${days} يومًا.`,
        one: `لا استخدام مسجّلًا في واحدة منها منذ ${days} يومًا.`,
        two: `لا استخدام مسجّلًا في اثنتين منها منذ ${days} يومًا.`,
        few: `لا استخدام مسجّلًا في # منها منذ ${days} يومًا.`,
        many: `لا استخدام مسجّلًا في # منها منذ ${days} يومًا.`,
        other: `لا استخدام مسجّلًا في # منها منذ ${days} يومًا.`,
      }),
    allUsed: (days) => `استُخدمت كلها خلال آخر ${days} يومًا.`,
    hint: 'الأطول عدم استخدام أولًا. حدّد ما لا تحتاج إليه وغادره بسؤال واحد؛ أو أخفِ ما لا تريد رؤيته فحسب.',
    mailOn: 'تخبرك بذلك رسالة مرة في السنة.',
    mailOff: 'لا تخبرك بذلك رسالة مرة في السنة.',
    stopMails: 'لا أريد هذه الرسالة بعد الآن',
    wantMails: 'أخبرني مرة في السنة',
    stopped: 'لن تصلك هذه الرسالة بعد الآن.',
    wanted: 'تصلك رسالة مرة في السنة.',
  },
}
