/** Signing in, signing out, passwords and the first organization, in Japanese. */
import type { SignInWords } from '../en/sign-in.ts'
import { pluralOf, waitOf } from '../speech.ts'

const plural = pluralOf('ja')
const wait = waitOf('ja')
const soon = { minutes: { other: '# 分後' }, hours: { other: '# 時間後' } } as const

export const signIn: SignInWords = {
  signIn: 'サインイン',
  next: '次へ',
  signInName: 'サインイン名',
  signInNameOrAddress: 'サインイン名またはメールアドレス',
  signInNameHint: '例: ada@contoso.example。次のページに、サインインの方法が表示されます。',
  anotherName: '別の名前を使用',
  withPassword: 'パスワードでサインイン',
  otherWays: '他のサインイン方法',
  noName: 'この名前ではサインインできません。ada@contoso.example のように全体を入力してください。',
  noWays: (name) =>
    `名前またはアドレスは、ada@contoso.example のように全体を入力してください。「${name}」だけでは、サインインの方法がわかりません。`,
  nameLost:
    'ここでもう一度名前を入力してください。入力したばかりの場合は、ブラウザーが Cookie を保存していません。このサイトの Cookie を許可してください。許可しないとサインインできません。',
  password: 'パスワード',
  forgot:
    'パスワードを忘れた場合は、ホーム組織の管理者にパスワード設定用のリンクを依頼してください。',
  stepUp:
    'サインインに使うものを変更するには、もう一度本人確認を行ってください。その間もサインインしたままです。',
  cookiesOff:
    '先ほどサインインしましたが、ブラウザーが Cookie を保存しないため、すぐに失われました。このサイトの Cookie を許可してから、もう一度サインインしてください。',
  emptyTitle: 'まだ何も設定されていません',
  empty: 'この Guesthouse にはまだ組織がないため、誰もサインインできません。',
  emptyNext:
    '運用者が、起動時に表示された設定用のリンクを開きます。再起動すると新しいリンクが表示されます。その後、このページを再読み込みしてください。',
  wrong: '名前とパスワードの組み合わせが正しくありません。両方を確認して、もう一度お試しください。',
  throttled: (seconds) => `試行回数が多すぎます。${wait(seconds, soon)}にもう一度お試しください。`,
  disabledTitle: 'アカウントは無効です',
  disabled: (organization) =>
    `パスワードは正しいのですが、ホーム組織である ${organization} のアカウントが無効になっています。このアカウントではどこにもサインインできず、その間は他の組織から自分で退出することもできません。`,
  disabledNext: (organization) =>
    `${organization} の管理者に、アカウントを有効にするよう依頼してください。`,
  closed: (organization) => `${organization} は閉鎖されているため、誰もサインインできません。`,
  askRemovalHint:
    'ゲストとして参加している組織からの削除、または削除された組織での復元を希望する場合は、メールアドレスを使って依頼してください。',
  closedData:
    'そこにあるデータの控えが必要な場合や、データについて質問がある場合は、担当の窓口に連絡してください。',
  writeTo: (contact) => `${contact} に連絡`,
  signOut: 'サインアウト',
  signOutQuestion: 'このデバイスで Guesthouse からサインアウトしますか?',
  signedOut: 'サインアウトしました。',
  changePassword: 'パスワードを変更',
  mustChange: '続行する前に、新しいパスワードを設定してください。',
  currentPassword: '現在のパスワード',
  newPassword: '新しいパスワード',
  repeatPassword: '新しいパスワード (確認)',
  passwordHint: (least) =>
    `${plural(least, { other: '# 文字' })}以上。いくつかの単語からなる文が適しています。数字や記号は必須ではありません。`,
  changed: 'パスワードを変更しました。他のセッションは終了しました。',
  goOn: '続行',
  back: '戻る',
  notTheSame: '新しいパスワードが一致しません。両方をもう一度入力してください。',
  currentWrong: '現在のパスワードが正しくありません。パスワードは変更されていません。',
  noPassword: 'ここではパスワードでサインインしていないため、変更するパスワードはありません。',
  choosePassword: 'パスワードを設定',
  passwordFor: (name, organization) => `${organization} の ${name} のパスワードです。`,
  passwordSet: 'パスワードを設定しました。新しいパスワードでサインインしてください。',
  linkOver: 'このリンクは無効になりました',
  linkOverWhy: 'すでに使用されたか、古すぎるか、新しいリンクに置き換えられました。',
  passwordLinkNext: '組織の管理者に新しいリンクを依頼してください。',
  setUpLinkNext: '組織がまだない間は、Guesthouse を再起動すると新しいリンクが表示されます。',
  setUp: 'Guesthouse の設定',
  setUpIntro: '最初の組織と、その最初の管理者を作成します。このリンクは 1 回だけ使用できます。',
  organizationName: '組織の名前',
  domain: 'ドメイン',
  domainHint: 'サインイン名の末尾になります。例: contoso.example',
  displayName: 'お名前',
  localPart: 'サインイン名 (@ より前の部分)',
  make: '組織を作成',
  setUpDone: '組織の準備ができました',
  setUpDoneNext: (name) => `続行するには、${name} としてサインインしてください。`,

  weak: {
    tooShort: (least) =>
      `新しいパスワードが短すぎます。${plural(least, { other: '# 文字' })}以上にしてください。いくつかの単語を並べると良いパスワードになります。`,
    tooLong: '新しいパスワードが、保存できる長さを超えています。1024 バイト以内にしてください。',
    common:
      '新しいパスワードは、他人に推測されやすいものです。互いに関係のない単語をいくつか使用してください。',
    unchanged: '新しいパスワードが現在のパスワードと同じです。別のパスワードを設定してください。',
    containsName:
      '新しいパスワードの大部分が、ご自身の名前またはアドレスです。他人に知られていないものを使用してください。',
  },
  setUpProblem: {
    organizationName: '組織の名前を 1 ~ 256 文字で入力してください。',
    domain: 'ドメインは contoso.example のように、英字、数字、ハイフンとドットで入力してください。',
    displayName: 'お名前を 1 ~ 256 文字で入力してください。',
    localPart:
      'サインイン名には、英字、数字、ドット、ハイフン、アンダースコアを使用できます。@ とその後ろは入力しないでください。',
    password: 'パスワードを設定してください。',
  },
}
