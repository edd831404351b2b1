/**
 * What the OpenID Connect provider asks: agreeing, choosing an account, devices, signing out; in
 * Arabic.
 */
import { permissions } from './permissions.ts'
import type { ConsentWords } from '../en/consent.ts'

export const consent: ConsentWords = {
  goOn: 'متابعة',
  goingOn: 'لحظة من فضلك',
  goingOnWhy: 'جارٍ إعادتك إلى التطبيق.',
  back: 'العودة إلى التطبيق',
  portal: 'مؤسساتي',
  accept: 'قبول',
  decline: 'رفض',
  consentTitle: (application) => `تسجيل الدخول إلى ${application}؟`,
  consent: (application, organization) =>
    `${application} تطبيق تابع لـ ${organization}. سيعرف اسمك وعنوانك والأدوار التي لك في التطبيق.`,
  consentWithGroups: (application, organization) =>
    `${application} تطبيق تابع لـ ${organization}. سيعرف اسمك وعنوانك ومجموعاتك لدى ${organization} والأدوار التي لك في التطبيق.`,
  foreign: (publisher) => `وهو تابع لمؤسسة أخرى، ${publisher}. لم يتحقق أحد هنا من هويتها.`,
  consentForeign: (application, publisher, organization) =>
    `${application} تطبيق تابع لـ ${publisher} وتستخدمه ${organization}. سيعرف اسمك وعنوانك والأدوار التي لك في التطبيق.`,
  consentForeignWithGroups: (application, publisher, organization) =>
    `${application} تطبيق تابع لـ ${publisher} وتستخدمه ${organization}. سيعرف اسمك وعنوانك ومجموعاتك لدى ${organization} والأدوار التي لك في التطبيق.`,
  allowAt: (application, resource) =>
    `يطلب ${application} السماح له، لدى ${resource} وباسمك، بما يلي:`,
  admin: {
    title: (application, organization) =>
      `السماح للتطبيق ${application} بالعمل لدى ${organization}؟`,
    ofOwn: (application, organization) => `${application} تطبيق تابع لـ ${organization}.`,
    forPeople: (organization) =>
      `نيابةً عن الأشخاص لدى ${organization}، بصلاحيات كل منهم وبعد أن يسمحوا بذلك بأنفسهم:`,
    forPeopleAt: (resource) => `لدى ${resource}، باسم الجميع، دون سؤالهم:`,
    byItself: (organization) =>
      `من تلقاء نفسه، في دليل ${organization}، دون أن يكون أحد مسجّل الدخول:`,
    byItselfAt: (resource) => `من تلقاء نفسه، لدى ${resource}:`,
    ofEach: {
      'Directory.AccessAsUser.All': 'القيام هناك بما يحق لكل منهم القيام به',
      'User.Read': 'قراءة مستخدم كل منهم هناك',
      'UserAuthenticationMethod.Read': 'قراءة كيفية تسجيل دخول كل منهم',
    },
    ownApplications: 'تسجيل تطبيقات، وقراءة ما يملكه منها وتغييره',
    createGroups: 'إنشاء مجموعات',
    nothing: 'لا يطلب أكثر من تسجيل دخول الأشخاص.',
    undo: 'يمكن سحب كل ذلك في أي وقت، في مركز الإدارة ضمن «التطبيقات».',
    accept: 'الموافقة باسم المؤسسة',
    cannotTitle: 'لا يمكن الرد على هذا الطلب',
    mayNot: (organization) =>
      `يتطلب ذلك أحد مسؤولي ${organization} ممن يديرون التطبيقات، ولما هو مطلوب في الدليل، ممن يمنحون الأدوار. اطلب من أحدهم فتح هذا الرابط.`,
    unknown:
      'لا يوجد تطبيق يمكن لهذه المؤسسة استخدامه بمعرّف العميل هذا وبهذا العنوان. اطلب ممن أعطاك الرابط التحقق منهما.',
  },
  anywhere: {
    startTitle: (application, organization) => `استخدام ${application} لدى ${organization}؟`,
    startForMe: (application, organization) =>
      `إذا وافقت، فسيُسجَّل دخولك إلى ${application} بحسابك لدى ${organization}، وسيعرف اسمك وعنوانك وأدوارك فيه، ومجموعاتك إن طلبها. لا يمكنه بذلك شيء آخر، ولا يُسجَّل بذلك دخول أي شخص آخر، ويمكن لمسؤولي ${organization} إنهاء ذلك في أي وقت.`,
    start: (application, organization) =>
      `لا يُستخدم ${application} لدى ${organization} بعد. إذا وافقت، فسيتمكن أشخاص ${organization} من تسجيل الدخول إليه، وسيعرف اسم كل من يفعل ذلك وعنوانه وأدواره، ومجموعاته إن طلبها. لا يمكنه بذلك شيء آخر، ويمكن لمسؤولي ${organization} إنهاء ذلك في أي وقت.`,
    administratorTitle: (application) => `يجب أن يسمح أحد المسؤولين بالتطبيق ${application}`,
    administrator: (application, organization) =>
      `لدى ${organization} لا يقرر استخدامك للتطبيق ${application} إلا أحد المسؤولين. أرسل إلى أحدهم هذا الرابط:`,
    noHome:
      'لا ينتمي حسابك هنا إلى أي مؤسسة، ولذلك لا يمكن لهذا التطبيق معرفة أين يسجل دخولك. اطلب ممن يديرونه عنوان المؤسسة التي أنت ضيف لديها.',
  },
  allowTitle: (application) => `السماح للتطبيق ${application} بالتصرف نيابةً عنك؟`,
  allow: (application) =>
    `${application} ليس جزءًا من Guesthouse. وهو يطلب السماح له، في جميع مؤسساتك، بما يلي:`,
  allowRead: {
    you: 'معرفة من أنت، وإلى أي المؤسسات تنتمي، وما لديها من معلومات عنك',
    signIns: 'معرفة أين ومتى سجّلت الدخول، وأي التطبيقات تستطيع التصرف نيابةً عنك',
  },
  allowWrite: {
    leave: 'مغادرة المؤسسات نيابةً عنك، وقبول الدعوات ورفضها',
    end: 'إنهاء جلساتك ووصول التطبيقات، ومراسلة المسؤولين باسمك',
  },
  allowInDirectory: (application, organization) =>
    `يطلب ${application} السماح له، في دليل ${organization} وبصلاحياتك هناك، بما يلي:`,
  allowReadDirectory: (organization) =>
    `قراءة ما يحق لك قراءته عن مستخدمي ${organization} ومجموعاتها وتطبيقاتها`,
  allowAll: {
    read: 'قراءة كل ما يحق لك قراءته',
    act: 'فعل كل ما يحق لك فعله باسمك، بما في ذلك بصفتك مسؤولًا',
  },
  permissions,
  allowGoesTo: (host) => `ما تسمح به يصل إلى ${host}.`,
  allowOnlyWhen:
    'اسمح بذلك فقط إذا كنت قد فتحت هذا التطبيق بنفسك وتتوقع هذا الطلب. تُسأل من جديد إذا تغيّرت عناوينه أو أذوناته، ويمكنك إنهاء وصوله من «عرض الحساب».',
  allowUntil: 'ينتهي ذلك عند تسجيل خروجك، أو عند إنهائك وصوله من «عرض الحساب».',
  allowAccept: 'سماح',
  chooseTitle: (application) => `أي حساب للتطبيق ${application}؟`,
  chooseNow: (displayName) => `أنت مسجّل الدخول باسم ${displayName}.`,
  chooseNowNamed: (displayName, name) => `أنت مسجّل الدخول باسم ${displayName} (${name}).`,
  chooseStay: (displayName) => `المتابعة باسم ${displayName}`,
  another: 'استخدام حساب آخر',
  cannotTitle: (application) => `لا يمكنك فتح ${application}`,
  stranger: (organization) => `أنت لا تنتمي إلى ${organization}. اطلب دعوة ممن أعطاك هذا الرابط.`,
  invited: (organization) =>
    `لم تُقبل دعوتك إلى ${organization} بعد. افتح الرابط الذي في الدعوة المرسلة إليك، واقبلها أولًا.`,
  disabled: (organization) =>
    `حسابك لدى ${organization} معطّل. اطلب من أحد مسؤولي ${organization} تفعيله.`,
  left: (organization) =>
    `لقد غادرت ${organization}. إذا كان ذلك خطأً فاطلب من مسؤوليها استعادة حسابك؛ وستجد في «مؤسساتي» حتى متى يمكنهم ذلك.`,
  removed: (organization) =>
    `أُزيل حسابك لدى ${organization}. إذا كان ذلك خطأً فاسأل أحد مسؤولي ${organization}.`,
  closed: (organization) =>
    `${organization} مغلقة، فلا يستطيع أحد تسجيل الدخول هناك. لا يمسّ ذلك مؤسساتك الأخرى.`,
  factorNeeded: (application) =>
    `يطلب ${application} تسجيل دخول أقوى مما لديك. افتح «مؤسساتي»، وأضف مفتاح مرور أو تطبيق مصادقة من «عرض الحساب»، ثم سجّل الدخول به.`,
  notAssigned: (organization) =>
    `هذا التطبيق مخصص لمن أُسند إليهم فقط، ولم يُسند إليك. اطلب من أحد مسؤولي ${organization} إسناده إليك.`,
  deviceTitle: 'ربط جهاز',
  deviceCode: 'الرمز',
  deviceHint: 'الرمز الذي يعرضه الجهاز، مثل WDJB-MJHT',
  deviceAsk: (application) => `هل هذا هو الرمز الذي يعرضه ${application} على جهازك؟`,
  deviceWarning:
    'إذا أرسل أحدهم إليك هذا الرمز فارفض: وإلا سُجّل دخول من عرضه باسمك. لا تقبل إلا رمزًا تراه على جهاز لك.',
  deviceDone: 'تم ربط الجهاز. يمكنك إغلاق هذه الصفحة والمتابعة هناك.',
  deviceWrong:
    'هذا الرمز لا يعمل. ربما كُتب خطأً، أو استُخدم، أو مضت عليه مدة طويلة. اطلب من الجهاز رمزًا جديدًا وحاول مرة أخرى.',
  deviceOver:
    'بقيت هذه الصفحة مفتوحة مدة طويلة، أو أن هذا المتصفح لا يحتفظ لها بملفات تعريف الارتباط. اسمح بها، واكتب الرمز من جديد.',
  deviceAgain: 'كتابة الرمز من جديد',
  deviceDeclined: 'لقد رفضت. لم يُربط الجهاز.',
  signOutTitle: 'تسجيل الخروج',
  signOutAsk: 'هل تريد تسجيل الخروج من Guesthouse، ومن كل تطبيق فتحته عن طريقه على هذا الجهاز؟',
  signOut: 'تسجيل الخروج',
  stay: 'البقاء مسجّل الدخول',
  signedOut: 'تم تسجيل خروجك.',
  stayed: 'ما زلت مسجّل الدخول إلى Guesthouse.',
  alsoSignedOut: 'يتم تسجيل خروج هذا المتصفح من هذه التطبيقات أيضًا:',
  notAnswered:
    'لم تستجب هذه التطبيقات. قد تكون ما زلت مسجّل الدخول فيها: سجّل الخروج منها أيضًا، أو أغلق المتصفح.',
  notTold:
    'عدد هذه التطبيقات أكبر مما يمكن إبلاغه دفعة واحدة. قد تكون ما زلت مسجّل الدخول فيها: سجّل الخروج منها أيضًا، أو أغلق المتصفح.',
  errorTitle: 'لا يمكن متابعة تسجيل الدخول هذا',
  errorNext:
    'افتح التطبيق مرة أخرى وابدأ منه. وإذا تكرر ذلك فأبلغ مشغّلي التطبيق بما هو مكتوب أدناه.',
}
