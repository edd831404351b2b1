/** What becomes of somebody's request to an organization, in Japanese. */
import type { RequestsWords } from '../en/requests.ts'

export const requests: RequestsWords = {
  asked: {
    removal: ({ organization, time }) => `${time} に ${organization} へ削除を依頼しました。`,
    restore: ({ organization, time }) =>
      `${time} に ${organization} へアカウントの復元を依頼しました。`,
  },
  whenDue: {
    removed: ({ organization, time }) =>
      `${time} までに ${organization} から回答がない場合、アカウントは自動的に削除されます。`,
    kept: ({ organization, time }) =>
      `${organization} は自動的な削除を行いません。${time} までに回答がない場合、依頼は終了し、もう一度依頼できます。`,
    restore: ({ organization, time }) =>
      `${organization} の管理者は ${time} までアカウントを復元できます。その後、依頼は終了します。`,
  },
  whenDueClosed: {
    removed: ({ organization, time }) =>
      `${organization} は閉鎖されているため、回答は必要ありません。依頼を取り下げない限り、アカウントは ${time} に自動的に削除されます。`,
    restore: ({ organization, time }) =>
      `${organization} は閉鎖されているため、アカウントを復元する人はいません。依頼は ${time} に終了します。`,
  },
  why: ({ organization }) => `${organization} が示した理由:`,
  held: ({ organization, time }) =>
    `${organization} は ${time} から依頼を保留しています。管理者が回答するか保留を解除するまで、期限は進みません。`,
  ended: {
    done: ({ time }) => `${time} に回答がありました。`,
    declined: ({ organization, time }) => `${organization} が ${time} に拒否しました。`,
    withdrawn: ({ time }) => `${time} に取り下げました。`,
    expired: ({ time }) => `${time} に回答のないまま終了しました。`,
  },
  withdraw: '依頼を取り下げる',
  cannotSignIn: 'サインインできない場合: このアドレスに届くコードで依頼を確認',

  mail: {
    subject: {
      asked: {
        removal: ({ organization }) => `${organization} への削除の依頼`,
        restore: ({ organization }) => `${organization} へのアカウント復元の依頼`,
      },
      held: ({ organization }) => `${organization} が削除の依頼を保留しています`,
      goesOn: ({ organization }) => `${organization} への削除の依頼が再開されました`,
      ruleChanged: ({ organization }) => `${organization} への削除の依頼の扱いについて`,
      removed: ({ organization }) => `依頼のとおり ${organization} から削除されました`,
      expired: {
        removal: ({ organization }) => `${organization} への削除の依頼は回答のないまま終了しました`,
        restore: ({ organization }) => `${organization} への依頼は回答のないまま終了しました`,
      },
      withdrawn: ({ organization }) => `${organization} への依頼を取り下げました`,
    },
    held: ({ organization }) =>
      `${organization} は削除の依頼を保留しています。管理者が回答するか保留を解除するまで、期限は進みません。`,
    goesOn: ({ organization }) => `${organization} による削除の依頼の保留は解除されました。`,
    removesAgain: ({ organization }) =>
      `${organization} は、回答のない依頼をした人を削除することにしました。`,
    closedNow: ({ organization }) =>
      `${organization} は閉鎖されているため、依頼に回答したり保留したりする人はもういません。`,
    dayChanged: ({ organization }) => `${organization} が削除の依頼に回答する期限が延びました。`,
    removesNoMore: ({ organization }) =>
      `${organization} は、依頼に回答がない場合に自動的な削除を行わないことにしました。`,
    removed: ({ organization }) =>
      `${organization} から削除の依頼への回答がなかったため、依頼のとおりアカウントを削除しました。いつまで取り消せるかは、別のメールでお知らせします。`,
    removedInvited: ({ organization }) =>
      `${organization} に依頼された削除が完了しました。用意されていたアカウントは削除されました。`,
    unanswered: ({ organization }) =>
      `${organization} から削除の依頼への回答はありませんでした。${organization} は自動的な削除を行いません。もう一度依頼できます。`,
    lastAdministrator: ({ organization }) =>
      `グローバル管理者のいない組織ができてしまうため、${organization} のアカウントを削除できません。先にほかの人をグローバル管理者にしてから、退出するか、もう一度依頼してください。`,
    windowOver: ({ organization }) =>
      `${organization} からの回答はなく、アカウントを復元できる期間は終わりました。戻るには新しい招待が必要です。`,
    accepted: ({ organization }) =>
      `${organization} への招待が承諾されたため、このアドレスからの削除の依頼は取り下げられました。この依頼によって削除されることはありません。`,
    corrected: ({ organization }) =>
      `${organization} はこのアドレスの代わりに別のアドレスを招待しています。そのため、削除の依頼は取り下げられました。用意されていたアカウントはあなた宛てではなくなり、お送りしたリンクは使えません。`,
    withdrawn: ({ organization }) =>
      `依頼を取り下げました。${organization} のアカウントは変わりません。もう一度依頼できます。`,
  },

  deletions: {
    subject: ({ organization }) => `${organization} で完全な削除が回答を待っています`,
    needsYes:
      '完全な削除、または完全な削除の保護を弱めることが依頼されました。2 人目の管理者が承認したときにだけ実行されます。依頼した本人は 2 人目になれません。',
    waits:
      '完全な削除、または完全な削除の保護を弱めることが依頼されました。時間が来ると自動的に実行されます。それまでは拒否できます。',
    count: '依頼の数',
    firstDue: '最初の実行',
    open: '管理センターで依頼された内容を開く',
    answered: ({ organization }) => `${organization} での完全な削除の依頼に回答がありました`,
    answeredLead: 'ご依頼の内容は実行されたか、拒否されました。実行されたものは取り消せません。',
    done: '実行',
    refused: '拒否',
  },
  holdsEnded: {
    subject: ({ organization }) => `${organization} での依頼の保留が解除されました`,
    lead: ({ organization }) =>
      `${organization} は閉鎖されているため、依頼に回答したり保留したりする人はもういません。保留されていた削除の依頼は再開され、依頼した人に通知されました。`,
    next: '依頼した人は、期限の日に自動的に削除されます。残す必要がある人がいる場合は、その日までに、このシステムの運用担当者に組織を再開するよう依頼してください。',
    firstDue: '最初の削除',
  },
  waiting: {
    subject: ({ organization }) => `${organization} で依頼が回答を待っています`,
    half: 'これらの依頼に回答する期間の半分が過ぎました。',
    last: 'これらの依頼はまもなく期限を迎えます。最初の期限は下に記載しています。',
    removed:
      '回答のない人は期限の日に削除され、しばらくの間は復元できます。残す必要がある人については、本人が読む理由を添えて依頼を保留してください。',
    kept: '回答のない依頼は期限の日に終了し、ゲストはそのまま残り、もう一度依頼できます。',
    restore: 'その日を過ぎると、これらのアカウントは復元できなくなります。',
    removals: '削除の依頼',
    restores: '復元の依頼',
    firstDue: '最初の期限',
    open: '管理センターで依頼を開く',
  },
}
