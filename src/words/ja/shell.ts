/** What the admin centre says around every screen, in Japanese. */
import type { ShellWords } from '../en/shell.ts'

export const shell: ShellWords = {
  pageTitle: (page) => `${page} · Guesthouse`,
  skip: 'コンテンツにスキップ',
  navigation: 'メインナビゲーション',
  openNavigation: 'ナビゲーションを開く',
  closeNavigation: 'ナビゲーションを閉じる',
  viewAccount: 'アカウントを表示',
  manageOrganizations: '組織を管理',
  toDemo: 'デモに戻る',
  signOut: 'サインアウト',
  cancel: 'キャンセル',
  discard: {
    title: '入力した内容を破棄しますか?',
    text: 'ここに入力または選択した内容は保存されておらず、失われます。',
    confirm: '破棄する',
    keep: '入力に戻る',
  },
  loading: '読み込んでいます…',
  notices: 'お知らせ',
  problem: '実行できませんでした',
  noConnection: 'サーバーに接続できません。接続を確認して、もう一度お試しください。',
  unreadableAnswer:
    'サーバーの応答を読み取れませんでした。しばらくしてから、もう一度お試しください。',
  unexpectedProblem: 'このページで問題が発生しました。再読み込みして、もう一度お試しください。',
  quote: (requestId) => `お問い合わせの際は、この要求 ID をお伝えください: ${requestId}`,
  nothingHere: 'ここには何もありません',
  nothingHereHint:
    'このアドレスにページはありません。入力内容を確認するか、最初のページに戻ってください。',
  toTheStart: '最初のページに移動',
  brokenPage: 'このページでエラーが発生しました',
  reload: '再読み込み',
  wrongAddress: 'これは Guesthouse のアドレスではありません',
  wrongAddressHint: (right, here) =>
    `Guesthouse は ${right} で使用するように設定されており、サインインはそこでのみ機能します。現在は ${here} で開いています。これが使用すべきアドレスである場合は、運用者が設定 GUESTHOUSE_URL で指定する必要があります。`,
  toRightAddress: '正しいアドレスに移動',
  language: '言語',
  clearSearch: '検索をクリア',
  openList: '一覧を開く',
}
