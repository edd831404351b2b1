/**
 * The portal's page of organizations: belonging, leaving, invitations and requests; in Japanese.
 */
import type { MembershipWords } from '../en/memberships.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ja')

export const memberships: MembershipWords = {
  organizations: {
    title: '組織',
    intro: '所属している組織と、退出の方法。',
    cardHint: (count) => plural(count, { other: '# 個の組織に所属しています。' }),
    home: 'ホーム組織',
    homeWhy: 'アカウントはこの組織に属しているため、ここから退出することはできません。',
    others: '共同で作業している他の組織',
    filter: '組織を検索',
    matches: (count) => plural(count, { other: '# 個の組織が一致しました。' }),
    loading: '組織を読み込んでいます…',
    emptyTitle: '他の組織はありません',
    emptyHint: '組織から招待され、承諾すると、その組織がここに表示されます。',
    nothingFound: '一致する組織はありません',
    nothingFoundHint: (search) => `名前またはドメインに「${search}」を含む組織はありません。`,
    notAmongMine:
      'リンクが示す組織は、所属している組織の中にありません。退出したか、別のアカウントで登録されている可能性があります。',
    memberSince: 'メンバーになった日',
    guestSince: 'ゲストになった日',
    joined: '参加日',
    invitedSince: '招待された日',
    states: {
      active: '有効',
      invited: '招待は未承諾',
      disabled: '無効',
      left: '退出済み',
      removed: '削除済み',
    },
    invitationEnded: '招待は終了しました',
    closed: '組織は閉鎖済み',
    closedHint: 'この組織は閉鎖されています。アプリは誰も使用できません。',
    closedLeave:
      'この組織は閉鎖されています。アプリは誰も使用できなくなりましたが、退出することはできます。',
    openAdmin: '管理センターを開く',
    privacy: 'プライバシーに関する声明',
    blocked: '現在、この組織から退出できません',
    write: (email) => `${email} に連絡`,
    more: (organization) => `${organization} のその他の操作`,
    download: '自分のデータをダウンロード',
    leave: '組織から退出',
    askRemoval: '削除を依頼',
    askRestore: '復元を依頼',
    leftOn: '退出した日時',
    removedOn: 'アカウントが削除された日時',
    undoableUntil: '自分で取り消せる期限',
    restorableUntil: '復元できる期限',
    wasRestorableUntil: '復元できた期限',
    erasure: '消去',
    heldInstead:
      'データは保持の対象となっているため保管されています。保持が終了すると消去されます。',
    reference: '参照番号',
  },
  leave: {
    title: (organization) => `${organization} から退出しますか?`,
    confirm: '退出',
    lead: (organization) => `${organization} のアカウントと、次のものが直ちに終了します。`,
    nothing: (organization) =>
      `${organization} のアカウントが直ちに終了します。そこにはグループ、アプリ、ロールはありません。`,
    looking: '失われるものを確認しています…',
    notShown: '失われるものを現在表示できませんが、退出することはできます。',
    ends: {
      groups: (count) => plural(count, { other: 'グループ # 個' }),
      applications: (count) => plural(count, { other: 'アプリ # 個' }),
      applicationsThroughGroups: (count) => plural(count, { other: 'グループ経由のアプリ # 個' }),
      roles: (count) => plural(count, { other: 'ディレクトリロール # 個' }),
      ownedGroups: (count) => plural(count, { other: '所有しているグループ # 個' }),
      ownedApplications: (count) => plural(count, { other: '所有しているアプリ # 個' }),
      sponsoredGuests: (count) => plural(count, { other: 'スポンサーを務めているゲスト # 人' }),
      directReports: (count) => plural(count, { other: '部下 # 人' }),
      sponsors: (count) => plural(count, { other: '自分のスポンサー # 人' }),
      manager: (count) => plural(count, { other: 'そこでの上司 # 人' }),
    },
    onlyOwner: '他に所有者がいないため、所有者のいない状態になります',
    andMore: (count) => plural(count, { other: '他 # 件' }),
    afterTitle: '考えが変わった場合',
    undo: (until) => `誤って退出した場合は、${until} まで自分で取り消せます。`,
    restore: (date) =>
      `${date} までは、管理者が、ここに表示されているものを含めてアカウントを元に戻すことができます。`,
    restoreClosed: (date, organization) =>
      `${organization} は閉鎖されているため、${date} までに再開されない限り、元に戻せる人はいません。`,
    again: 'その後で戻るには、新しい招待が必要です。',
    download: '先に自分のデータをダウンロード',
    doneTitle: (organization) => `${organization} から退出しました。`,
    doneHint: '参照番号を保管してください。退出について問い合わせる際に伝えてください。',
    dismiss: 'このメッセージを閉じる',
  },
  invitation: {
    accept: '承諾',
    decline: '辞退',
    acceptTitle: (organization) => `${organization} の招待を承諾しますか?`,
    acceptText: (organization) =>
      `お名前、アドレス、そこに最後にサインインした日時、そこで行った操作が ${organization} に提供されます。いつでも自分で退出できます。`,
    acceptTextAsking: (organization) =>
      `お名前、アドレス、そこに最後にサインインした日時、そこで行った操作が ${organization} に提供されます。${organization} では、ゲストは自分で退出できません。退出したい場合は、管理者に削除を依頼します。`,
    statement: (organization) => `${organization} のプライバシーに関する声明を読む`,
    noStatement: (organization) => `${organization} はプライバシーに関する声明を提供していません。`,
    declineTitle: (organization) => `${organization} の招待を辞退しますか?`,
    declineText: 'そこにお客様のものは何も残りません。',
    forGood: (organization) => `今後 ${organization} からの招待をすべて拒否する`,
    remove: '一覧から取り除く',
    removeTitle: (organization) => `${organization} を一覧から取り除きますか?`,
    removeText: (organization) =>
      `招待は ${organization} で削除され、そこにお客様のものは何も残りません。${organization} は改めて招待できます。`,
    removed: (organization) => `${organization} を一覧から取り除きました。`,
    homeShut: (organization) =>
      `ホーム組織のアカウントが使えないため、現在 ${organization} の招待を承諾できません。辞退することはできます。`,
    endedHint: (organization) =>
      `招待は終了しており、もう承諾できません。${organization} に新しい招待を依頼してください。`,
    accepted: (organization) => `${organization} のゲストになりました。`,
    declined: (organization) => `${organization} の招待を辞退しました。`,
  },
  request: {
    removalTitle: (organization) => `${organization} に削除を依頼しますか?`,
    removalText: (organization) =>
      `依頼は ${organization} の管理者に表示されます。管理者は、アカウントを削除するか、退出できるようにすることができます。`,
    restoreTitle: (organization) => `${organization} に復元を依頼しますか?`,
    restoreText: (organization) =>
      `依頼は ${organization} の管理者に表示されます。管理者が同意すると、グループとアプリを含めてアカウントが元に戻ります。`,
    message: '管理者へのメッセージ (省略可)',
    send: '依頼を送信',
    sent: (organization) => `${organization} への依頼を受け付けました。`,
    state: {
      removal: {
        open: '削除を依頼しました。管理者はまだ回答していません。',
        done: '削除の依頼に回答がありました。先に進めます。',
        declined: '削除の依頼は拒否されました。',
        withdrawn: '削除の依頼を取り下げました。',
        expired: '削除の依頼は回答のないまま終了しました。もう一度依頼できます。',
      },
      restore: {
        open: '復元を依頼しました。管理者はまだ回答していません。',
        done: '復元の依頼が認められました。',
        declined: '復元の依頼は拒否されました。',
        withdrawn: '復元の依頼を取り下げました。',
        expired: 'アカウントを復元できる期間は終了しました。',
      },
    },
    theyWrite: '次のメッセージが届いています:',
    asked: '依頼した日時',
    answered: '回答のあった日時',
  },
  acts: {
    withdraw: {
      title: (organization) => `${organization} への依頼を取り下げますか?`,
      text: (organization) =>
        `依頼は ${organization} の管理者に表示されなくなります。もう一度依頼することもできます。`,
      confirm: '依頼を取り下げ',
      done: () => '依頼を取り下げました。',
    },
    undo: {
      title: (organization) => `${organization} からの退出を取り消しますか？`,
      text: (organization) =>
        `${organization} のアカウントは、まだ残っているグループ、アプリ、ロールとともに元どおりに戻ります。組織の管理者には、あなたが戻ったことが表示されます。`,
      confirm: '退出を取り消す',
      done: (organization) => `${organization} に戻りました。`,
      doneDisabled: (organization) =>
        `${organization} のアカウントが戻りました。引き続き無効のため、管理者が有効にするまで利用できません。`,
    },
    refuse: {
      title: (organization) => `今後 ${organization} からの招待をすべて拒否しますか?`,
      text: (organization) =>
        `このページで拒否を解除するまで、${organization} は、お客様のどの名前に対しても再び招待することができません。アカウントの復元を依頼していて、まだ回答がない場合、その依頼は取り下げられます。`,
      confirm: '今後の招待を拒否',
      done: (organization) => `${organization} から招待されることはなくなりました。`,
    },
  },
  refusals: {
    title: '拒否した招待',
    hint: '次の組織は、お客様を招待できません。再び招待を受け付ける場合は、拒否を解除してください。',
    since: '拒否した日時:',
    takeBack: '拒否を解除',
    takeBackNamed: (organization) => `${organization} の拒否を解除`,
    done: (organization) => `${organization} から再び招待を受けられるようになりました。`,
  },
}
