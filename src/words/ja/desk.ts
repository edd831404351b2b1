/** The portal's list of organizations, and leaving many at once; in Japanese. */
import type { DeskWords } from '../en/desk.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ja')

export const desk: DeskWords = {
  back: '所属する組織に戻る',
  openApps: 'アプリを開く',
  filter: '表示',
  filters: {
    all: 'すべて',
    active: '有効',
    unused: (days) => `${plural(days, { other: '# 日' })}間未使用`,
    waiting: '回答待ちの招待',
    blocked: '今は退出できないもの',
    ended: '退出または削除済み',
    hidden: '非表示',
  },
  counted: (name, count) => plural(count, { other: `${name} (#)` }),
  order: '並び順',
  orders: { use: '最近使った順', longestUnused: '長く使っていない順', name: '名前順' },
  apply: '検索',
  nothingHere: '該当するものはありません。ほかを見るには「すべて」を選んでください。',
  lastUsed: (date) => `最終利用 ${date}`,
  notRecorded: '利用の記録なし',
  select: (organization) => `${organization} を選択`,
  selectAll: 'このページのすべてを選択',
  selected: '選択中:',
  clear: '選択を解除',
  selectFound: (count) => plural(count, { other: '見つかった # 件すべてを選択' }),
  leaveSelected: '選択した組織から退出',
  firstPage: '最初のページ',
  nextPage: '次のページ',
  hide: '一覧で非表示にする',
  show: '一覧に再び表示する',
  hidden: (organization) =>
    `${organization} を一覧で非表示にしました。「非表示」で見つかります。所属は変わりません。`,
  shown: (organization) => `${organization} を一覧に再び表示しました。`,
  showAtHome: 'ホーム組織がこれを見られるようにする',
  hideAtHome: 'ホーム組織がこれを見られないようにする',
  shownAtHome: (organization) =>
    `ホーム組織の管理者は、あなたが ${organization} のゲストであることと、それがいつ変わったかを見られるようになりました。${organization} は、あなたのホーム アカウントが有効かどうか、いつから無効なのかを見られる場合があります。この同意はいつでも取り消せます。`,
  hiddenAtHome: (organization) =>
    `ホーム組織は、あなたが ${organization} のゲストであることを見られなくなりました。その組織も、あなたのホーム アカウントの状態を見られなくなりました。すでに記録されている内容は残ります。`,
  notYours: '所属する組織にありません',
  many: {
    title: (count) => plural(count, { other: '# 個の組織から退出しますか?' }),
    lead: 'そこでのアカウントはただちに終了し、合わせて次のものを失います。',
    nothing:
      'そこでのアカウントはただちに終了します。どの組織でも、グループ、アプリ、ロールはありません。',
    atOnce: (most, rest) =>
      `一度に退出できるのは ${most} 件までです。残りの ${rest} 件からは後で退出できます。`,
    each: '組織ごとの内訳',
    restorable: (organization, date) => `${organization}: ${date} まで復元できます。`,
    afterwards:
      'それぞれの期日までは、その組織の管理者が元に戻せます。その後に戻るには新しい招待が必要です。',
    afterwardsOpen:
      '閉鎖されていない組織では、それぞれの期日まで、その組織の管理者が元に戻せます。その後に戻るには新しい招待が必要です。',
    undo: (until) => `誤って退出した場合は、${until} までどの退出も自分で取り消せます。`,
    undoSome: (count, until) =>
      plural(count, {
        other: `このうち # 件は ${until} まで自分で取り消せます。どれかは「組織ごとの内訳」に表示されます。`,
      }),
    undoable: (date) => `${date} まで自分で取り消せます。`,
    unowned: '担当者がいなくなるもの',
    unownedText:
      'それぞれについて後任を指定し、同時に退出できます。指定せずに退出すると、管理者が対応するまで担当者のいない状態になります。',
    blocked: '今は退出できない組織',
    ask: (count) => plural(count, { other: '代わりに、これら # 個の組織の管理者に削除を依頼する' }),
    left: (count) => plural(count, { other: '# 個の組織から退出しました。' }),
    receipt: 'すべてをまとめた証明書',
    leftNone: 'どの組織からも退出していません。',
    notLeft: (organization) => `${organization} からは退出していません。`,
  },
  apps: {
    none: (search) => `利用できる組織に「${search}」に一致するものはありません。`,
    all: '所属するすべての組織',
  },
}
