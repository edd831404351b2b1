/** The page on which somebody who cannot sign in asks to be removed or restored, in Japanese. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: '削除または復元を依頼',
  intro:
    'ホーム組織のアカウントが無効または削除済みである、ホーム組織が閉鎖されている、あるいは組織から削除されたためにサインインできない場合でも、参加している組織には削除を、削除された組織には復元を依頼できます。まず、招待されたアドレスがご自身のものであることを証明してください。',
  sendCode: 'メールでコードを受け取る',
  toOrganizations: 'サインインできる場合: 所属組織を表示',
  some: (address) =>
    `${address} がお客様のものであることを確認しました。次の組織に、このアドレスのゲストが登録されているか、登録されていました。`,
  none: (address) =>
    `${address} がお客様のものであることを確認しましたが、このアドレスのゲストがいる組織も、まだ復元できる組織もここにはありません。依頼できることはありません。`,
  ask: {
    removal: (organization) => `${organization} に削除を依頼`,
    restore: (organization) => `${organization} に復元を依頼`,
  },
  endedClosed: (organization) =>
    `この組織のアカウントは削除されています。${organization} は閉鎖されているため、復元する人はいません。`,
  held: 'データは保持の対象となっているため保管されています。保持が終了すると消去されます。',
  ended: (until) => `この組織のアカウントは削除されています。${until} まで復元できます。`,
  message: '管理者へのメッセージ (省略可)',
  sent: '依頼は管理者に届いています。回答はメールで届きます。',
  sentClosed: (organization) =>
    `依頼を受け付けました。${organization} は閉鎖されているため、回答は必要ありません。依頼がどうなるかは、下とお送りするメールに記載されています。`,
  ofClosed: {
    text: (organization) =>
      `${organization} は閉鎖されているため、回答は必要ありません。アカウントは数日後に自動的に削除されます。その日は依頼に記載されます。それまでは取り下げることができます。`,
    asked: {
      removal: '削除を依頼しました。',
      restore: '復元を依頼しました。',
    },
    withdraw: {
      removal: (organization) =>
        `取り下げると、${organization} のアカウントはこの依頼によって削除されることはありません。もう一度依頼することもできます。`,
      restore: (organization) =>
        `${organization} は閉鎖されているため、アカウントを復元する人はいません。取り下げると、閉鎖されている間はもう一度依頼することはできません。`,
    },
  },
  canSignIn: (organization) =>
    `サインインできます。${organization} での状態と、行えることは、所属組織の一覧に表示されています。`,
  withdrawn: '依頼を取り下げました。',
  notFound: 'このアドレスのゲストとしてこの組織に依頼できることは、もうありません。',
  tooLong: (most) => `メッセージが ${most} 文字を超えています。短くしてください。`,
  otherAddress: '別のアドレスを証明',
}
