/** What the codes in the copy of my data mean: its page says none as it is; in Japanese. */
import type { CopiedCodeWords } from '../../en/copied/codes.ts'

export const copiedCodes: CopiedCodeWords = {
  other: '以前のもの',
  inJson: '下の JSON にあります。',
  userType: {
    Guest: 'ゲスト',
    Member: 'メンバー',
  },
  creationType: {
    Invitation: '招待による',
  },
  invitationState: {
    PendingAcceptance: '未承諾',
    Accepted: '承諾済み',
  },
  deletedBy: {
    self: '自分 (退出)',
    administrator: '管理者',
    policy: '組織のルール',
    operator: 'サーバーの運営者',
  },
  requestKind: {
    removal: '削除してもらう',
    restore: '復元してもらう',
  },
  requestState: {
    open: '回答待ち',
    done: '完了',
    declined: '却下',
    withdrawn: '取り下げ',
    expired: '回答なしで終了',
  },
  wayIn: {
    passwordLink: 'パスワードを設定するリンク',
    tie: '関連付けたアカウント',
    invitation: '招待',
    reset: 'リセット',
    address: 'メール アドレス',
  },
  issuer: {
    email: 'メールボックス',
    here: 'この組織のアカウント',
    provider: 'この組織のプロバイダー',
  },
  target: {
    organization: '組織',
    user: 'アカウント',
    group: 'グループ',
    application: 'アプリ',
    role: 'ロール',
    request: '依頼',
    policy: 'ルール',
  },
  scope: {
    openid: '本人確認',
    profile: '名前の参照',
    email: 'アドレスの参照',
    offline_access: '不在時の継続',
    others: 'その他の権限 (JSON に記載)',
  },
}
