/** How accounts and mails end, in the copy of my data; in Japanese. */
import type { CopiedEndingWords } from '../../en/copied/endings.ts'

export const copiedEndings: CopiedEndingWords = {
  lifecycle: {
    inactivity: '長期間の未使用',
    sponsor: '責任者がいない',
    attestation: '必要性が未確認',
    redemption: '招待が期限内に未承諾',
  },
  receipt: {
    left: '自分で退出',
    declined: '招待を辞退',
    removed: '管理者による削除',
    removedByOperator: 'サーバーの運営者による削除',
    removedByPolicy: 'ルールによる削除',
    endDate: '終了日の到来',
    homeGone: 'ホームのアカウントの消失',
    merged: '二つのアカウントの統合',
    neverAccepted: '招待が未承諾のまま終了',
    erased: '全データの消去',
  },
  mailState: {
    waiting: '送信待ち',
    taken: 'メール サーバーへ渡し済み',
    noAddress: '未送信、アドレス不明',
    noServer: '未送信、メール サーバーなし',
    refused: 'メール サーバーが拒否',
    unconfirmed: '確認なし',
    expired: '期限内に未送信',
    replaced: '新しいものに置き換え',
    neverCame: '未送信、承諾者なし',
    toldBefore: '未送信、通知済み',
  },
}
