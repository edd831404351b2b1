/**
 * What people read when they say that an account is still needed, their own or of a guest for whom
 * they answer, and when they look back at where they are; in Japanese.
 */
import { coming } from './lifecycle.ts'
import type { AnsweringWords } from '../en/answering.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ja')

export const answering: AnsweringWords = {
  coming,
  facts: {
    attested: '最後の確認',
    never: 'まだありません',
    endDate: '終了日',
    why: '理由',
    removedOn: '削除される日',
  },
  own: {
    title: (organization) => `${organization} のアカウントはまだ必要ですか?`,
    text: (organization) => `確認すると、まだ必要であることが ${organization} に伝わります。`,
    until: (organization, date) =>
      `ほかに何もなければ、${organization} のアカウントは ${date} まで維持されます。`,
    over: (organization, date) =>
      `${organization} での終了日（${date}）が来ました。あなたのアカウントはまもなく削除されます。終了日を延ばせるのは、その組織の管理者だけです。`,
    open: (organization) => `${organization} のアカウントが自動的に終了する予定はありません。`,
    endDate:
      '終了日を延ばせるのは、あなたの責任者または管理者です。確認しても終了日は変わりません。',
    confirm: 'まだ必要です',
    link: 'まだ必要ですか?',
    done: (organization) => `${organization} のアカウントがまだ必要であることを確認しました。`,
    leave: (organization) => `代わりに ${organization} から退出`,
    reason: {
      notAGuest: (organization) =>
        `${organization} では確認するものはありません。確認を求められるのはゲストだけで、あなたはゲストではありません。`,
      notAccepted: (organization) =>
        `${organization} の招待をまだ承諾していません。先に承諾してください。その後、アカウントを確認できます。`,
      disabled: (organization) =>
        `${organization} のアカウントは無効になっているため、自分では確認できません。そこであなたの責任者となっている人、または管理者に依頼してください。`,
      over: (organization) =>
        `${organization} での終了日が来たため、確認しても何も変わりません。終了日を延ばせるのは、その組織の管理者だけです。`,
      notAllowed: (organization) =>
        `${organization} では、ゲスト自身による確認は認められていません。責任者となっている人、または管理者に、アカウントがまだ必要であることの確認を依頼してください。`,
      organizationClosed: (organization) =>
        `${organization} は閉鎖されているため、確認するものはありません。`,
    },
  },
  refused: {
    notFound:
      'この ID のゲストについて、あなたはそこで責任者ではありません。ほかの人が責任者になったか、ゲストがもういない可能性があります。',
    guestDisabled:
      '管理者がこのゲストを無効にしたため、この後どうするかを決められるのは管理者だけです。',
    throughGroup:
      'このゲストの責任者は、あなた自身ではなく、あなたが所有するグループです。責任者は管理者が変更できます。',
    noEndDate: 'このゲストには終了日がないため、延長するものはありません。',
    over: 'このゲストの終了日が来たため、終了日を延ばせるのは管理者だけです。',
    notLater: '新しい終了日は、現在の終了日より後にしてください。',
    tooFar: '終了日を延ばせるのは、今日から 1 年後までです。',
    answered: 'このゲストは引き継げません。すでに責任者がいるか、ゲストがもういません。',
  },
  guests: {
    title: '自分が責任者であるゲスト',
    intro:
      '組織は、これらのゲストがまだ必要かどうかを知りたいと考えています。必要な人は維持し、ほかの人のほうがよく知っている人は引き継いでください。それ以外は何もする必要はありません。何によって終了するか、どうすれば止まるかは、それぞれに示されています。',
    mine: '自分が責任者',
    nobodys: '責任者なし',
    nobodyIntro:
      'あなたがメンバーを見ることのできる組織のゲストのうち、現在責任者がいない人です。責任者が退出または無効になったか、指定されていません。あなたが引き継ぐことができます。',
    emptyTitle: '責任者となっているゲストはいません',
    emptyHint:
      'ゲストを招待した人が最初の責任者になります。管理者や同僚があなたを指定することもできます。',
    nobodyEmptyTitle: 'あなたに見えるすべてのゲストに責任者がいます',
    nobodyEmptyHint: 'ゲストの責任者が退出するか無効になると、そのゲストがここに表示されます。',
    states: { active: '有効', invited: '招待済み', disabled: '無効' },
    since: (date) => `${date} からゲスト`,
    throughGroup: 'このゲストの責任者は、あなたが所有するグループです。',
    until: (date) => `何もしなければ、アカウントは ${date} に終了します。`,
    over: (date) =>
      `終了日（${date}）が来ました。アカウントはまもなく削除されます。終了日を延ばせるのは管理者だけです。`,
    disabledUntil: (date) => `何もしなければ、アカウントは ${date} に無効になります。`,
    open: 'このアカウントが自動的に終了する予定はありません。',
    keep: '維持',
    passOn: '引き継ぐ',
    giveUp: '責任者をやめる',
    takeOver: '引き受ける',
    keepTitle: (guest) => `${guest} さんを維持しますか?`,
    keepText: (guest, organization) =>
      `${guest} さんが ${organization} のアカウントをまだ必要としていることを確認します。このことはその組織の監査ログに記録されます。`,
    keepDisabled:
      'このアカウントはルールによって無効になっています。再び有効にできるのは管理者だけです。',
    prolong: '終了日',
    prolongStay: (date) => `${date} のまま`,
    kept: (guest) => `${guest} さんがまだ必要であることを記録しました。`,
    giveUpTitle: (guest) => `${guest} さんの責任者をやめますか?`,
    giveUpText: (guest, organization) =>
      `${guest} さんはこれまでどおり ${organization} に残りますが、あなたに尋ねられることはなくなります。ほかに ${guest} さんの責任者がいない場合、そのことが管理者に表示されます。`,
    givenUp: (guest) => `${guest} さんの責任者ではなくなりました。`,
    passOnTitle: (guest) => `${guest} さんを引き継ぎますか?`,
    passOnText: (guest, organization) =>
      `あなたに代わって ${organization} で ${guest} さんの責任者になる人を選んでください。その人にはメールで知らせます。`,
    passedOn: (guest) => `${guest} さんの責任者は別の人になりました。`,
    takeOverTitle: (guest) => `${guest} さんを引き受けますか?`,
    takeOverText: (guest, organization) =>
      `今後、${organization} で ${guest} さんの責任者になり、アカウントがまだ必要かどうかを尋ねられます。権限は与えられません。`,
    takenOver: (guest) => `${guest} さんの責任者になりました。`,
  },
  review: {
    title: '振り返り',
    summary: (organizations) =>
      plural(organizations, { other: 'ホーム組織のほかに # 個の組織に所属しています。' }),
    unused: (count, days) =>
      plural(count, { other: `そのうち # 個は ${days} 日間、使用の記録がありません。` }),
    allUsed: (days) => `すべて過去 ${days} 日間に使用されています。`,
    hint: '使用していない期間の長い順です。必要のない組織を選んで一度にまとめて退出するか、見たくないだけの組織は非表示にしてください。',
    mailOn: '年に 1 回、メールでお知らせします。',
    mailOff: '年に 1 回のメールは届きません。',
    stopMails: 'このメールを受け取らない',
    wantMails: '年に 1 回知らせてもらう',
    stopped: 'このメールは今後届きません。',
    wanted: '年に 1 回、メールでお知らせします。',
  },
}
