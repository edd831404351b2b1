/** The mails, in Arabic. */
import type { MailWords } from '../en/mail.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ar')

export const mail: MailWords = {
  frame: {
    fact: ({ label, value }) => `${label}: ${value}`,
    before: ({ label }) => `${label}:`,
    fromOrganization: ({ organization, domain, host }) =>
      `تتعلق هذه الرسالة بالمؤسسة ${organization} (${domain})، وقد أرسلها Guesthouse من العنوان ${host}.`,
    fromInstallation: ({ host }) => `أرسل Guesthouse هذه الرسالة من العنوان ${host}.`,
    questions: ({ organization }) => `للاستفسار عن بياناتك لدى ${organization}`,
    openOrganization: ({ organization }) => `فتح ${organization} في قائمة مؤسساتك`,
    theyWrite: 'كُتب إليك:',
  },

  signInCode: {
    subject: 'رمزك للدخول إلى Guesthouse',
    yours: ({ code }) => `رمزك هو ${code}`,
    works: ({ minutes }) =>
      `يعمل الرمز مرة واحدة، خلال ${plural(minutes, { zero: '# دقيقة', one: 'دقيقة واحدة', two: 'دقيقتين', few: '# دقائق', many: '# دقيقة', other: '# دقيقة' })}، في المتصفح الذي طُلب منه. لن يطلبه منك أحد من Guesthouse أبدًا.`,
    notYou: 'إذا لم تطلب رمزًا فلا داعي لأي إجراء: لا يدخل أحد من دونه.',
  },

  newBrowser: {
    subject: 'تسجيل دخول جديد إلى حسابك',
    lead: 'سجّل أحدهم الدخول إلى حسابك من متصفح لم يُستخدم لذلك من قبل.',
    when: 'الوقت',
    browser: 'المتصفح',
    browserOn: ({ browser, system }) => `${browser} على ${system}`,
    unknownBrowser: 'متصفح لا يذكر اسمه',
    unknownBrowserOn: ({ system }) => `متصفح لا يذكر اسمه، على ${system}`,
    notYouPassword:
      'إذا كنت أنت فلا داعي لأي إجراء. وإلا فأنهِ تلك الجلسة وغيّر كلمة المرور في هذه الصفحة.',
    notYou:
      'إذا كنت أنت فلا داعي لأي إجراء. وإلا فأنهِ تلك الجلسة في هذه الصفحة، وتأكد من أن أحدًا غيرك لا يستطيع استخدام ما تسجّل الدخول به، مثل صندوق بريدك.',
    open: 'عرض جلساتك',
  },

  factorChanged: {
    subject: {
      passkeyAdded: 'أُضيف مفتاح مرور إلى حسابك',
      passkeyRemoved: 'أُزيل مفتاح مرور من حسابك',
      authenticatorAdded: 'تم إعداد تطبيق مصادقة لحسابك',
      authenticatorRemoved: 'أُزيل تطبيق المصادقة من حسابك',
      recoveryCodesMade: 'أُنشئت رموز استرداد جديدة لحسابك',
      factorsReset: 'أُزيلت مفاتيح المرور وتطبيق المصادقة من حسابك',
      passwordSet: 'تم تعيين كلمة مرور لحسابك',
      passwordChanged: 'تم تغيير كلمة مرور حسابك',
      identityAdded: 'طريقة جديدة لتسجيل الدخول إلى حسابك',
      identityRemoved: 'أُزيلت طريقة لتسجيل الدخول إلى حسابك',
    },
    meaning: {
      passkeyAdded: 'أُضيف مفتاح مرور إلى حسابك. يمكنك من الآن تسجيل الدخول به من دون كلمة مرور.',
      passkeyRemoved: 'أُزيل مفتاح مرور من حسابك. لم يعد يصلح لتسجيل الدخول.',
      authenticatorAdded: 'تم إعداد تطبيق مصادقة لحسابك. سيُطلب منك رمزه من الآن بعد كلمة المرور.',
      authenticatorRemoved:
        'أُزيل تطبيق المصادقة من حسابك. لم يعد يُطلب منك رمز بعد كلمة المرور، وتوقفت رموز الاسترداد عن العمل.',
      recoveryCodesMade: 'أُنشئت رموز استرداد جديدة لحسابك. توقفت الرموز السابقة عن العمل.',
      factorsReset:
        'أُزيلت مفاتيح المرور وتطبيق المصادقة من حسابك. لم تعد تصلح لتسجيل الدخول، وتوقفت رموز الاسترداد عن العمل.',
      passwordSet: 'تم تعيين كلمة مرور لحسابك. يمكنك من الآن تسجيل الدخول بها.',
      passwordChanged: 'تم تغيير كلمة مرور حسابك. لم تعد الكلمة السابقة تصلح لتسجيل الدخول.',
    },
    identityAdded: ({ host }) =>
      `حسابك مرتبط بحساب لدى ${host}. من يسجّل الدخول هناك يكون قد سجّل الدخول هنا أيضًا.`,
    identityRemoved: ({ host }) => `لم يعد حسابك مرتبطًا بالحساب لدى ${host}.`,
    aProvider: 'أحد الموفّرين',
    when: 'الوقت',
    by: {
      oneself: 'تم ذلك في إحدى جلساتك، أو برابط أُنشئ لك.',
      operator: 'قام بذلك مشغّل Guesthouse هذا.',
      administrator: ({ organization }) => `قام بذلك أحد مسؤولي ${organization}.`,
    },
    notYou:
      'إذا كنت أنت فلا داعي لأي إجراء. وإلا فسجّل الدخول، وافتح صفحة «الأمان»، وأزل ما لا تعرفه، وأنهِ الجلسات التي ليست لك.',
    notKnown: ({ organization }) =>
      `إذا كنت على علم بذلك فلا داعي لأي إجراء. وإلا فسجّل الدخول، وافتح صفحة «الأمان»، وأزل ما لا تعرفه، وأنهِ الجلسات التي ليست لك، وأبلغ أحد مسؤولي ${organization}.`,
    open: 'فتح صفحة «الأمان»',
  },

  invitation: {
    subject: ({ organization }) => `دعوة من ${organization}`,
    lead: ({ organization, inviter }) =>
      `يدعوك ${inviter} من ${organization} إلى العمل معهم بصفة ضيف.`,
    leadOrganization: ({ organization }) => `تدعوك ${organization} إلى العمل معها بصفة ضيف.`,
    open: 'الاطلاع على الدعوة، ثم قبولها أو رفضها',
    once: ({ time }) => `هذا العنوان لك وحدك، ويعمل مرة واحدة، وينتهي في ${time}.`,
    declining: 'لا تحتاج إلى تسجيل الدخول كي ترفض.',
    unexpected: ({ organization, domain }) =>
      `ألم تكن تتوقع هذه الدعوة؟ إذن لا تفتح العنوان قبل أن تسأل شخصًا تعرفه في ${organization} (${domain}). وإذا لم يكن أحد هناك على علم بها فاحذف هذه الرسالة.`,
    reply: ({ inviter }) => `يصل الرد على هذه الرسالة إلى ${inviter}.`,
  },

  invitationCopy: {
    subject: ({ organization, address }) => `دعت ${organization} العنوان ${address}`,
    lead: ({ organization, inviter, address }) =>
      `دعا ${inviter} من ${organization} العنوان ${address} بصفة ضيف، وأراد أن تعلم بذلك.`,
    leadOrganization: ({ organization, address }) =>
      `دعت ${organization} العنوان ${address} بصفة ضيف، وأرادت أن تعلم بذلك.`,
  },

  removalAsked: {
    subject: ({ organization, name }) => `يطلب ${name} إزالته من ${organization}`,
    lead: ({ organization, name, principalName }) =>
      `يطلب ${name} (${principalName}) إزالته من ${organization}، ولا يستطيع المغادرة من دون مسؤول.`,
    theirMessage: 'نص الرسالة:',
    answer: {
      enable:
        'يجيب أحد المسؤولين في مركز الإدارة، في صفحة «الطلبات»: تفعيل الحساب كي يستطيع صاحبه المغادرة، أو إزالته، أو الرفض.',
      remove: 'يجيب أحد المسؤولين في مركز الإدارة، في صفحة «الطلبات»: إزالة الحساب، أو الرفض.',
    },
    closed: ({ organization }) =>
      `${organization} مغلقة، فلا حاجة إلى أن يجيب أحد: يُحذف الحساب هناك تلقائيًا ما لم يُسحب الطلب.`,
    open: 'فتح الطلب في مركز الإدارة',
  },
}
