/** What mails say about somebody's standing in an organization, in Japanese. */
import type { StandingWords } from '../en/standing.ts'

export const standing: StandingWords = {
  leavingLater: {
    alone: 'ゲストはいつでも自分で退出できます。',
    asking: ({ organization }) =>
      `${organization} では、ゲストは自分で退出できません。退出したい場合は、管理者に削除を依頼します。`,
  },
  wayOut: {
    home: ({ organization }) =>
      `${organization} のアカウントを終了したい場合は、管理者に削除を依頼してください。`,
    guestAlone: ({ organization }) =>
      `${organization} のゲストをやめたい場合は、「組織」ページで退出してください。管理者の操作は必要ありません。`,
    guestAsking: ({ organization }) =>
      `${organization} では、ゲストは自分で退出できません。ゲストをやめたい場合は、「組織」ページで削除を依頼してください。`,
    guestDisabled: ({ organization }) =>
      `${organization} のアカウントが無効の間は、自分で退出できません。ゲストをやめたい場合は、「組織」ページで削除を依頼してください。`,
    eitherAlone: ({ organization }) =>
      `お客様のホーム組織は別の組織のため、「組織」ページでいつでも ${organization} から退出できます。管理者の操作は必要ありません。`,
    eitherAsking: ({ organization }) =>
      `${organization} では、他の組織の人は自分で退出できません。アカウントを終了したい場合は、「組織」ページで削除を依頼してください。`,
  },
  receipt: {
    left: ({ organization }) => `${organization} から退出しました`,
    leftLead: ({ organization }) =>
      `${organization} から退出しました。そこでのアカウントは終了しました。`,
    ended: ({ organization }) => `${organization} のアカウントが終了しました`,
    endedLead: ({ organization }) => `${organization} のアカウントが削除されました。`,
    reference: '参照番号',
    open: '証明書と、データのその後を表示',
    endedAt: '終了日時',
    restorableUntil: '復元できる期限',
    hold: ({ organization }) =>
      `法的な保持のために ${organization} がデータをこれより長く保管しなければならない場合は、「組織」ページに表示されます。`,
    undoing: ({ organization, until }) =>
      `間違えて離れた場合は、${until} まで自分で取り消せます。組織のページの ${organization} の行で操作してください。`,
    each: (restorableUntil) => `${restorableUntil} まで復元できます。`,
    eachClosed: '組織は閉鎖されているため、現在アカウントを復元できる人はいません。',
    holdMany:
      '法的な保持のためにデータをこれより長く保管しなければならない組織がある場合は、「組織」ページに表示されます。',
    comingBackMany:
      'それぞれの期日までは、その組織の管理者が、グループ、アプリケーション、ロールを含めてアカウントを元に戻すことができます。「組織」ページで依頼するか、参照番号を伝えてください。',
    comingBack: ({ organization, until }) =>
      `${until} までは、${organization} の管理者が、グループ、アプリケーション、ロールを含めてアカウントを元に戻すことができます。「組織」ページで依頼するか、参照番号を伝えてください。`,
    cannotSignIn:
      'ゲストとして参加していて、サインインできない場合: このアドレスに届くコードで依頼',
    comingBackClosed: ({ organization }) =>
      `${organization} は閉鎖されているため、現在アカウントを復元できる人はいません。期限までに再開された場合は管理者が復元できますので、「組織」ページで依頼するか、参照番号を伝えてください。`,
  },
  redemptionReset: {
    subject: ({ organization }) => `${organization} の招待をもう一度承諾してください`,
    lead: ({ organization, address }) =>
      `${organization} の管理者が招待をリセットしました。${address} が自分のものであると証明した人がもう一度承諾するまで、そこにはサインインできません。グループ、アプリケーション、ロールは保持されます。`,
    unexpected:
      'お心当たりがない場合、またはアドレスがご自身のものでない場合は、誰かが承諾する前に組織に確認してください。',
  },
  held: {
    subject: ({ organization }) => `${organization} は法的な保持のためにデータを保管しています`,
    lead: ({ organization }) =>
      `${organization} のアカウントは終了しています。${organization} の管理者が法的な保持を設定しました。お伝えした日を過ぎても、保持が終わるまで残りのデータは消去されません。その間は誰も利用できません。コピーは引き続き「組織」ページで取得できます。`,
  },
  holdEnded: {
    subject: ({ organization }) => `${organization} はデータを保管しなくなりました`,
    lead: ({ organization }) =>
      `${organization} のアカウントは終了しており、管理者が法的な保持を解除しました。お伝えした日が再び有効になります。復元できる日を過ぎている場合、残りのデータはこれから消去されます。`,
  },
  disabled: {
    subject: ({ organization }) => `${organization} のアカウントが無効になりました`,
    home: ({ organization }) =>
      `${organization} の管理者がアカウントを無効にしました。再び有効になるまで、${organization} にも、ゲストとして参加している組織にもサインインできません。削除されたものはありません。`,
    guest: ({ organization }) =>
      `${organization} の管理者がアカウントを無効にしました。再び有効になるまで、${organization} は利用できません。削除されたものはなく、他の組織に変わりはありません。`,
    homeNext: ({ organization }) =>
      `お心当たりがない場合は、${organization} の管理者に確認してください。`,
    homeGuest:
      'ゲストとして参加している組織には、サインインしなくても、このアドレスに届くコードで削除を依頼できます。',
    askFromHome: 'このアドレスに届くコードで削除を依頼',
    ask: 'サインインできない場合: このアドレスに届くコードで依頼',
    guestNext: '削除を希望する場合は、「組織」ページで削除を依頼してください。',
  },
  enabled: {
    subject: ({ organization }) => `${organization} のアカウントが再び有効になりました`,
    lead: ({ organization }) =>
      `${organization} の管理者が、グループ、アプリケーション、ロールを含めてアカウントを再び有効にしました。以前のサインインは終了していますので、改めてサインインしてください。`,
  },
  restored: {
    subject: ({ organization }) => `${organization} のアカウントが元に戻りました`,
    lead: ({ organization }) =>
      `${organization} の管理者が、グループ、アプリケーション、ロールを含めてアカウントを復元しました。`,
  },
  stillDisabled: {
    byPolicy: ({ organization }) =>
      `${organization} のルールにより引き続き無効です。管理者が有効にするまで利用できません。`,
    bySomebody: ({ organization }) =>
      `引き続き無効です。${organization} の管理者が有効にするまで利用できません。`,
  },
  undone: {
    subject: ({ organization }) => `${organization} のアカウントが戻りました`,
    lead: ({ organization }) =>
      `あなたは ${organization} からの退出を取り消しました。アカウントは、グループ、アプリケーション、ロールとともに戻りました。`,
    unexpected:
      '心当たりがない場合は、すべての場所からサインアウトし、サインインの方法を変更してください。',
  },
  handedOver: {
    subject: ({ organization }) => `${organization} での引き継ぎについて`,
    lead: ({ organization, what }) =>
      `${organization} から退出した人が、あなたを後任に指定しました。今後、あなたは次のものを担当します。${what}。`,
    next: ({ organization }) =>
      `ほかの人が担当すべき場合は、${organization} の管理者に相談してください。`,
  },
  restoredAsks: {
    subject: ({ organization }) => `${organization} があなたに戻ってきてほしいと希望しています`,
    lead: ({ organization }) =>
      `${organization} でのアカウントは終了していましたが、管理者が復元しました。同意されるまで、アカウントは一切使用されません。「組織」ページで承諾または辞退してください。`,
    nothing: '何もしなければ、戻ることはありません。',
  },
  roleGiven: {
    subject: ({ organization, role }) => `${organization} で ${role} のロールが付与されました`,
    lead: ({ organization, role }) =>
      `${organization} の管理者が ${role} のロールを付与しました。このロールで許可される操作を今から行えます。`,
  },
  roleTaken: {
    subject: ({ organization, role }) => `${organization} で ${role} のロールが取り消されました`,
    lead: ({ organization, role }) =>
      `${organization} の管理者が ${role} のロールを取り消しました。アカウント、グループ、アプリケーションは以前のままです。`,
  },
  sessionsEnded: {
    subject: ({ organization }) => `${organization} からサインアウトされました`,
    home: ({ organization }) =>
      `${organization} の管理者が、ゲストとして参加している組織も含め、すべての場所からサインアウトさせ、アプリケーションに与えられていたものを終了しました。続けるにはもう一度サインインしてください。`,
    guest: ({ organization }) =>
      `${organization} の管理者がそこからサインアウトさせ、アプリケーションに与えられていたものを終了しました。続けるにはもう一度サインインしてください。ほかの組織は以前のままです。`,
    unexpected: ({ organization }) =>
      `心当たりがない場合は、${organization} の管理者に問い合わせてください。`,
  },
  waysInEnded: {
    subject: ({ organization }) => `${organization} へのアクセスを設定し直す必要があります`,
    lead: ({ organization }) =>
      `${organization} でより多くの権限が付与されました。サインインに使うものは、より少ない権限の人が設定したため無効になり、誰もそれでは入れません。${organization} の管理者が新しいサインイン方法を用意します。`,
  },
  userTypeChanged: {
    subject: {
      Member: ({ organization }) => `${organization} のメンバーになりました`,
      Guest: ({ organization }) => `${organization} のゲストになりました`,
    },
    lead: {
      Member: ({ organization }) =>
        `${organization} の管理者が、お客様をメンバーに変更しました。グループ、アプリケーション、ロールは保持され、サインイン方法はこれまでと同じです。`,
      Guest: ({ organization }) =>
        `${organization} の管理者が、お客様をゲストに変更しました。グループ、アプリケーション、ロールは保持され、サインイン方法はこれまでと同じです。`,
    },
  },
  erased: {
    subject: ({ organization }) => `${organization} のデータが消去されました`,
    lead: ({ organization }) =>
      `${organization} のアカウントは、そこにあるすべてのデータとともに完全に削除されました。復元は誰にもできません。`,
    unanswered: ({ organization, time }) =>
      `${time} に ${organization} にアカウントの復元を依頼されましたが、完全に削除されるまでに回答はありませんでした。`,
    again: ({ organization }) =>
      `${organization} から再び招待されることはありますが、その場合は最初からになります。`,
  },
  requestAnswered: {
    subject: {
      removalDone: ({ organization }) => `${organization} が削除の依頼に回答しました`,
      removalDeclined: ({ organization }) => `${organization} が削除の依頼を拒否しました`,
      restoreDone: ({ organization }) => `${organization} のアカウントが元に戻りました`,
      restoreDeclined: ({ organization }) => `${organization} が復元の依頼を拒否しました`,
    },
    enable: ({ organization }) =>
      `${organization} に削除を依頼されましたが、管理者は代わりにアカウントを有効にしました。`,
    delete: ({ organization }) =>
      `${organization} に依頼された削除が完了しました。いつまで取り消せるかは、別のメールでお知らせします。`,
    restore: ({ organization }) =>
      `${organization} に依頼された復元が完了し、グループ、アプリケーション、ロールを含めてアカウントが元に戻りました。`,
    removalDeclined: ({ organization }) =>
      `${organization} に削除を依頼されましたが、管理者が拒否したため、アカウントは変わりません。`,
    restoreDeclined: ({ organization }) =>
      `${organization} に復元を依頼されましたが、管理者が拒否したため、退出したままになります。`,
    turnTo: ({ organization }) =>
      `「組織」ページでもう一度依頼するか、${organization} でデータの責任を負う窓口にお問い合わせください。`,
  },
}
