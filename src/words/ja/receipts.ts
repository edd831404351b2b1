/** The page of a receipt, in Japanese. */
import type { ErasureWords, ReceiptWords } from '../en/receipts.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ja')

/** When the data of who has left or was deleted is erased, wherever that is said. */
export const erasure: ErasureWords = {
  comes: (by) =>
    `アカウントを復元できなくなると、そのデータはすべて消去されます。消去は遅くとも ${by} までに完了します。`,
  comesMany: (by) =>
    `これらのアカウントを復元できなくなると、そのデータはすべて消去されます。消去は遅くとも ${by} までに完了します。`,
  runs: (by) =>
    `アカウントはもう復元できません。データをすべて消去しています。消去は遅くとも ${by} までに完了します。`,
}

export const receipts: ReceiptWords = {
  title: '証明書',
  doorIntro:
    '証明書は、終了したアカウントがその後どうなったか、いつまで復元でき、いつデータが消去されるかを示します。すべてのデータが消去されるまではアカウントの本人に、また組織の管理者と、そのメールに記載のコードをお持ちの方に表示されます。',
  doorCode: '証明書のメールに記載のコード',
  show: '証明書を表示',
  signIn: '代わりにサインイン',
  wrong:
    'この参照番号とコードに当てはまる証明書はありません。メールのリンクをもう一度開くか、サインインしてください。',
  signedIn:
    'サインイン済みですが、この証明書はお客様のアカウントには表示されません。すべてのデータが消去されると、だれのアカウントだったかは分からなくなり、その後はメールに記載のコードでのみ証明書を開けます。',
  wrongSignedIn:
    'この参照番号とコードに当てはまる証明書はありません。メールのリンクをもう一度開いてください。',
  heading: (organization) => `証明書: ${organization} のアカウント`,
  headingMany: (count) => plural(count, { other: '証明書: # 個の組織からの退出' }),
  manyIntro:
    'これらのアカウントは、本人が一度に組織を離れたため終了しました。それぞれに固有の参照番号の証明書があり、これは全体の証明書です。',
  kind: {
    left: (organization) => `${organization} のアカウントは、本人が組織を離れたため終了しました。`,
    declined: (organization) =>
      `${organization} のアカウントは、招待が辞退されたため終了しました。`,
    removed: (organization) => `${organization} のアカウントは、管理者が削除したため終了しました。`,
    removedByOperator: (organization) =>
      `${organization} のアカウントは、このサーバーの運用者が削除したため終了しました。`,
    removedByPolicy: (organization) =>
      `${organization} のアカウントは、組織の規則により削除されたため終了しました。`,
    endDate: (organization) =>
      `${organization} のアカウントは、設定された終了日になったため終了しました。`,
    homeGone: (organization) =>
      `${organization} のアカウントは、本人のホーム組織のアカウントがなくなったため終了しました。`,
    merged: (organization) =>
      `${organization} のアカウントは、同じ人が別のアカウントを持っているため終了しました。もう一方は残ります。`,
    neverAccepted: (organization) =>
      `${organization} のアカウントは、期限までに招待が承諾されなかったため終了しました。`,
    erased: (organization) =>
      `${organization} のアカウントと、そこにある本人のすべてのデータは消去されました。`,
  },
  state: {
    restorable: (until) => `${until} まで復元できます。それまで誰も使用しません。`,
    restorableClosed: (until, organization) =>
      `${organization} は閉鎖されているため、${until} までに再開されない限り、復元できる人はいません。`,
    held: '法的な保持のため、その間は復元できる期限の後もデータは保管され、その後消去されます。',
    restored: (at) => `${at} に復元され、再び使用されています。`,
    wasRestored: (at) => `${at} に復元され、その後再び終了しました。`,
    erased: (at) => `データは ${at} に消去されました。誰も復元できません。`,
  },
  reference: '参照番号',
  organization: '組織',
  account: 'アカウントの ID',
  endedAt: '終了日時',
  restorableUntil: '復元できる期限',
  restoredAt: '復元日時',
  erasedAt: '消去日時',
  shownAt: '表示時点',
  systems: '終了が通知されるシステム',
  noSystems: '通知が必要なシステムにはサインインしていませんでした。',
  goneSystem: 'もう存在しないシステム',
  acknowledged: (at) => `${at} に確認済み`,
  waiting: '未確認',
  unreachable: '接続できませんでした。そこでのセッションは自然に終了します',
  mail: 'これに関するメール',
  mailStates: {
    waiting: '送信待ち',
    taken: (at) => `${at}にメール サーバーへ渡されました`,
    noAddress: '未送信: メール アドレスがわかりませんでした',
    noServer: '未送信: このシステムにはメール サーバーがありません',
    refused: '未送信: メール サーバーが受け取りを拒否しました',
    unconfirmed: '中止: 何度か渡しましたが、確認がありませんでした',
    expired: (tries) => plural(tries, { other: '未送信: #回試して中止しました' }),
    replaced: '未送信: 新しいメールに置き換えられました',
    neverCame: '未送信: 招待を承諾した人がいませんでした',
    toldBefore: '未送信: バックアップを戻す前に本人に知らされています',
  },
  stays: '残るもの',
  log: '組織の監査ログには、何が起きたかがアカウントの ID だけで残り、名前やアドレスは残りません。',
  logs: '各組織の監査ログには、そこで何が起きたかがアカウントの ID だけで残り、名前やアドレスは残りません。',
  download: '署名付き証明書をダウンロード',
  keys: '検証用の鍵をダウンロード',
  verify: '両方のファイルがあれば、誰にも問い合わせずに証明書を検証できます:',
}
