/** The portal's list of organizations, and leaving many at once; in Arabic. */
import type { DeskWords } from '../en/desk.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ar')

const counted = (name: string) => `${name} (#)`

export const desk: DeskWords = {
  back: 'العودة إلى مؤسساتي',
  openApps: 'فتح تطبيقاتها',
  filter: 'عرض',
  filters: {
    all: 'الكل',
    active: 'نشطة',
    unused: (days) =>
      `غير مستخدمة منذ ${plural(days, { zero: '# يوم', one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' })}`,
    waiting: 'دعوات تنتظر الرد',
    blocked: 'لا يمكن مغادرتها الآن',
    ended: 'غادرتها أو أُزلت منها',
    hidden: 'مخفية',
  },
  counted: (name, count) =>
    plural(count, {
      zero: counted(name),
      one: counted(name),
      two: counted(name),
      few: counted(name),
      many: counted(name),
      other: counted(name),
    }),
  order: 'الترتيب',
  orders: { use: 'الأحدث استخدامًا أولًا', longestUnused: 'الأطول دون استخدام أولًا', name: 'حسب الاسم' },
  apply: 'بحث',
  nothingHere: 'لا شيء من هذا النوع. اختر «الكل» لرؤية البقية.',
  lastUsed: (date) => `آخر استخدام في ${date}`,
  notRecorded: 'الاستخدام غير مسجل',
  select: (organization) => `تحديد ${organization}`,
  selectAll: 'تحديد الكل في هذه الصفحة',
  selected: 'المحدد:',
  clear: 'إلغاء التحديد',
  selectFound: (count) =>
    plural(count, {
      zero: 'تحديد كل ما وُجد (#)',
      one: 'تحديد المؤسسة التي وُجدت',
      two: 'تحديد المؤسستين اللتين وُجدتا',
      few: 'تحديد كل ما وُجد (#)',
      many: 'تحديد كل ما وُجد (#)',
      other: 'تحديد كل ما وُجد (#)',
    }),
  leaveSelected: 'مغادرة المحدد',
  firstPage: 'الصفحة الأولى',
  nextPage: 'الصفحة التالية',
  hide: 'إخفاء من قائمتي',
  show: 'إظهار في قائمتي من جديد',
  hidden: (organization) =>
    `أُخفيت ${organization} من قائمتك. تجدها تحت «مخفية»، ولم يتغير انتماؤك إليها.`,
  shown: (organization) => `تظهر ${organization} في قائمتك من جديد.`,
  showAtHome: 'السماح لمؤسستي الأم برؤية ذلك',
  hideAtHome: 'عدم السماح لمؤسستي الأم برؤية ذلك بعد الآن',
  shownAtHome: (organization) =>
    `يرى مسؤولو مؤسستك الأم الآن أنك ضيف لدى ${organization}، ومتى يتغير ذلك، وقد ترى ${organization} ما إذا كان حسابك في مؤسستك الأم مفعّلًا، ومنذ متى لم يعد كذلك. يمكنك التراجع عن ذلك في أي وقت.`,
  hiddenAtHome: (organization) =>
    `لم تعد مؤسستك الأم ترى أنك ضيف لدى ${organization}. ولم تعد تلك المؤسسة ترى حالة حسابك في مؤسستك الأم. وما هو مسجّل في السجلات من قبل يبقى فيها.`,
  notYours: 'ليست من مؤسساتك',
  many: {
    title: (count) =>
      plural(count, {
        zero: 'مغادرة # مؤسسة؟',
        one: 'مغادرة مؤسسة واحدة؟',
        two: 'مغادرة مؤسستين؟',
        few: 'مغادرة # مؤسسات؟',
        many: 'مغادرة # مؤسسة؟',
        other: 'مغادرة # مؤسسة؟',
      }),
    lead: 'تنتهي حساباتك فيها فورًا، ومعها في المجموع:',
    nothing: 'تنتهي حساباتك فيها فورًا. ليست لديك في أي منها مجموعات أو تطبيقات أو أدوار.',
    atOnce: (most, rest) =>
      `يمكن مغادرة ${most} على الأكثر دفعة واحدة؛ ويمكنك مغادرة البقية (${rest}) بعد ذلك.`,
    each: 'كل واحدة على حدة',
    restorable: (organization, date) => `${organization}: يمكن الاستعادة حتى ${date}.`,
    afterwards: 'يستطيع مسؤولو كل مؤسسة إعادتك حتى تاريخها. بعد ذلك تحتاج العودة إلى دعوة جديدة.',
    afterwardsOpen:
      'يستطيع مسؤولو كل مؤسسة غير مغلقة إعادتك حتى تاريخها. بعد ذلك تحتاج العودة إلى دعوة جديدة.',
    undo: (until) => `إن غادرت خطأً فيمكنك التراجع عن كل مغادرة بنفسك حتى ${until}.`,
    undoSome: (count, until) => {
      const some = `يمكنك التراجع عن # منها بنفسك حتى ${until}؛ ويبيّن «كل واحدة على حدة» أيّها.`
      return plural(count, {
        zero: some,
        one: `يمكنك التراجع عن واحدة منها بنفسك حتى ${until}؛ ويبيّن «كل واحدة على حدة» أيّها.`,
        two: `يمكنك التراجع عن اثنتين منها بنفسك حتى ${until}؛ ويبيّن «كل واحدة على حدة» أيّها.`,
        few: some,
        many: some,
        other: some,
      })
    },
    undoable: (date) => `يمكنك التراجع بنفسك حتى ${date}.`,
    unowned: 'هذا سيبقى بلا أحد',
    unownedText:
      'يمكنك لكل مؤسسة من هذه تعيين خلف ومغادرتها في الخطوة نفسها. وإن غادرت دون ذلك بقي بلا أحد حتى يسوّيه المسؤولون.',
    blocked: 'هذه لا يمكن مغادرتها الآن',
    ask: (count) =>
      plural(count, {
        zero: 'اطلب بدلًا من ذلك من المسؤولين إزالتي',
        one: 'اطلب بدلًا من ذلك من مسؤوليها إزالتي',
        two: 'اطلب بدلًا من ذلك من مسؤولي هاتين المؤسستين إزالتي',
        few: 'اطلب بدلًا من ذلك من مسؤولي هذه المؤسسات (#) إزالتي',
        many: 'اطلب بدلًا من ذلك من مسؤولي هذه المؤسسات (#) إزالتي',
        other: 'اطلب بدلًا من ذلك من مسؤولي هذه المؤسسات (#) إزالتي',
      }),
    left: (count) =>
      plural(count, {
        zero: 'لم تغادر أي مؤسسة.',
        one: 'غادرت مؤسسة واحدة.',
        two: 'غادرت مؤسستين.',
        few: 'غادرت # مؤسسات.',
        many: 'غادرت # مؤسسة.',
        other: 'غادرت # مؤسسة.',
      }),
    receipt: 'إيصال واحد لها جميعًا',
    leftNone: 'لم تغادر أيًّا منها.',
    notLeft: (organization) => `لم تغادر ${organization}.`,
  },
  apps: {
    none: (search) => `لا توجد مؤسسة متاحة لك تطابق «${search}».`,
    all: 'كل مؤسساتي',
  },
}
