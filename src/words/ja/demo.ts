/** The first page of the demo, in Japanese. */
import type { DemoWords } from '../en/demo.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ja')

export const demo: DemoWords = {
  title: 'デモ',
  intro:
    '架空の 6 つの組織とその人々です。実在の人物に関する内容はなく、メールは外部に送信されません。',
  cast: {
    ada: {
      who: '4 つの組織のゲスト、ほかに 1 つの組織から招待中',
      see: 'Fabrikam を退出し、Northwind と Tailspin から退出できない理由を確認し、自分のデータを持ち出します。',
    },
    bob: {
      who: 'Fabrikam と Tailspin のゲスト',
      see: '回答を待っている削除の依頼と、その期日を確認します。',
    },
    frank: {
      who: 'Fabrikam の全体管理者',
      see: 'Ada が退出した後: 削除済みユーザーで、元の権限ごと復元するか、完全に削除します。',
    },
    fiona: {
      who: 'Fabrikam のユーザー管理者',
      see: '同じ一覧と、この役割では行えないことを確認します。',
    },
    nora: {
      who: 'Northwind の全体管理者',
      see: 'ここでは Ada が無効になっています。有効にするか、削除します。',
    },
    tom: {
      who: 'Tailspin の全体管理者',
      see: 'ここではゲストが自分で退出できません。期日までに Bob に回答します。',
    },
    carol: { who: 'Contoso の全体管理者', see: 'Ada と Bob のホーム組織です。' },
    lena: {
      who: 'Litware の全体管理者',
      see: 'Ada は招待されていますが、まだ承諾していません。',
    },
  },
  castTitle: 'ワンクリックでサインイン',
  signInAs: (name) => `${name} としてサインイン`,
  timeTitle: 'タイムマシン',
  today: (date) => `このデモの今日は ${date} です。`,
  skipHint:
    '進めた日ごとに毎日の処理が実行されます。リマインダーが作成され、依頼が期限を迎え、退出した人は復元できる期間が終わると消去されます。その後、もう一度サインインが必要になることがあります。',
  skip: (days) => plural(days, { other: '# 日進める' }),
  skipped: (days) => `時間が進みました。進めた日数: ${days}`,
  happened: {
    erased: '完全に消去されたアカウント (それぞれ受領書付き)',
    ended: 'ルールまたは期日により終了したアカウント',
    requestsEnded: '回答のないまま期日を迎えた依頼',
    objectsErased: '消去されたグループとアプリケーション',
    mails: '作成されたメール (リマインダーを含む)',
    entries: '監査ログに追加された項目',
  },
  proof: '消去された人へのメールから受領書を開けます。管理者は消去の一覧で証明を確認できます。',
  mailTitle: '最新のメール',
  mailNone: 'まだありません。組織を退出してから、ここに戻ってください。',
  mailTo: (recipient) => `宛先: ${recipient}`,
  allMail: 'すべてのメールを読む',
  mailPage: {
    title: 'このデモのメール',
    intro:
      'メールがデモの外に送られることはありません。送信されるはずだったメールが、新しい順にここに並びます。続きを見るにはページを再読み込みしてください。',
    none: 'まだありません。サインインのページでコードを依頼するか、誰かを招待してください。',
    to: (recipient, when) => `宛先: ${recipient}、${when}`,
    replyTo: (address) => `返信先: ${address}`,
    asPage: 'メールソフトでの表示を見る',
    gone: 'このメールはもうありません。',
  },
  gone: (name) => `${name} のアカウントはこのデモにはもうありません。別の人を選んでください。`,
}
