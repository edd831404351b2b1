/** What mails say before an account of a guest ends by itself, in Japanese. */
import type { ComingWords, LifecycleWords } from '../en/lifecycle.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ja')

export const lifecycle: LifecycleWords = {
  guest: {
    subject: {
      delete: ({ organization }) => `${organization} のアカウントはまもなく終了します`,
      disable: ({ organization }) => `${organization} のアカウントはまもなく無効になります`,
      done: ({ organization }) => `${organization} のアカウントは無効になりました`,
    },
    why: {
      endDate: ({ organization }) =>
        `${organization} のあなたのアカウントには終了日が設定されています。`,
      inactivity: ({ organization }) =>
        `${organization} を長い間ご利用になっていません。${organization} では、必要のなくなったゲストのアクセスを削除します。`,
      sponsor: ({ organization }) =>
        `${organization} にあなたの責任者がいなくなりました。${organization} ではゲストごとに責任者が必要です。`,
      attestation: ({ organization }) =>
        `${organization} のアカウントがまだ必要であることが、長い間確認されていません。`,
      redemption: ({ organization }) => `${organization} の招待をまだ承諾していません。`,
    },
    delete: ({ organization, time }) =>
      `${time} に ${organization} のアカウントは削除されます。その後しばらくの間は、管理者が復元できます。`,
    disable: ({ organization, time }) =>
      `${time} に ${organization} のアカウントは無効になります。利用できなくなりますが、まだ何も削除されません。`,
    done: ({ organization }) =>
      `${organization} のアカウントは無効になりました。管理者が再び有効にできます。また、「組織」ページから引き続き退出できます。`,
    doneHere: ({ organization }) =>
      `${organization} のアカウントは無効になっています。管理者が再び有効にできます。また、引き続き退出できます。`,
    later: ({ time }) => `再び有効にされない場合、${time} に削除されます。`,
    attest: ({ organization }) =>
      `まだ必要な場合は、ご自身で確認してください。操作は一度だけで、${organization} はそこから期間を数えます。同じページから退出することもできます。`,
    stay: {
      endDate: ({ organization }) =>
        `さらに必要な場合は、${organization} であなたの責任者となっている人、または管理者に期日の延長を依頼してください。`,
      inactivity: ({ organization }) =>
        `まだ必要な場合は、その前に ${organization} にサインインしてください。それだけで十分です。`,
      sponsor: ({ organization }) =>
        `まだ必要な場合は、${organization} の誰かに責任者になってもらってください。`,
      attestation: ({ organization }) =>
        `まだ必要な場合は、${organization} であなたの責任者となっている人、または管理者に確認を依頼してください。`,
      redemption: () => '必要な場合は、その前に招待を承諾してください。',
    },
  },
  sponsor: {
    subject: {
      delete: ({ organization, guest }) =>
        `${organization} の ${guest} さんのアカウントはまもなく終了します`,
      disable: ({ organization, guest }) =>
        `${organization} の ${guest} さんのアカウントはまもなく無効になります`,
      done: ({ organization, guest }) =>
        `${organization} の ${guest} さんのアカウントは無効になりました`,
      removed: ({ organization, guest }) =>
        `${organization} の ${guest} さんのアカウントは終了しました`,
    },
    you: ({ organization, guest }) =>
      `${organization} で ${guest} さんの責任者となっているため、このメールをお送りしています。`,
    why: {
      endDate: ({ guest }) => `${guest} さんのアカウントには終了日が設定されています。`,
      inactivity: ({ organization, guest }) =>
        `${guest} さんは ${organization} を長い間利用していません。`,
      sponsor: ({ organization, guest }) =>
        `${organization} に ${guest} さんの責任者がいなくなりました。`,
      attestation: ({ organization, guest }) =>
        `${guest} さんが ${organization} のアカウントをまだ必要としていることが、長い間確認されていません。`,
      redemption: ({ organization, guest }) =>
        `${guest} さんは ${organization} の招待をまだ承諾していません。`,
    },
    delete: ({ guest, time }) =>
      `${time} に ${guest} さんのアカウントは削除されます。その後しばらくの間は、管理者が復元できます。`,
    disable: ({ guest, time }) =>
      `${time} に ${guest} さんのアカウントは無効になります。まだ何も削除されません。`,
    done: ({ guest }) => `${guest} さんのアカウントは無効になりました。`,
    removed: ({ guest }) =>
      `${guest} さんのアカウントは削除されました。しばらくの間は、管理者が復元できます。`,
    later: ({ time }) => `再び有効にされない場合、${time} に削除されます。`,
    stay: {
      endDate: ({ guest }) =>
        `${guest} さんにさらに必要な場合は、「自分が責任者であるゲスト」のページで後の日付を選んでください。`,
      inactivity: ({ organization, guest }) =>
        `${guest} さんにまだ必要な場合は、その前に ${organization} にサインインするだけで十分です。`,
      sponsor: ({ organization, guest }) =>
        `${guest} さんにまだ必要な場合は、${organization} の誰かが責任者になる必要があります。`,
      attestation: ({ guest }) =>
        `${guest} さんにまだ必要な場合は、「自分が責任者であるゲスト」のページで確認してください。必要でなければ、何もしなくてかまいません。`,
      redemption: ({ guest }) =>
        `${guest} さんがこれから参加する場合は、その前に招待を承諾する必要があります。`,
    },
  },
  links: {
    signIn: ({ organization }) => `${organization} にサインイン`,
    own: 'まだ必要であることを伝える',
    guests: '自分が責任者であるゲストを見る',
    review: '組織を確認し、不要なものから退出する',
  },
  passedOn: {
    subject: ({ organization }) => `${organization} でゲストの責任者になりました`,
    lead: ({ organization, guest }) =>
      `同僚があなたを指定しました。今後、あなたは ${organization} で ${guest} さんの責任者です。アカウントがまだ必要かどうかを尋ねられます。権限は与えられません。`,
  },
  review: {
    subject: (count) =>
      plural(count, { other: '# 個の組織に所属しています。すべてまだ必要ですか?' }),
    why: 'このメールは、多くの組織に所属し、そのすべてを使用してはいない方に年に 1 回お送りしています。同じページで、このメールを受け取らないように設定できます。',
  },
}

export const coming: ComingWords = {
  reason: {
    endDate: '終了日が設定されています',
    inactivity: '長期間使用されていません',
    sponsor: 'ゲストの責任者がいません',
    attestation: '必要であることが確認されていません',
    redemption: '招待が承諾されていません',
    homeGone: 'ホーム組織のアカウントがありません',
    neverAccepted: '招待が承諾されていません',
  },
  condition: {
    inactivity: 'それまでに使用されない場合のみ',
    attestation: 'それまでに誰も必要であることを確認しない場合のみ',
    redemption: 'それまでに招待が承諾されない場合のみ',
  },
  ifKept: {
    nothing: 'その場合、アカウントが自動的に終了する予定はありません。',
    deleted: (date) => `その場合、ほかに何もなければ、アカウントは ${date} に終了します。`,
    disabled: (date) => `その場合、ほかに何もなければ、アカウントは ${date} に無効になります。`,
  },
  notStopped: {
    deleted: (date) => `それだけでは終了は止まりません。アカウントは ${date} に終了します。`,
    disabled: (date) => `それだけでは止まりません。アカウントは ${date} に無効になります。`,
    beside: '維持するだけでは止まりません。',
  },
  sendAgain: '招待を再送する',
  stops: {
    endDate: '終了日を延ばす以外に方法はありません。',
    inactivity: 'それまでにゲストがその組織にサインインする必要があります。',
    sponsor: 'それまでに誰かがゲストの責任者になる必要があります。',
    attestation: 'それまでに必要であることをもう一度確認する必要があります。',
    redemption: 'それまでにゲストが招待を承諾する必要があります。',
    homeGone: 'それまでに管理者が、ゲストが招待をもう一度利用できるようにする必要があります。',
    neverAccepted:
      'ゲストが招待を承諾する必要があります。期限の切れた招待は、先に再送する必要があります。',
  },
  youStop: {
    endDate: '終了日を延ばす以外に方法はありません。',
    inactivity: 'それまでにその組織にサインインしてください。',
    sponsor: 'その組織の誰かに、責任者になってもらってください。',
    attestation: 'それまでにもう一度確認してください。',
    redemption: 'それまでに招待を承諾してください。',
    homeGone: '招待をもう一度利用できるよう、その組織の管理者に依頼してください。',
    neverAccepted: '招待を承諾してください。期限の切れた招待は、先に再送する必要があります。',
  },
}
