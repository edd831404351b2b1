/** What stands around every page of the server, and why a page cannot be shown; in Japanese. */
import { blockers } from './blockers.ts'
import type { PageWords } from '../en/page.ts'

const unreadable =
  '送信された内容を読み取れませんでした。ページを再読み込みして、もう一度お試しください。'

export const page: PageWords = {
  language: '言語',
  useLanguage: 'この言語を使用',
  start: '最初のページに移動',
  request: (id) => `要求 ${id}`,
  needsScript:
    'このページには JavaScript が必要です。サインイン、サインアウト、パスワードの変更は JavaScript なしで行えます。',
  title: {
    notAllowed: '許可されていません',
    notFound: 'ここには何もありません',
    notPossible: '実行できません',
    tooMuch: '一度に多すぎます',
    notUnderstood: '内容を理解できません',
    busy: '少々お待ちください',
    wrong: '問題が発生しました',
  },
  refusal: {
    notFound: 'このアドレスには何もありません。入力内容を確認してください。',
    methodNotAllowed:
      'このアドレスは、この方法では使用できません。前のページに戻り、そこからもう一度お試しください。',
    accountDisabled: blockers.refusal.homeAccountDisabled,
    invalidRequest:
      '送信された内容を理解できません。前のページに戻って再読み込みし、もう一度お試しください。',
    crossSiteRequest:
      'このフォームは別のサイトから送信されたため、何も実行されていません。ここでページを開いて、もう一度お試しください。',
    storeUnavailable:
      '現在、ディレクトリに接続できません。要求された操作は、実行された可能性も、されなかった可能性もあります。しばらくしてから、繰り返す前に状態を確認してください。',
    internalError:
      'サーバー側で問題が発生しました。もう一度お試しください。解決しない場合は、運用者に要求 ID を知らせてください。',
    signInOver:
      'このサインインは終了しているか、別のブラウザーで開始されたものです。アプリケーションをもう一度開き、そこからやり直してください。',
    busy: '現在、一度に対応できる数を超える要求が集中しています。何も変更されていません。しばらく待ってから、もう一度お試しください。',
    bodyTooLarge: '一度に受け取れる量を超えています。量を減らして送信してください。',
    emptyBody: unreadable,
    invalidJson: unreadable,
    wrongContentType: unreadable,
  },
}
