/** What mails say before an account of a guest ends by itself, in Japanese. */
import type { LifecycleWords } from '../en/lifecycle.ts'

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
    later: ({ time }) => `再び有効にされない場合、${time} に削除されます。`,
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
      endDate: ({ organization, guest }) =>
        `${guest} さんにさらに必要な場合は、${organization} の管理者に期日の延長を依頼してください。`,
      inactivity: ({ organization, guest }) =>
        `${guest} さんにまだ必要な場合は、その前に ${organization} にサインインするだけで十分です。`,
      sponsor: ({ organization, guest }) =>
        `${guest} さんにまだ必要な場合は、${organization} の誰かが責任者になる必要があります。`,
      attestation: ({ organization, guest }) =>
        `${guest} さんにまだ必要な場合は、${organization} の管理者に確認を依頼してください。`,
      redemption: ({ guest }) =>
        `${guest} さんがこれから参加する場合は、その前に招待を承諾する必要があります。`,
    },
  },
}
