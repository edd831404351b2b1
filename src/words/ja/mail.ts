/** The mails, in Japanese. */
import type { MailWords } from '../en/mail.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ja')

export const mail: MailWords = {
  frame: {
    fact: ({ label, value }) => `${label}: ${value}`,
    before: ({ label }) => `${label}:`,
    fromOrganization: ({ organization, domain, host }) =>
      `このメールは ${organization} (${domain}) に関するもので、${host} の Guesthouse から送信されました。`,
    fromInstallation: ({ host }) => `このメールは ${host} の Guesthouse から送信されました。`,
    questions: ({ organization }) => `${organization} でのお客様のデータに関するお問い合わせ先`,
    openOrganization: ({ organization }) => `組織の一覧で ${organization} を開く`,
    theyWrite: '次のメッセージが届いています:',
  },

  signInCode: {
    subject: 'Guesthouse のコード',
    yours: ({ code }) => `コードは ${code} です`,
    works: ({ minutes }) =>
      `このコードは、コードを要求したブラウザーで、${plural(minutes, { other: '# 分' })}以内に 1 回だけ使用できます。Guesthouse の担当者がコードをお尋ねすることはありません。`,
    notYou:
      'コードを要求していない場合、必要な操作はありません。コードがなければ誰もサインインできません。',
  },

  newBrowser: {
    subject: 'アカウントへの新しいサインイン',
    lead: 'これまで使用されたことのないブラウザーで、アカウントへのサインインがありました。',
    when: '日時',
    browser: 'ブラウザー',
    browserOn: ({ browser, system }) => `${system} の ${browser}`,
    unknownBrowser: '名前のわからないブラウザー',
    unknownBrowserOn: ({ system }) => `${system} の名前のわからないブラウザー`,
    notYouPassword:
      'ご自身による操作であれば、必要な操作はありません。そうでない場合は、次のページでそのセッションを終了し、パスワードを変更してください。',
    notYou:
      'ご自身による操作であれば、必要な操作はありません。そうでない場合は、次のページでそのセッションを終了し、メールボックスなど、サインインに使うものを他の人が使用できないようにしてください。',
    open: 'セッションを確認する',
  },

  factorChanged: {
    subject: {
      passkeyAdded: 'アカウントにパスキーが追加されました',
      passkeyRemoved: 'アカウントからパスキーが削除されました',
      authenticatorAdded: 'アカウントに認証アプリが設定されました',
      authenticatorRemoved: 'アカウントから認証アプリが削除されました',
      recoveryCodesMade: 'アカウントの新しい回復コードが作成されました',
      factorsReset: 'パスキーと認証アプリが削除されました',
      passwordSet: 'アカウントにパスワードが設定されました',
      passwordChanged: 'アカウントのパスワードが変更されました',
      identityAdded: 'アカウントへの新しいサインイン方法',
      identityRemoved: 'アカウントへのサインイン方法が削除されました',
    },
    meaning: {
      passkeyAdded:
        'アカウントにパスキーが追加されました。今後はパスワードなしで、このパスキーでサインインできます。',
      passkeyRemoved:
        'アカウントからパスキーが削除されました。このパスキーではサインインできなくなりました。',
      authenticatorAdded:
        'アカウントに認証アプリが設定されました。今後はパスワードの後に認証アプリのコードの入力が必要です。',
      authenticatorRemoved:
        'アカウントから認証アプリが削除されました。パスワードの後のコード入力は不要になり、回復コードは使用できなくなりました。',
      recoveryCodesMade:
        'アカウントの新しい回復コードが作成されました。以前の回復コードは使用できなくなりました。',
      factorsReset:
        'パスキーと認証アプリが削除されました。これらではサインインできなくなり、回復コードも使用できなくなりました。',
      passwordSet:
        'アカウントにパスワードが設定されました。今後はこのパスワードでサインインできます。',
      passwordChanged:
        'アカウントのパスワードが変更されました。以前のパスワードではサインインできなくなりました。',
    },
    identityAdded: ({ host }) =>
      `アカウントが ${host} のアカウントと関連付けられました。そちらにサインインした人は、こちらにもサインインできます。`,
    identityRemoved: ({ host }) =>
      `アカウントと ${host} のアカウントとの関連付けが解除されました。`,
    aProvider: 'プロバイダー',
    when: '日時',
    by: {
      oneself: 'お客様のセッション、またはお客様のために作成されたリンクから行われました。',
      operator: 'この Guesthouse の運用者によって行われました。',
      administrator: ({ organization }) => `${organization} の管理者によって行われました。`,
    },
    notYou:
      'ご自身による操作であれば、必要な操作はありません。そうでない場合は、サインインして「セキュリティ」ページを開き、心当たりのないものを削除して、ご自身のものでないセッションをサインアウトしてください。',
    notKnown: ({ organization }) =>
      `心当たりがあれば、必要な操作はありません。心当たりがない場合は、サインインして「セキュリティ」ページを開き、心当たりのないものを削除し、ご自身のものでないセッションをサインアウトして、${organization} の管理者に知らせてください。`,
    open: '「セキュリティ」ページを開く',
  },

  invitation: {
    subject: ({ organization }) => `${organization} からの招待`,
    lead: ({ organization, inviter }) =>
      `${organization} の ${inviter} さんから、ゲストとして共同で作業するための招待が届いています。`,
    leadOrganization: ({ organization }) =>
      `${organization} から、ゲストとして共同で作業するための招待が届いています。`,
    open: '内容を確認して、承諾または辞退する',
    once: ({ time }) => `このアドレスはお客様専用で、1 回だけ使用でき、${time} に無効になります。`,
    declining: '辞退する場合、サインインは必要ありません。',
    unexpected: ({ organization, domain }) =>
      `お心当たりがありませんか。その場合は、${organization} (${domain}) にいる知り合いの方に確認するまで、アドレスを開かないでください。先方の誰も把握していなければ、このメールを削除してください。`,
    reply: ({ inviter }) => `このメールに返信すると、${inviter} さんに届きます。`,
  },

  invitationCopy: {
    subject: ({ organization, address }) => `${organization} が ${address} を招待しました`,
    lead: ({ organization, inviter, address }) =>
      `${organization} の ${inviter} さんが ${address} をゲストとして招待し、お知らせするよう希望しました。`,
    leadOrganization: ({ organization, address }) =>
      `${organization} が ${address} をゲストとして招待し、お知らせするよう希望しました。`,
  },

  removalAsked: {
    subject: ({ organization, name }) =>
      `${name} さんが ${organization} からの削除を希望しています`,
    lead: ({ organization, name, principalName }) =>
      `${name} さん (${principalName}) が ${organization} からの削除を希望しています。管理者の操作なしでは退出できません。`,
    theirMessage: 'メッセージ:',
    answer: {
      enable:
        '管理者は、管理センターの「リクエスト」ページで回答します。本人が退出できるようにアカウントを有効にする、削除する、または拒否することができます。',
      remove:
        '管理者は、管理センターの「リクエスト」ページで回答します。アカウントを削除するか、拒否することができます。',
    },
    closed: ({ organization }) =>
      `${organization} は閉鎖されているため、誰も回答する必要はありません。リクエストが取り下げられない限り、そこのアカウントは自動的に削除されます。`,
    open: '管理センターでリクエストを開く',
  },
}
