/** The page on which somebody who cannot sign in asks to be removed, in Japanese. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: '削除を依頼',
  intro:
    'ホーム組織のアカウントが無効または削除済みである、あるいはホーム組織が閉鎖されているためにサインインできない場合でも、参加している組織に削除を依頼できます。まず、招待されたアドレスがご自身のものであることを証明してください。',
  sendCode: 'メールでコードを受け取る',
  toOrganizations: 'サインインできる場合: 所属組織を表示',
  some: (address) =>
    `${address} がお客様のものであることを確認しました。次の組織に、このアドレスのゲストがいます。`,
  none: (address) =>
    `${address} がお客様のものであることを確認しましたが、このアドレスのゲストがいる組織はここにはありません。削除を依頼する必要はありません。`,
  ask: (organization) => `${organization} に削除を依頼`,
  message: '管理者へのメッセージ (省略可)',
  sent: '依頼は管理者に届いています。回答はメールで届きます。',
  withdrawn: '依頼を取り下げました。',
  notFound: 'この組織には、このアドレスのゲストはもういません。',
  tooLong: 'メッセージが 1024 文字を超えています。短くしてください。',
  otherAddress: '別のアドレスを証明',
}
