/** Passkeys, authenticator apps and the page about both, in Japanese. */
import type { SecurityWords } from '../en/security.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ja')

export const security: SecurityWords = {
  security: 'セキュリティ',
  securityIntro: 'サインインに使うものと、サインインしている場所。',
  toProfile: 'アカウントに戻る',
  toSecurity: '「セキュリティ」に戻る',

  passkeys: 'パスキー',
  passkeysIntro:
    'パスキーを使うと、パスワードなしで、デバイスのロック解除によってサインインできます。',
  noPasskeys: 'パスキーはまだありません。',
  addPasskey: 'パスキーを追加',
  passkeysHere: (host) =>
    `パスキーは名前に結び付けられますが、この Guesthouse は ${host} というアドレスで公開されています。https で使える名前を付けるよう、運用者に依頼してください。`,
  tooManyPasskeys: (most) =>
    `パスキーが ${plural(most, { other: '# 個' })}あり、上限に達しています。使用していないものを削除してください。`,
  passkeyName: 'このパスキーの名前',
  passkeyNameHint: '後で見分けるための名前です。例: 自分の電話',
  passkeyNamePlain: 'パスキー',
  badName: 'パスキーの名前を 1 ~ 64 文字で入力してください。',
  askBrowser: '続行',
  askBrowserHint:
    'このデバイスまたは近くにある別のデバイスのロックを解除するよう、ブラウザーが求めます。',
  addedOn: (date) => `${date} に追加`,
  lastUsedOn: (date) => `最終使用: ${date}`,
  neverUsed: '未使用',
  remove: '削除',
  removeNamed: (name) => `${name} を削除`,
  removePasskey: 'このパスキーを削除しますか?',
  removePasskeyText: (name) =>
    `「${name}」ではサインインできなくなります。デバイスからも削除するまで、デバイスに表示され続けることがあります。`,
  removePasskeyLast:
    'ここにはパスワードがなく、これが最後のパスキーです。別の方法でサインインできることを確認してください。',
  keep: '残す',

  withPasskey: 'パスキーでサインイン',
  passkeyIntro: '使用できるパスキーがブラウザーに表示されます。名前もパスワードも必要ありません。',
  usePasskey: 'パスキーを使用',
  otherWay: '別の方法でサインイン',
  needsScript:
    'パスキーには JavaScript が必要ですが、このブラウザーでは無効になっています。このサイトで有効にするか、別の方法でサインインしてください。',
  unsupported:
    'このブラウザーはパスキーに対応していません。新しいブラウザーを使用するか、別の方法でサインインしてください。',
  cancelled:
    'パスキーは使用されませんでした。キャンセルされたか、時間切れです。準備ができたら、もう一度お試しください。',
  alreadyThere:
    'このデバイスには、お客様のパスキーがすでにあります。別のデバイスを使用するか、現在のパスキーをそのままお使いください。',
  expired: '時間がかかりすぎたか、2 回送信されました。もう一度お試しください。',
  notVerified:
    'パスキーを確認できなかったため、何も変更されていません。もう一度お試しください。解決しない場合は、別のパスキーを使用してください。',
  unknownPasskey:
    'このパスキーはここでは認識されません。削除された可能性があります。別の方法でサインインしてから、新しいパスキーを追加してください。',

  authenticator: '認証アプリ',
  authenticatorIntro: 'パスワードの後に入力する、電話のアプリに表示されるコードです。',
  authenticatorOff: '設定されていません。',
  authenticatorOn: (date) => `${date} に設定。`,
  authenticatorNeedsPassword:
    'ここではパスワードでサインインしていないため、コードは求められません。アカウントの安全性は、サインインに使うもの (パスキー、メールボックス、または本人であることを示すプロバイダー) によって決まります。',
  setUpAuthenticator: '認証アプリを設定',
  setUpTitle: '認証アプリの設定',
  setUpSteps:
    'この画像をアプリで読み取るか、キーをアプリに入力してください。その後、アプリに表示されるコードを入力してください。',
  qr: '下に記載されているキーの QR コード',
  key: 'キー:',
  code: 'コード',
  codeHint: 'アプリに表示される 6 桁の数字',
  confirm: '確認',
  codeWrongSetUp:
    '現在のコードと一致しません。電話の時計が正しいことを確認し、次のコードを待って入力してください。まだ何も有効になっていません。',
  setUpOver: '前のページのキーは古くなりました。最初からやり直します。もう一度読み取ってください。',
  recoveryTitle: '回復コード',
  recoveryText:
    '紙に書くなど、電話がなくても見つけられる場所に保管してください。それぞれのコードで、アプリのコードの代わりに 1 回サインインできます。再び表示されることはありません。',
  recoveryKept: '保管しました',
  noRecoveryLeft: '回復コードは残っていません。',
  recoveryLeft: (count) => plural(count, { other: '回復コードが # 個残っています。' }),
  newRecoveryCodes: '新しい回復コードを作成',
  newRecoveryText:
    '以前の回復コードは使用できなくなります。続行するには、コードを入力してください。',
  removeAuthenticator: '認証アプリを削除',
  removeAuthenticatorText:
    '削除すると、パスワードだけでサインインするようになり、回復コードは使用できなくなります。続行するには、コードを入力してください。アプリも回復コードもない場合は、ホーム組織の管理者にリセットを依頼してください。',
  anyCode: 'コードまたは回復コード',
  anyCodeHint: 'アプリに表示される 6 桁の数字、または回復コードのいずれか',
  secondStep: 'コードの入力',
  secondStepFor: (name) => `${name} のコードを入力してください。`,
  codeWrong:
    'コードが正しくないか、すでに使用されています。アプリに次のコードが表示されるまで待って、それを入力してください。',
  lostPhone:
    '電話が手元にない場合は、回復コードを入力してください。回復コードもない場合は、ホーム組織の管理者にサインイン方法のリセットを依頼してください。',
  startAgain: '最初からやり直す',
  noAuthenticator: '認証アプリが設定されていないため、変更するものはありません。',

  sessions: 'サインインしている場所',
  thisSession: 'このセッション',
  lastSeenAt: (time) => `最終使用: ${time}`,
  endSession: 'サインアウト',
  endNamed: (device) => `${device} をサインアウト`,
  sessionEnded: 'セッションをサインアウトしました。',
  sessionGone: 'そのセッションはすでに終了していました。',
  passkeyAdded: 'パスキーを追加しました。今後はこのパスキーでサインインできます。',
  passkeyRemoved: 'パスキーを削除しました。',
  authenticatorRemoved: '認証アプリを削除しました。今後はパスワードだけでサインインします。',
}
