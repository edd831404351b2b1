/** What the built-in directory roles are called, in Japanese. */
import type { RoleNames } from '../en/role-names.ts'

export const roleNames: RoleNames = {
  'Global Administrator': 'グローバル管理者',
  'Privileged Role Administrator': '特権ロール管理者',
  'Privileged Authentication Administrator': '特権認証管理者',
  'User Administrator': 'ユーザー管理者',
  'Authentication Administrator': '認証管理者',
  'Helpdesk Administrator': 'ヘルプデスク管理者',
  'Password Administrator': 'パスワード管理者',
  'Groups Administrator': 'グループ管理者',
  'Application Administrator': 'アプリケーション管理者',
  'External Identity Provider Administrator': '外部 ID プロバイダー管理者',
  'Global Reader': 'グローバル閲覧者',
  'Guest Inviter': 'ゲスト招待元',
  'Directory Readers': 'ディレクトリ閲覧者',
  'Message Center Reader': 'メッセージセンター閲覧者',
  'Reports Reader': 'レポート閲覧者',
  'Usage Summary Reports Reader': '使用概要レポート閲覧者',
}
