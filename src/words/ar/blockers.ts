/**
 * What stands in the way of leaving, and why something that a person asks for is not done; in
 * Arabic.
 */
import type { BlockersWords } from '../en/blockers.ts'

export const blockers: BlockersWords = {
  yourHome: 'مؤسستك الأم',
  reason: {
    homeOrganization: {
      message: (organization) => `${organization} هي مؤسستك الأم. لا يمكنك مغادرة مؤسستك الأم.`,
      nextStep: (organization) =>
        `إذا أردت إنهاء حسابك لدى ${organization}، فاطلب من مسؤوليها حذفه.`,
    },
    disabledAtHome: {
      message: (_, home) =>
        `حسابك معطّل لدى ${home}، وهي مؤسستك الأم، ولذلك لا يمكنك مغادرة أي مؤسسة.`,
      nextStep: (_, home) =>
        `اطلب من أحد مسؤولي ${home} تفعيل حسابك ثم غادر، أو اطلب إزالتك: يستطيع المسؤولون هنا حذف حساب الضيف الخاص بك.`,
    },
    homeDeleted: {
      message: (_, home) =>
        `حسابك لدى ${home}، وهي مؤسستك الأم، محذوف، ولذلك لا يمكنك مغادرة أي مؤسسة بنفسك.`,
      nextStep: (organization) =>
        `اطلب إزالتك: يستطيع أحد مسؤولي ${organization} حذف حساب الضيف الخاص بك.`,
    },
    homeClosed: {
      message: (_, home) => `${home}، وهي مؤسستك الأم، مغلقة، ولذلك لا يمكنك مغادرة أي مؤسسة بنفسك.`,
      nextStep: (organization) =>
        `اطلب إزالتك، هنا أو برمز يُرسل إلى العنوان المدعو: يستطيع أحد مسؤولي ${organization} حذف حساب الضيف الخاص بك.`,
    },
    disabledInOrganization: {
      message: (organization) => `حسابك معطّل لدى ${organization}، ولذلك لا يمكنك المغادرة بنفسك.`,
      nextStep: (organization) =>
        `اطلب إزالتك: يستطيع أحد مسؤولي ${organization} حذف حسابك، أو تفعيله لتتمكن من المغادرة.`,
    },
    leavingNotAllowed: {
      message: (organization) => `لا تسمح ${organization} للضيوف بالمغادرة بأنفسهم.`,
      nextStep: (organization) =>
        `اطلب إزالتك، أو راسل جهة الاتصال المعنية بالخصوصية لدى ${organization}.`,
    },
    lastAdministrator: {
      message: (organization) =>
        `أنت الوحيد لدى ${organization} الذي يحمل دور «مسؤول عام» ولا يزال قادرًا على التصرف.`,
      nextStep: () =>
        'عيّن خلفًا لك وغادر في الخطوة نفسها. أو أسند دور «مسؤول عام» إلى شخص آخر أولًا، ثم غادر.',
    },
  },
  closed: {
    disabledAtHome: {
      nextStep: (organization, home) =>
        `اطلب من أحد مسؤولي ${home} تفعيل حسابك ثم غادر، أو اطلب إزالتك، هنا أو برمز يُرسل إلى العنوان المدعو: ${organization} مغلقة، ولذلك لا يلزم أن يجيب أحد، ويُحذف حساب الضيف الخاص بك تلقائيًا.`,
      liftedBy: (organization, home) =>
        `أحد مسؤولي ${home}. ${organization} مغلقة، ومن يطلب إزالته يُزال تلقائيًا.`,
    },
    homeDeleted: {
      nextStep: (organization) =>
        `اطلب إزالتك، هنا أو برمز يُرسل إلى العنوان المدعو: ${organization} مغلقة، ولذلك لا يلزم أن يجيب أحد، ويُحذف حساب الضيف الخاص بك تلقائيًا.`,
      liftedBy: (organization) =>
        `لا يلزم أحد: ${organization} مغلقة، ومن يطلب إزالته يُزال تلقائيًا.`,
    },
  },
  liftedBy: {
    nobody: (organization) => `لا أحد؛ يستطيع أحد مسؤولي ${organization} حذف حسابك.`,
    homeOrAdministrators: (organization, home) =>
      `أحد مسؤولي ${home}، أو أحد مسؤولي ${organization} بحذف حساب الضيف الخاص بك.`,
    administrators: (organization) => `أحد مسؤولي ${organization}.`,
    themselves: () => 'أنت بنفسك.',
  },
  refusal: {
    leaveBlocked: (organization, why) => `لا يمكنك مغادرة ${organization} الآن. ${why}`,
    nothingToShow:
      'لا يوجد ما توافق عليه: لست هناك ضيفًا له مؤسسة أم، أو أن تلك المؤسسة لا تخبر أي مؤسسة أم بضيوفها.',
    organizationNotFound: 'لا تنتمي إلى مؤسسة بهذا المعرّف.',
    neverThere: 'لا تنتمي إلى مؤسسة بهذا المعرّف، ولم تغادر مؤسسة كهذه.',
    alreadyRemoved: 'أُزيل حسابك في هذه المؤسسة من قبل؛ لم يبقَ ما تغادره.',
    homeClosed:
      'مؤسستك الأم مغلقة، ولذلك لا يمكنك استخدام غيرها من خلالها. يمكنك أن تطلب منها إزالتك.',
    noLongerThere: (organization) =>
      `لم تعد لدى ${organization}. اطلب استعادة حسابك، أو اطلب دعوة جديدة.`,
    organizationClosed: (organization) => `${organization} مغلقة. لم يعد أحد يستطيع استخدامها.`,
    organizationClosedLeave: (organization) => `${organization} مغلقة. لا يزال بإمكانك مغادرتها.`,
    notAccepted: (organization) => `لم تقبل دعوة ${organization} بعد. اقبلها أولًا.`,
    providerNotTrusted: (organization) =>
      `لم تعد ${organization} تثق بالموفّر الذي سجّلت الدخول من خلاله. سجّل الدخول بطريقة أخرى، أو اسأل مسؤوليها.`,
    disabledThere: (organization) => `حسابك معطّل لدى ${organization}. اسأل مسؤوليها.`,
    homeAccountDeleted:
      'حسابك لدى مؤسستك الأم محذوف. لا يزال بإمكانك رؤية مؤسساتك، وأن تطلب منها إزالتك.',
    homeAccountDisabled: 'حسابك معطّل لدى مؤسستك الأم. اطلب من مسؤوليها تفعيله.',
    signedOut: 'لم تعد مسجّل الدخول. سجّل الدخول من جديد.',
    canLeave: 'لا شيء يمنعك: يمكنك مغادرة هذه المؤسسة بنفسك.',
    nothingToRestore:
      'لا شيء هنا لاستعادته: حسابك موجود، أو المؤسسة مغلقة، أو انقضت المدة التي يمكن فيها استعادته.',
    requestNotFound: 'ليس لديك طلب بهذا المعرّف في هذه المؤسسة.',
    alreadyAnswered: 'هذا الطلب أُجيب عنه أو سُحب من قبل؛ لا شيء لسحبه.',
    stillHere: 'لا تزال في هذه المؤسسة. غادرها أولًا، أو ارفض دعوتها؛ ثم ارفض ما بعدها.',
    refusalNotFound: 'ليس لديك رفض بهذا المعرّف. ربما أُلغي من قبل.',
    sessionNotFound: 'ليس لديك جلسة بهذا المعرّف. ربما انتهت من قبل.',
    consentNotFound: 'لا تطبيق بهذا المعرّف يستطيع التصرف نيابةً عنك. ربما انتهى ذلك من قبل.',
    invitationOver: 'لا توجد هناك دعوة مفتوحة لك. إذا أردت الانضمام، فاطلب من المؤسسة دعوة جديدة.',
    domainNotAllowed: (organization) =>
      `لم تعد ${organization} تقبل أشخاصًا من نطاقك. اسأل من دعاك.`,
    ownDomain: (organization) =>
      `أصبح العنوان المدعو في نطاق تابع لمؤسسة ${organization} نفسها. اطلب من مسؤوليها أن يجعلوك عضوًا.`,
    guestDisabled: (organization) =>
      `حسابك لدى ${organization} معطّل، ولذلك لا يمكن قبول دعوتها. اطلب من مسؤوليها تفعيله، أو اطلب إزالتك.`,
    inviteeRefuses: (organization) => `رفضتَ كل دعوة أخرى من ${organization}. ألغِ ذلك أولًا، ثم اقبل.`,
    declineBlocked:
      'لديك حساب هناك بالفعل، فالرفض يعني المغادرة، وهناك ما يمنعها. قائمة مؤسساتك تذكر ما هو.',
  },
}
