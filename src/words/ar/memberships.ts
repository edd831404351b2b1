/** The portal's page of organizations: belonging, leaving, invitations and requests; in Arabic. */
import type { MembershipWords } from '../en/memberships.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ar')

export const memberships: MembershipWords = {
  organizations: {
    title: 'المؤسسات',
    intro: 'المؤسسات التي تنتمي إليها، وكيفية مغادرتها.',
    cardHint: (count) =>
      plural(count, {
        zero: 'لا تنتمي إلى أي مؤسسة.',
        one: 'تنتمي إلى مؤسسة واحدة.',
        two: 'تنتمي إلى مؤسستين.',
        few: 'تنتمي إلى # مؤسسات.',
        many: 'تنتمي إلى # مؤسسة.',
        other: 'تنتمي إلى # مؤسسة.',
      }),
    home: 'المؤسسة الأم',
    homeWhy: 'حسابك تابع لهذه المؤسسة، لذا لا يمكن مغادرتها من هنا.',
    others: 'مؤسسات أخرى تتعاون معها',
    filter: 'البحث عن مؤسسة',
    matches: (count) =>
      plural(count, {
        zero: 'لا توجد مؤسسة مطابقة.',
        one: 'مؤسسة واحدة مطابقة.',
        two: 'مؤسستان مطابقتان.',
        few: '# مؤسسات مطابقة.',
        many: '# مؤسسة مطابقة.',
        other: '# مؤسسة مطابقة.',
      }),
    loading: 'جارٍ تحميل مؤسساتك…',
    emptyTitle: 'لا مؤسسات أخرى',
    emptyHint: 'تظهر المؤسسة هنا عندما تدعوك وتقبل دعوتها.',
    nothingFound: 'لا توجد مؤسسة مطابقة',
    nothingFoundHint: (search) => `لا يرد «${search}» في اسم أي من مؤسساتك ولا في نطاقها.`,
    notAmongMine:
      'المؤسسة التي يذكرها الرابط ليست من مؤسساتك. ربما غادرتها، أو أنها تعرفك بحساب آخر.',
    memberSince: 'عضو منذ',
    guestSince: 'ضيف منذ',
    joined: 'تاريخ الانضمام',
    invitedSince: 'تاريخ الدعوة',
    states: {
      active: 'نشط',
      invited: 'لم تُقبل الدعوة بعد',
      disabled: 'معطّل',
      left: 'غادرتها',
      removed: 'أُزيل حسابك',
    },
    invitationEnded: 'انتهت الدعوة',
    closed: 'المؤسسة مغلقة',
    closedHint: 'هذه المؤسسة مغلقة. لم يعد أحد يستطيع استخدام تطبيقاتها.',
    closedLeave:
      'هذه المؤسسة مغلقة. لم يعد أحد يستطيع استخدام تطبيقاتها؛ ولا يزال بإمكانك مغادرتها.',
    openAdmin: 'فتح مركز الإدارة',
    privacy: 'بيان الخصوصية',
    blocked: 'لا يمكنك مغادرة هذه المؤسسة الآن',
    write: (email) => `مراسلة ${email}`,
    more: (organization) => `المزيد بشأن ${organization}`,
    download: 'تنزيل بياناتي',
    leave: 'مغادرة المؤسسة',
    askRemoval: 'طلب الإزالة',
    askRestore: 'طلب الاستعادة',
    leftOn: 'تاريخ مغادرتك',
    removedOn: 'تاريخ إزالة حسابك هناك',
    undoableUntil: 'يمكنك التراجع حتى',
    restorableUntil: 'يمكن استعادته حتى',
    wasRestorableUntil: 'كان يمكن استعادته حتى',
    erasure: 'المحو',
    heldInstead: 'بياناتك هناك محفوظة بسبب إلزام بالحفظ. تُمحى عند انتهاء هذا الإلزام.',
    reference: 'المرجع',
  },
  leave: {
    title: (organization) => `مغادرة ${organization}؟`,
    confirm: 'مغادرة',
    lead: (organization) => `ينتهي حسابك لدى ${organization} فورًا، وينتهي معه:`,
    nothing: (organization) =>
      `ينتهي حسابك لدى ${organization} فورًا. ليست لك هناك مجموعات ولا تطبيقات ولا أدوار.`,
    looking: 'جارٍ البحث عما ستفقده…',
    notShown: 'لا يمكن عرض ما ستفقده الآن. ولا يزال بإمكانك المغادرة.',
    ends: {
      groups: (count) =>
        plural(count, {
          zero: 'لا مجموعات',
          one: 'مجموعة واحدة',
          two: 'مجموعتان',
          few: '# مجموعات',
          many: '# مجموعة',
          other: '# مجموعة',
        }),
      applications: (count) =>
        plural(count, {
          zero: 'لا تطبيقات',
          one: 'تطبيق واحد',
          two: 'تطبيقان',
          few: '# تطبيقات',
          many: '# تطبيقًا',
          other: '# تطبيق',
        }),
      applicationsThroughGroups: (count) =>
        plural(count, {
          zero: 'لا تطبيقات عن طريق مجموعات',
          one: 'تطبيق واحد عن طريق مجموعة',
          two: 'تطبيقان عن طريق مجموعات',
          few: '# تطبيقات عن طريق مجموعات',
          many: '# تطبيقًا عن طريق مجموعات',
          other: '# تطبيق عن طريق مجموعات',
        }),
      roles: (count) =>
        plural(count, {
          zero: 'لا أدوار في الدليل',
          one: 'دور واحد في الدليل',
          two: 'دوران في الدليل',
          few: '# أدوار في الدليل',
          many: '# دورًا في الدليل',
          other: '# دور في الدليل',
        }),
      ownedGroups: (count) =>
        plural(count, {
          zero: 'لا مجموعات تملكها',
          one: 'مجموعة واحدة تملكها',
          two: 'مجموعتان تملكهما',
          few: '# مجموعات تملكها',
          many: '# مجموعة تملكها',
          other: '# مجموعة تملكها',
        }),
      ownedApplications: (count) =>
        plural(count, {
          zero: 'لا تطبيقات تملكها',
          one: 'تطبيق واحد تملكه',
          two: 'تطبيقان تملكهما',
          few: '# تطبيقات تملكها',
          many: '# تطبيقًا تملكها',
          other: '# تطبيق تملكها',
        }),
      sponsoredGuests: (count) =>
        plural(count, {
          zero: 'لا ضيوف ترعاهم',
          one: 'ضيف واحد ترعاه',
          two: 'ضيفان ترعاهما',
          few: '# ضيوف ترعاهم',
          many: '# ضيفًا ترعاهم',
          other: '# ضيف ترعاهم',
        }),
      directReports: (count) =>
        plural(count, {
          zero: 'لا أشخاص يتبعون لك',
          one: 'شخص واحد يتبع لك',
          two: 'شخصان يتبعان لك',
          few: '# أشخاص يتبعون لك',
          many: '# شخصًا يتبعون لك',
          other: '# شخص يتبعون لك',
        }),
      sponsors: (count) =>
        plural(count, {
          zero: 'لا رعاة لك',
          one: 'راعٍ واحد لك',
          two: 'راعيان لك',
          few: '# رعاة لك',
          many: '# راعيًا لك',
          other: '# راعٍ لك',
        }),
      manager: (count) =>
        plural(count, {
          zero: 'لا مدير لك هناك',
          one: 'مديرك هناك',
          two: 'مديران لك',
          few: '# مديرين لك',
          many: '# مديرًا لك',
          other: '# مدير لك',
        }),
    },
    onlyOwner: 'لا يملكه أحد غيرك؛ سيبقى من دون مالك',
    andMore: (count) =>
      plural(count, {
        zero: 'ولا شيء غير ذلك',
        one: 'وواحد آخر',
        two: 'واثنان آخران',
        few: 'و# أخرى',
        many: 'و# أخرى',
        other: 'و# أخرى',
      }),
    afterTitle: 'إذا غيّرت رأيك',
    undo: (until) => `إن غادرت خطأً فيمكنك التراجع بنفسك حتى ${until}.`,
    restore: (date) => `يستطيع أحد المسؤولين إعادتك، مع كل ما هو مذكور هنا، حتى ${date}.`,
    restoreClosed: (date, organization) =>
      `${organization} مغلقة، فلن يعيدك أحد إلا إذا فُتحت من جديد قبل ${date}.`,
    again: 'بعد ذلك تحتاج العودة إلى دعوة جديدة.',
    download: 'تنزيل بياناتي أولًا',
    doneTitle: (organization) => `لقد غادرت ${organization}.`,
    doneHint: 'احتفظ بالمرجع: اذكره عندما تستفسر عن مغادرتك.',
    dismiss: 'إغلاق هذه الرسالة',
  },
  invitation: {
    accept: 'قبول',
    decline: 'رفض',
    acceptTitle: (organization) => `قبول دعوة ${organization}؟`,
    acceptText: (organization) =>
      `تتلقى ${organization} اسمك وعنوانك ووقت آخر تسجيل دخول لك هناك وما تفعله هناك. ويمكنك المغادرة بنفسك في أي وقت.`,
    acceptTextAsking: (organization) =>
      `تتلقى ${organization} اسمك وعنوانك ووقت آخر تسجيل دخول لك هناك وما تفعله هناك. لا تسمح ${organization} للضيوف بالمغادرة بأنفسهم: من يريد المغادرة يطلب من مسؤوليها إزالته.`,
    statement: (organization) => `قراءة بيان خصوصية ${organization}`,
    noStatement: (organization) => `لم تقدّم ${organization} بيان خصوصية.`,
    declineTitle: (organization) => `رفض دعوة ${organization}؟`,
    declineText: 'لن يبقى لك شيء هناك.',
    forGood: (organization) => `رفض جميع الدعوات القادمة من ${organization}`,
    remove: 'إزالة من قائمتي',
    removeTitle: (organization) => `هل تريد إزالة ${organization} من قائمتك؟`,
    removeText: (organization) =>
      `تُحذف الدعوة لدى ${organization} ولا يبقى هناك شيء من بياناتك. يمكن أن تدعوك ${organization} مرة أخرى.`,
    removed: (organization) => `أُزيلت ${organization} من قائمتك.`,
    homeShut: (organization) =>
      `لا يمكن استخدام حسابك لدى مؤسستك الأم، لذلك لا يمكنك قبول دعوة ${organization} الآن. ويمكنك رفضها.`,
    endedHint: (organization) =>
      `انتهت الدعوة ولم يعد بإمكان أحد قبولها. اطلب دعوة جديدة من ${organization}.`,
    accepted: (organization) => `أصبحت الآن ضيفًا لدى ${organization}.`,
    declined: (organization) => `لقد رفضت دعوة ${organization}.`,
  },
  request: {
    removalTitle: (organization) => `طلب الإزالة من ${organization}؟`,
    removalText: (organization) =>
      `يرى مسؤولو ${organization} طلبك. ويمكنهم حذف حسابك، أو تمكينك من المغادرة.`,
    restoreTitle: (organization) => `طلب استعادة حسابك لدى ${organization}؟`,
    restoreText: (organization) =>
      `يرى مسؤولو ${organization} طلبك. وإذا وافقوا عاد حسابك بمجموعاته وتطبيقاته.`,
    message: 'رسالة إلى المسؤولين (اختيارية)',
    send: 'إرسال الطلب',
    sent: (organization) => `سُجِّل طلبك إلى ${organization}.`,
    state: {
      removal: {
        open: 'طلبت إزالتك. لم يُجب المسؤولون بعد.',
        done: 'أُجيب عن طلب إزالتك: يمكن المتابعة.',
        declined: 'رُفض طلب إزالتك.',
        withdrawn: 'سحبت طلب إزالتك.',
        expired: 'انتهى طلب إزالتك دون جواب. يمكنك أن تطلب مرة أخرى.',
      },
      restore: {
        open: 'طلبت استعادة حسابك. لم يُجب المسؤولون بعد.',
        done: 'قُبل طلب استعادة حسابك.',
        declined: 'رُفض طلب استعادة حسابك.',
        withdrawn: 'سحبت طلب استعادة حسابك.',
        expired: 'انتهت المهلة التي كان يمكن فيها استعادة حسابك.',
      },
    },
    theyWrite: 'كُتب إليك:',
    asked: 'تاريخ الطلب',
    answered: 'تاريخ الجواب',
  },
  acts: {
    withdraw: {
      title: (organization) => `سحب طلبك المقدّم إلى ${organization}؟`,
      text: (organization) => `لن يراه مسؤولو ${organization} بعد ذلك. ويمكنك أن تطلب مرة أخرى.`,
      confirm: 'سحب الطلب',
      done: () => 'سُحب طلبك.',
    },
    undo: {
      title: (organization) => `هل تريد التراجع عن مغادرة ${organization}؟`,
      text: (organization) =>
        `يعود حسابك لدى ${organization} كما كان، مع مجموعاته وتطبيقاته وأدواره ما دامت موجودة. ويرى مسؤولوها أنك عدت.`,
      confirm: 'التراجع عن المغادرة',
      done: (organization) => `لقد عدت إلى ${organization}.`,
      doneDisabled: (organization) =>
        `عاد حسابك لدى ${organization}. لا يزال معطَّلًا، ولا يمكنك استخدامه حتى يفعّله أحد المسؤولين هناك.`,
    },
    refuse: {
      title: (organization) => `رفض جميع الدعوات القادمة من ${organization}؟`,
      text: (organization) =>
        `لا تستطيع ${organization} دعوتك من جديد، بأي من أسمائك، إلى أن تلغي ذلك في هذه الصفحة. وإن كنت قد طلبت استعادة حسابك ولم يُجب أحد، فسيُسحب ذلك الطلب.`,
      confirm: 'رفض الدعوات القادمة',
      done: (organization) => `لم تعد ${organization} تستطيع دعوتك.`,
    },
  },
  refusals: {
    title: 'الدعوات المرفوضة',
    hint: 'لا تستطيع هذه المؤسسات دعوتك. ألغِ الرفض إذا أردت السماح لها بذلك من جديد.',
    since: 'رُفضت في',
    takeBack: 'إلغاء الرفض',
    takeBackNamed: (organization) => `إلغاء رفض دعوات ${organization}`,
    done: (organization) => `تستطيع ${organization} دعوتك من جديد.`,
  },
}
