/** Signing in, signing out, passwords and the first organization, in Arabic. */
import type { SignInWords } from '../en/sign-in.ts'
import { pluralOf, waitOf } from '../speech.ts'

const plural = pluralOf('ar')
const wait = waitOf('ar')
const soon = {
  minutes: {
    zero: 'بعد قليل',
    one: 'بعد دقيقة',
    two: 'بعد دقيقتين',
    few: 'بعد # دقائق',
    many: 'بعد # دقيقة',
    other: 'بعد # دقيقة',
  },
  hours: {
    zero: 'بعد قليل',
    one: 'بعد ساعة',
    two: 'بعد ساعتين',
    few: 'بعد # ساعات',
    many: 'بعد # ساعة',
    other: 'بعد # ساعة',
  },
} as const

const characters = (least: number): string =>
  plural(least, {
    zero: '# حرف',
    one: 'حرف واحد',
    two: 'حرفين',
    few: '# أحرف',
    many: '# حرفًا',
    other: '# حرف',
  })

export const signIn: SignInWords = {
  signIn: 'تسجيل الدخول',
  next: 'التالي',
  signInName: 'اسم تسجيل الدخول',
  signInNameOrAddress: 'اسم تسجيل الدخول أو عنوان البريد الإلكتروني',
  signInNameHint: 'مثل ada@contoso.example. ترى في الصفحة التالية كيف تسجّل الدخول.',
  anotherName: 'استخدام اسم آخر',
  withPassword: 'تسجيل الدخول بكلمة مرور',
  otherWays: 'طرق أخرى لتسجيل الدخول',
  noName: 'هذا ليس اسمًا لتسجيل الدخول. اكتبه كاملًا، مثل ada@contoso.example.',
  noWays: (name) =>
    `اكتب اسمك أو عنوانك كاملًا، مثل ada@contoso.example: «${name}» وحده لا يبيّن كيف تسجّل الدخول.`,
  nameLost:
    'اكتب اسمك هنا مرة أخرى. إذا كنت قد كتبته للتو فإن متصفحك لا يحتفظ بملفات تعريف الارتباط: اسمح بها لهذا الموقع، وإلا تعذّر تسجيل دخولك.',
  password: 'كلمة المرور',
  forgot: 'هل نسيت كلمة المرور؟ اطلب من أحد مسؤولي مؤسستك الأم رابطًا لتعيين كلمة مرور.',
  stepUp: 'لتغيير ما تسجّل الدخول به، أثبت هويتك مرة أخرى. تبقى مسجّل الدخول في أثناء ذلك.',
  cookiesOff:
    'سجّلت الدخول قبل لحظات، لكن متصفحك لا يحتفظ بملفات تعريف الارتباط فنسي ذلك فورًا. اسمح بها لهذا الموقع، ثم سجّل الدخول من جديد.',
  emptyTitle: 'لم يُعَدّ شيء هنا بعد',
  empty: 'لا توجد في Guesthouse هذا أي مؤسسة بعد، فلا يستطيع أحد تسجيل الدخول.',
  emptyNext:
    'يفتح المشغّل رابط الإعداد الذي ظهر عند بدء التشغيل؛ وإعادة التشغيل تُظهر رابطًا جديدًا. أعد تحميل هذه الصفحة بعد ذلك.',
  wrong: 'الاسم وكلمة المرور غير متطابقين. تحقّق من كليهما وحاول مرة أخرى.',
  throttled: (seconds) => `محاولات كثيرة جدًا. حاول مرة أخرى ${wait(seconds, soon)}.`,
  disabledTitle: 'حسابك معطّل',
  disabled: (organization) =>
    `كلمة المرور صحيحة، لكن حسابك لدى ${organization}، مؤسستك الأم، معطّل. لا يمكنك تسجيل الدخول به في أي مكان، ولا يمكنك في هذه الأثناء مغادرة المؤسسات الأخرى بنفسك.`,
  disabledNext: (organization) => `اطلب من أحد مسؤولي ${organization} تفعيل حسابك.`,
  closed: (organization) => `${organization} مغلقة، فلا يستطيع أحد تسجيل الدخول هناك.`,
  askRemovalHint:
    'إذا أردت أن تزيلك المؤسسات التي تزورها ضيفًا، أو أن تستعيد حسابك مؤسسة أزالتك، فاطلب ذلك بعنوان بريدك الإلكتروني:',
  writeTo: (contact) => `مراسلة ${contact}`,
  signOut: 'تسجيل الخروج',
  signOutQuestion: 'هل تريد تسجيل الخروج من Guesthouse على هذا الجهاز؟',
  signedOut: 'تم تسجيل خروجك.',
  changePassword: 'تغيير كلمة المرور',
  mustChange: 'اختر كلمة مرور جديدة قبل المتابعة.',
  currentPassword: 'كلمة المرور الحالية',
  newPassword: 'كلمة المرور الجديدة',
  repeatPassword: 'كلمة المرور الجديدة مرة أخرى',
  passwordHint: (least) =>
    `ما لا يقل عن ${characters(least)}. جملة من عدة كلمات اختيار جيد؛ ولا تُشترط أرقام ولا رموز.`,
  changed: 'تم تغيير كلمة المرور. انتهت جلساتك الأخرى.',
  goOn: 'متابعة',
  back: 'رجوع',
  notTheSame: 'كلمتا المرور الجديدتان غير متطابقتين. اكتب كلتيهما من جديد.',
  currentWrong: 'كلمة المرور الحالية غير صحيحة. لم يتم تغيير كلمة المرور.',
  noPassword: 'أنت لا تسجّل الدخول هنا بكلمة مرور، فليس هناك ما يُغيَّر.',
  choosePassword: 'اختيار كلمة المرور',
  passwordFor: (name, organization) => `للحساب ${name} لدى ${organization}.`,
  passwordSet: 'تم تعيين كلمة المرور. سجّل الدخول بها الآن.',
  linkOver: 'لم يعد هذا الرابط صالحًا',
  linkOverWhy: 'استُخدم من قبل، أو مضت عليه مدة طويلة، أو حلّ محله رابط أحدث.',
  passwordLinkNext: 'اطلب من أحد مسؤولي مؤسستك رابطًا جديدًا.',
  setUpLinkNext: 'أعد تشغيل Guesthouse ليُظهر رابطًا جديدًا، ما دامت لا توجد أي مؤسسة.',
  setUp: 'إعداد Guesthouse',
  setUpIntro: 'أنشئ المؤسسة الأولى ومسؤولها الأول. يعمل هذا الرابط مرة واحدة.',
  organizationName: 'اسم المؤسسة',
  domain: 'النطاق',
  domainHint: 'تنتهي به أسماء تسجيل الدخول، مثل contoso.example',
  displayName: 'اسمك',
  localPart: 'اسم تسجيل الدخول، قبل العلامة @',
  make: 'إنشاء المؤسسة',
  setUpDone: 'المؤسسة جاهزة',
  setUpDoneNext: (name) => `سجّل الدخول باسم ${name} للمتابعة.`,

  weak: {
    tooShort: (least) =>
      `كلمة المرور الجديدة قصيرة جدًا. استخدم ما لا يقل عن ${characters(least)}؛ بضع كلمات تكفي لكلمة مرور جيدة.`,
    tooLong: 'كلمة المرور الجديدة أطول مما يمكن حفظه. استخدم 1024 بايت على الأكثر.',
    common: 'كلمة المرور الجديدة مما يخمّنه الآخرون سريعًا. استخدم عدة كلمات لا صلة بينها.',
    unchanged: 'كلمة المرور الجديدة هي نفسها الحالية. اختر كلمة مرور أخرى.',
    containsName: 'معظم كلمة المرور الجديدة هو اسمك أو عنوانك. استخدم شيئًا لا يعرفه الآخرون عنك.',
  },
  setUpProblem: {
    organizationName: 'أعط المؤسسة اسمًا من 1 إلى 256 حرفًا.',
    domain: 'يكون النطاق مثل contoso.example: أحرف لاتينية وأرقام وواصلات، مع نقطة.',
    displayName: 'اكتب اسمك، من 1 إلى 256 حرفًا.',
    localPart:
      'يُكتب اسم تسجيل الدخول بأحرف لاتينية وأرقام ونقاط وواصلات وشرطات سفلية، من دون @ وما بعدها.',
    password: 'اختر كلمة مرور.',
  },
}
