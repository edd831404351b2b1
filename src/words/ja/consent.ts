/**
 * What the OpenID Connect provider asks: agreeing, choosing an account, devices, signing out; in
 * Japanese.
 */
import { permissions } from './permissions.ts'
import type { ConsentWords } from '../en/consent.ts'

export const consent: ConsentWords = {
  goOn: '続行',
  goingOn: 'お待ちください',
  goingOnWhy: 'アプリケーションに戻っています。',
  back: 'アプリケーションに戻る',
  portal: '所属組織',
  accept: '同意',
  decline: '拒否',
  consentTitle: (application) => `${application} にサインインしますか?`,
  consent: (application, organization) =>
    `${application} は ${organization} のアプリケーションです。お名前、アドレス、このアプリケーションでのロールが、アプリケーションに提供されます。`,
  consentWithGroups: (application, organization) =>
    `${application} は ${organization} のアプリケーションです。お名前、アドレス、${organization} でのグループ、このアプリケーションでのロールが、アプリケーションに提供されます。`,
  foreign: (publisher) =>
    `別の組織である ${publisher} のアプリケーションです。その組織が誰であるかは、ここでは確認されていません。`,
  consentForeign: (application, publisher, organization) =>
    `${application} は ${publisher} のアプリケーションで、${organization} が使用しています。お名前、アドレス、このアプリケーションでのロールが、アプリケーションに提供されます。`,
  consentForeignWithGroups: (application, publisher, organization) =>
    `${application} は ${publisher} のアプリケーションで、${organization} が使用しています。お名前、アドレス、${organization} でのグループ、このアプリケーションでのロールが、アプリケーションに提供されます。`,
  allowAt: (application, resource) =>
    `${application} は、${resource} で、お客様の名前により、次のことの許可を求めています。`,
  admin: {
    title: (application, organization) =>
      `${application} が ${organization} で動作することを許可しますか?`,
    ofOwn: (application, organization) =>
      `${application} は ${organization} のアプリケーションです。`,
    forPeople: (organization) =>
      `${organization} の人に代わり、各自の権限で、各自が自分で許可した後に:`,
    forPeopleAt: (resource) => `${resource} で、全員の名前により、本人に尋ねることなく:`,
    byItself: (organization) =>
      `誰もサインインしていない状態で、${organization} のディレクトリで単独で:`,
    byItselfAt: (resource) => `${resource} で単独で:`,
    ofEach: {
      'Directory.AccessAsUser.All': '各自がそこで行えることを行うこと',
      'User.Read': '各自のユーザーを読み取ること',
      'UserAuthenticationMethod.Read': '各自のサインイン方法を読み取ること',
    },
    ownApplications: 'アプリケーションを登録し、自身が所有するものを読み取り、変更すること',
    createGroups: 'グループを作成すること',
    nothing: 'サインイン以外のことは求めていません。',
    undo: 'いつでも、管理センターの「アプリケーション」ですべて取り消せます。',
    accept: '組織として承認する',
    cannotTitle: 'この要求には応答できません',
    mayNot: (organization) =>
      `アプリケーションを管理し、ディレクトリについて求められている場合はロールを付与する ${organization} の管理者が必要です。そのような管理者に、このリンクを開くよう依頼してください。`,
    unknown:
      'このクライアント ID とこのアドレスを持ち、この組織で使用できるアプリケーションはありません。リンクを渡した人に、両方の確認を依頼してください。',
  },
  anywhere: {
    startTitle: (application, organization) => `${organization} で ${application} を使用しますか?`,
    startForMe: (application, organization) =>
      `承諾すると、${organization} のアカウントで ${application} にサインインし、お客様の名前、アドレス、このアプリケーションでのロール、および要求された場合はグループがこのアプリケーションに伝わります。それ以外のことはできず、ほかの人がサインインすることもありません。${organization} の管理者はいつでも使用を終了できます。`,
    start: (application, organization) =>
      `${application} は ${organization} でまだ使用されていません。承諾すると、${organization} の人がサインインできるようになり、サインインした人の名前、アドレス、ロール、および要求された場合はグループがこのアプリケーションに伝わります。それ以外のことはできません。${organization} の管理者はいつでも使用を終了できます。`,
    administratorTitle: (application) => `${application} には管理者の許可が必要です`,
    administrator: (application, organization) =>
      `${organization} では、お客様が ${application} を使用することを決められるのは管理者だけです。管理者にこのリンクを送ってください:`,
    noHome:
      'あなたのアカウントはここではどの組織にも属していないため、このアプリケーションはどこでサインインすればよいか判断できません。アプリケーションの運営者に、あなたがゲストになっている組織のアドレスを尋ねてください。',
  },
  allowTitle: (application) => `${application} がお客様に代わって操作することを許可しますか?`,
  allow: (application) =>
    `${application} は Guesthouse の一部ではありません。所属するすべての組織について、次のことの許可を求めています。`,
  allowRead: {
    you: 'お客様が誰であるか、どの組織に所属しているか、組織がお客様について保持している情報を確認すること',
    signIns:
      'いつどこでサインインしたか、どのアプリケーションがお客様に代わって操作できるかを確認すること',
  },
  allowWrite: {
    leave: 'お客様に代わって組織から退出すること、招待を承諾または辞退すること',
    end: 'セッションやアプリケーションのアクセスを終了すること、お客様の名前で管理者に連絡すること',
  },
  allowInDirectory: (application, organization) =>
    `${application} は、${organization} のディレクトリで、そこでのお客様の権限により、次のことの許可を求めています。`,
  allowReadDirectory: (organization) =>
    `${organization} のユーザー、グループ、アプリケーションのうち、お客様が読み取れる情報を読み取ること`,
  allowAll: {
    read: 'お客様が読み取れるすべての情報を読み取ること',
    act: 'お客様が行えるすべての操作を、管理者としての操作も含めて、お客様の名前で行うこと',
  },
  permissions,
  allowGoesTo: (host) => `許可した内容は ${host} に渡されます。`,
  allowOnlyWhen:
    'このアプリケーションをご自身で開き、この要求に心当たりがある場合にのみ許可してください。アドレスやアクセス許可が変わると、再度確認が求められます。アクセスは「アカウントを表示」で終了できます。',
  allowUntil: 'サインアウトするか、「アカウントを表示」でアクセスを終了すると、許可は終了します。',
  allowAccept: '許可',
  chooseTitle: (application) => `${application} に使用するアカウントを選択してください`,
  chooseNow: (displayName) => `${displayName} としてサインインしています。`,
  chooseNowNamed: (displayName, name) => `${displayName} (${name}) としてサインインしています。`,
  chooseStay: (displayName) => `${displayName} として続行`,
  another: '別のアカウントを使用',
  cannotTitle: (application) => `${application} を開けません`,
  stranger: (organization) =>
    `${organization} に所属していません。このリンクを渡した人に招待を依頼してください。`,
  invited: (organization) =>
    `${organization} への招待がまだ承諾されていません。届いた招待のリンクを開き、先に承諾してください。`,
  disabled: (organization) =>
    `${organization} のアカウントは無効です。${organization} の管理者に、有効にするよう依頼してください。`,
  left: (organization) =>
    `${organization} から退出しています。誤って退出した場合は、管理者に復元を依頼してください。いつまで復元できるかは「所属組織」で確認できます。`,
  removed: (organization) =>
    `${organization} のアカウントは削除されました。誤りと思われる場合は、${organization} の管理者に確認してください。`,
  closed: (organization) =>
    `${organization} は閉鎖されているため、誰もサインインできません。他の組織には影響ありません。`,
  factorNeeded: (application) =>
    `${application} には、現在よりも強力なサインインが必要です。「所属組織」を開き、「アカウントを表示」でパスキーまたは認証アプリを追加してから、それを使ってサインインしてください。`,
  notAssigned: (organization) =>
    `このアプリケーションは、割り当てられた人だけが使用できますが、お客様には割り当てられていません。${organization} の管理者に割り当てを依頼してください。`,
  deviceTitle: 'デバイスの接続',
  deviceCode: 'コード',
  deviceHint: 'デバイスに表示されるコード (例: WDJB-MJHT)',
  deviceAsk: (application) =>
    `お使いのデバイスで ${application} が表示しているコードは、これですか?`,
  deviceWarning:
    '誰かからこのコードが送られてきた場合は、拒否してください。同意すると、コードを表示させた人がお客様としてサインインした状態になります。ご自身のデバイスに表示されているコードにのみ同意してください。',
  deviceDone: 'デバイスが接続されました。このページを閉じて、デバイスで続行できます。',
  deviceWrong:
    'このコードは使用できません。入力の誤りか、使用済みか、古すぎる可能性があります。デバイスで新しいコードを取得して、もう一度お試しください。',
  deviceOver:
    'このページを開いていた時間が長すぎたか、このブラウザーがこのページの Cookie を保存していません。Cookie を許可して、コードをもう一度入力してください。',
  deviceAgain: 'コードをもう一度入力',
  deviceDeclined: '拒否しました。デバイスは接続されていません。',
  signOutTitle: 'サインアウト',
  signOutAsk:
    'Guesthouse と、このデバイスで Guesthouse を使って開いたすべてのアプリケーションからサインアウトしますか?',
  signOut: 'サインアウト',
  stay: 'サインインしたままにする',
  signedOut: 'サインアウトしました。',
  stayed: 'Guesthouse にサインインしたままです。',
  alsoSignedOut: '次のアプリケーションでも、このブラウザーのサインアウトを行います:',
  notAnswered:
    '次のアプリケーションからは応答がありませんでした。まだサインインしている可能性があります。そのアプリケーションでもサインアウトするか、ブラウザーを閉じてください。',
  notTold:
    '次のアプリケーションには、数が多いため通知していません。まだサインインしている可能性があります。そのアプリケーションでもサインアウトするか、ブラウザーを閉じてください。',
  errorTitle: 'このサインインは続行できません',
  errorNext:
    'アプリケーションをもう一度開き、そこからやり直してください。解決しない場合は、下に表示されている内容をアプリケーションの運用者に知らせてください。',
}
