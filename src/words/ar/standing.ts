/** What mails say about somebody's standing in an organization, in Arabic. */
import type { StandingWords } from '../en/standing.ts'

export const standing: StandingWords = {
  leavingLater: {
    alone: 'بصفتك ضيفًا يمكنك المغادرة بنفسك في أي وقت.',
    asking: ({ organization }) =>
      `لا تسمح ${organization} للضيوف بالمغادرة بأنفسهم: من يريد المغادرة يطلب من مسؤوليها إزالته.`,
  },
  wayOut: {
    home: ({ organization }) => `إذا أردت إنهاء حسابك لدى ${organization} فاطلب من مسؤوليها حذفه.`,
    guestAlone: ({ organization }) =>
      `إذا لم تعد تريد أن تكون ضيفًا لدى ${organization} فغادرها من صفحة «المؤسسات»؛ لا حاجة إلى مسؤول.`,
    guestAsking: ({ organization }) =>
      `لا تسمح ${organization} للضيوف بالمغادرة بأنفسهم. إذا لم تعد تريد أن تكون ضيفًا لديها فاطلب إزالتك من صفحة «المؤسسات».`,
    guestDisabled: ({ organization }) =>
      `ما دام حسابك لدى ${organization} معطَّلًا فلا يمكنك المغادرة بنفسك. إذا لم تعد تريد أن تكون ضيفًا لديها فاطلب إزالتك من صفحة «المؤسسات».`,
    eitherAlone: ({ organization }) =>
      `مؤسستك الأم غير هذه، لذا يمكنك مغادرة ${organization} متى شئت من صفحة «المؤسسات»؛ لا حاجة إلى مسؤول.`,
    eitherAsking: ({ organization }) =>
      `لا تسمح ${organization} للقادمين من مؤسسات أخرى بالمغادرة بأنفسهم. إذا أردت إنهاء حسابك لديها فاطلب إزالتك من صفحة «المؤسسات».`,
  },
  receipt: {
    left: ({ organization }) => `لقد غادرت ${organization}`,
    leftLead: ({ organization }) => `لقد غادرت ${organization}. انتهى حسابك لديها.`,
    ended: ({ organization }) => `انتهى حسابك لدى ${organization}`,
    endedLead: ({ organization }) => `أُزيل حسابك لدى ${organization}.`,
    reference: 'المرجع',
    open: 'عرض الإيصال وما آلت إليه بياناتك',
    endedAt: 'وقت الانتهاء',
    restorableUntil: 'يمكن استعادته حتى',
    hold: ({ organization }) =>
      `إذا اضطرت ${organization} إلى الاحتفاظ بها مدة أطول لسبب قانوني، فستجد ذلك في صفحة «المؤسسات».`,
    undoing: ({ organization, until }) =>
      `إذا غادرت عن طريق الخطأ، فيمكنك التراجع بنفسك حتى ${until}: في صفحة المؤسسات، في صف ${organization}.`,
    each: (restorableUntil) => `يمكن استعادته حتى ${restorableUntil}.`,
    eachClosed: 'المؤسسة مغلقة، فلا يستعيد أحد هناك حسابك الآن.',
    holdMany:
      'إذا اضطرت إحداها إلى الاحتفاظ ببياناتك مدة أطول لسبب قانوني، فستجد ذلك في صفحة «المؤسسات».',
    comingBackMany:
      'يستطيع مسؤولو كل مؤسسة حتى تاريخها إعادة حسابك بمجموعاته وتطبيقاته وأدواره. اطلب ذلك من صفحة «المؤسسات»، أو اذكر المرجع.',
    comingBack: ({ organization, until }) =>
      `حتى ${until} يستطيع أحد مسؤولي ${organization} إعادة حسابك بمجموعاته وتطبيقاته وأدواره. اطلب ذلك من صفحة «المؤسسات»، أو اذكر المرجع.`,
    cannotSignIn: 'كنت ضيفًا وتعذّر عليك تسجيل الدخول؟ اطلب ذلك برمز يُرسل إلى هذا العنوان',
    comingBackClosed: ({ organization }) =>
      `${organization} مغلقة، فلا يستعيد أحد هناك حسابك الآن. وإذا فُتحت من جديد قبل ذلك الموعد فيستطيع أحد مسؤوليها استعادته؛ اطلب ذلك من صفحة «المؤسسات»، أو اذكر المرجع.`,
  },
  redemptionReset: {
    subject: ({ organization }) => `يُطلب منك قبول دعوة ${organization} مرة أخرى`,
    lead: ({ organization, address }) =>
      `أعاد أحد مسؤولي ${organization} تعيين دعوتك. وإلى أن يقبلها مجددًا من يُثبت أن ${address} له، لا يمكنك تسجيل الدخول هناك؛ وتبقى مجموعاتك وتطبيقاتك وأدوارك محفوظة.`,
    unexpected: 'إذا لم تكن تتوقع ذلك، أو لم يكن العنوان لك، فاسأل المؤسسة قبل أن يقبلها أحد.',
  },
  held: {
    subject: ({ organization }) => `تحتفظ ${organization} ببياناتك لسبب قانوني`,
    lead: ({ organization }) =>
      `انتهى حسابك لدى ${organization}. سجّل أحد مسؤوليها سببًا قانونيًا للاحتفاظ به: لا يُمحى ما بقي منه قبل انتهاء هذا السبب، حتى إذا مضى اليوم الذي ذُكر لك. ولا يستطيع أحد استخدامه في أثناء ذلك، ويمكنك الحصول على نسخة منه من صفحة «المؤسسات».`,
  },
  holdEnded: {
    subject: ({ organization }) => `لم تعد ${organization} تحتفظ ببياناتك`,
    lead: ({ organization }) =>
      `انتهى حسابك لدى ${organization}، وأنهى أحد مسؤوليها السبب القانوني للاحتفاظ به. وتُحسب من جديد الأيام التي ذُكرت لك: فإذا مضى اليوم الذي كان يمكن استعادته حتى حلوله، يُمحى الآن ما بقي منه.`,
  },
  disabled: {
    subject: ({ organization }) => `تم تعطيل حسابك لدى ${organization}`,
    home: ({ organization }) =>
      `عطّل أحد مسؤولي ${organization} حسابك لديها. وإلى أن يُفعَّل من جديد لا يمكنك تسجيل الدخول، لا هناك ولا حيث أنت ضيف. لم يُحذف شيء.`,
    guest: ({ organization }) =>
      `عطّل أحد مسؤولي ${organization} حسابك لديها. وإلى أن يُفعَّل من جديد لا يمكنك استخدام ${organization}. لم يُحذف شيء، وبقيت مؤسساتك الأخرى كما كانت.`,
    homeNext: ({ organization }) => `إذا لم تكن تتوقع ذلك فاسأل مسؤولي ${organization}.`,
    homeGuest:
      'حيثما كنت ضيفًا يمكنك مع ذلك طلب إزالتك: برمز يُرسل إلى هذا العنوان، دون تسجيل الدخول.',
    askFromHome: 'طلب الإزالة برمز يُرسل إلى هذا العنوان',
    ask: 'تعذّر عليك تسجيل الدخول؟ اطلب ذلك برمز يُرسل إلى هذا العنوان',
    guestNext: 'إذا كنت تفضّل حذفه فاطلب إزالتك من صفحة «المؤسسات».',
  },
  enabled: {
    subject: ({ organization }) => `أُعيد تفعيل حسابك لدى ${organization}`,
    lead: ({ organization }) =>
      `أعاد أحد مسؤولي ${organization} تفعيل حسابك لديها، بمجموعاته وتطبيقاته وأدواره. انتهت الجلسات التي كانت لك، فسجّل الدخول من جديد.`,
  },
  restored: {
    subject: ({ organization }) => `عاد حسابك لدى ${organization}`,
    lead: ({ organization }) =>
      `استعاد أحد مسؤولي ${organization} حسابك لديها، بمجموعاته وتطبيقاته وأدواره.`,
  },
  stillDisabled: {
    byPolicy: ({ organization }) =>
      `لا يزال معطَّلًا بموجب قاعدة لدى ${organization}: لا يمكنك استخدامه حتى يفعّله أحد المسؤولين هناك.`,
    bySomebody: ({ organization }) =>
      `لا يزال معطَّلًا: لا يمكنك استخدامه حتى يفعّله أحد مسؤولي ${organization}.`,
  },
  undone: {
    subject: ({ organization }) => `عاد حسابك لدى ${organization}`,
    lead: ({ organization }) =>
      `لقد تراجعت عن مغادرة ${organization}. عاد حسابك هناك مع مجموعاته وتطبيقاته وأدواره.`,
    unexpected: 'إذا لم تكن أنت من فعل ذلك، فسجّل الخروج من كل مكان وغيّر طريقة تسجيل دخولك.',
  },
  handedOver: {
    subject: ({ organization }) => `أنت تتسلّم المهام لدى ${organization}`,
    lead: ({ organization, what }) =>
      `عيّنك شخص غادر ${organization} خلفًا له. لديك هناك من الآن: ${what}.`,
    next: ({ organization }) => `إن كان ينبغي أن يكون شخصًا آخر، فاسأل مسؤولي ${organization}.`,
  },
  restoredAsks: {
    subject: ({ organization }) => `تودّ ${organization} أن تعود إليها`,
    lead: ({ organization }) =>
      `كان حسابك لدى ${organization} قد انتهى. استعاده أحد مسؤوليها، ولن يُستخدم منه شيء حتى توافق: اقبل أو ارفض من صفحة «المؤسسات».`,
    nothing: 'إذا لم تفعل شيئًا فلن تعود إليها.',
  },
  roleGiven: {
    subject: ({ organization, role }) => `لديك الآن دور ${role} لدى ${organization}`,
    lead: ({ organization, role }) =>
      `منحك أحد مسؤولي ${organization} دور ${role}. وما يسمح به متاح لك من الآن.`,
  },
  roleTaken: {
    subject: ({ organization, role }) => `لم يعد لديك دور ${role} لدى ${organization}`,
    lead: ({ organization, role }) =>
      `سحب منك أحد مسؤولي ${organization} دور ${role}. ويبقى حسابك هناك ومجموعاته وتطبيقاته كما كانت.`,
  },
  sessionsEnded: {
    subject: ({ organization }) => `سُجّل خروجك من ${organization}`,
    home: ({ organization }) =>
      `سجّل أحد مسؤولي ${organization} خروجك من كل مكان، بما في ذلك حيث أنت ضيف، وأنهى ما مُنح للتطبيقات من أجلك. سجّل الدخول من جديد للمتابعة.`,
    guest: ({ organization }) =>
      `سجّل أحد مسؤولي ${organization} خروجك من هناك، وأنهى ما مُنح لتطبيقاتها من أجلك. سجّل الدخول من جديد للمتابعة؛ وتبقى مؤسساتك الأخرى كما كانت.`,
    unexpected: ({ organization }) => `إذا لم تتوقع هذا فاسأل مسؤولي ${organization}.`,
  },
  waysInEnded: {
    subject: ({ organization }) => `يجب إعداد دخولك إلى ${organization} من جديد`,
    lead: ({ organization }) =>
      `مُنحت صلاحيات أوسع لدى ${organization}. وما كنت تسجّل الدخول به هناك أعدّه شخص صلاحياته أقل، فانتهى العمل به، ولا يستطيع أحد الدخول به. سيعطيك أحد مسؤولي ${organization} طريقة دخول جديدة.`,
  },
  userTypeChanged: {
    subject: {
      Member: ({ organization }) => `أصبحت الآن عضوًا في ${organization}`,
      Guest: ({ organization }) => `أصبحت الآن ضيفًا لدى ${organization}`,
    },
    lead: {
      Member: ({ organization }) =>
        `جعلك أحد مسؤولي ${organization} عضوًا فيها. تبقى مجموعاتك وتطبيقاتك وأدوارك محفوظة، وتسجّل الدخول كما كنت.`,
      Guest: ({ organization }) =>
        `جعلك أحد مسؤولي ${organization} ضيفًا لديها. تبقى مجموعاتك وتطبيقاتك وأدوارك محفوظة، وتسجّل الدخول كما كنت.`,
    },
  },
  erased: {
    subject: ({ organization }) => `مُحيت بياناتك لدى ${organization}`,
    lead: ({ organization }) =>
      `حُذف حسابك لدى ${organization} نهائيًا مع جميع بياناتك هناك. لا يستطيع أحد استعادته.`,
    unanswered: ({ organization, time }) =>
      `كنت قد طلبت من ${organization} في ${time} استعادة حسابك، ولم يُجب أحد هناك قبل حذفه نهائيًا.`,
    again: ({ organization }) => `تستطيع ${organization} دعوتك مرة أخرى؛ وستبدأ حينها من جديد.`,
  },
  requestAnswered: {
    subject: {
      removalDone: ({ organization }) => `أجابت ${organization} عن طلب إزالتك`,
      removalDeclined: ({ organization }) => `رفضت ${organization} طلب إزالتك`,
      restoreDone: ({ organization }) => `عاد حسابك لدى ${organization}`,
      restoreDeclined: ({ organization }) => `رفضت ${organization} طلب استعادة حسابك`,
    },
    enable: ({ organization }) =>
      `طلبت من ${organization} إزالتك، لكن أحد مسؤوليها فعّل حسابك بدلًا من ذلك.`,
    delete: ({ organization }) =>
      `طلبت من ${organization} إزالتك، وقد تم ذلك. تبيّن رسالة أخرى حتى متى يمكن التراجع عنه.`,
    restore: ({ organization }) =>
      `طلبت من ${organization} استعادة حسابك، وقد عاد بمجموعاته وتطبيقاته وأدواره.`,
    removalDeclined: ({ organization }) =>
      `طلبت من ${organization} إزالتك، ورفض أحد مسؤوليها ذلك، فيبقى حسابك كما هو.`,
    restoreDeclined: ({ organization }) =>
      `طلبت من ${organization} استعادة حسابك، ورفض أحد مسؤوليها ذلك، فتبقى مغادرتك قائمة.`,
    turnTo: ({ organization }) =>
      `يمكنك أن تطلب مرة أخرى من صفحة «المؤسسات»، أو أن تتواصل مع المسؤول عن بياناتك لدى ${organization}.`,
  },
}
