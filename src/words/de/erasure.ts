/** When the data of who has left or was deleted is erased, wherever it is said; in German. */
import type { ErasureWords } from '../en/erasure.ts'

export const erasure: ErasureWords = {
  comes: (by) =>
    `Sobald das Konto nicht mehr wiederhergestellt werden kann, werden alle seine Daten gelöscht; das ist spätestens am ${by} geschehen.`,
  comesMany: (by) =>
    `Sobald diese Konten nicht mehr wiederhergestellt werden können, werden alle ihre Daten gelöscht; das ist spätestens am ${by} geschehen.`,
  runs: (by) =>
    `Das Konto kann nicht mehr wiederhergestellt werden. Alle seine Daten werden gelöscht; das ist spätestens am ${by} geschehen.`,
}
