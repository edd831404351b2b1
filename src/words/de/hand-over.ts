/** What people read when they hand over and leave; in German. */
import type { HandOverWords } from '../en/hand-over.ts'

const refused: HandOverWords['refused'] = {
  oneself: () => 'An sich selbst können Sie nicht übergeben. Nennen Sie jemand anderen.',
  notAccepted: (organization) =>
    `Wen Sie genannt haben, hat die Einladung von ${organization} noch nicht angenommen und kann darum nicht übernehmen. Nennen Sie jemand anderen.`,
  disabled: (organization) =>
    `Das Konto der genannten Person ist bei ${organization} gesperrt, darum kann sie nicht übernehmen. Nennen Sie jemand anderen.`,
  guest: (organization) =>
    `Wen Sie genannt haben, ist Gast bei ${organization}, und nur Mitglieder können übernehmen. Nennen Sie ein Mitglied.`,
  homeClosed: () =>
    'Die genannte Person wird von ihrer Heimatorganisation nicht eingelassen und könnte darum nicht handeln. Nennen Sie jemand anderen.',
}

export const handOver: HandOverWords = {
  offer: 'Nachfolge benennen und verlassen',
  soleAdministrator: (organization) =>
    `Nennen Sie, wer bei ${organization} an Ihrer Stelle die Rolle „Globaler Administrator“ bekommt, und verlassen Sie es im selben Schritt.`,
  sole: (organization) =>
    `Manches davon hat bei ${organization} sonst niemand. Sie können nennen, wer es übernimmt; gehen Sie ohne, gehört es niemandem, bis die Administration es regelt.`,
  title: (organization) => `Übergeben und ${organization} verlassen?`,
  lead: (organization) =>
    `Sie verlassen ${organization} sofort. Wen Sie nennen, übernimmt, was sonst niemand hätte:`,
  nothing:
    'Nichts von Ihnen bliebe dort ohne jemanden zurück; Sie können ohne Nachfolge verlassen.',
  role: (role) => `die Rolle „${role}“`,
  find: 'Mitglied nach Namen suchen',
  search: 'Suchen',
  who: 'Wer übernimmt',
  more: 'Es gibt mehr als diese. Suchen Sie nach dem Namen.',
  nobody:
    'Sie sehen dort niemanden, der übernehmen könnte. Finden Sie niemanden, schreiben Sie der Administration.',
  afterwards:
    'Wer nachfolgt, erfährt es durch eine Nachricht. Was übergeben ist, bleibt dort, auch wenn Sie zurückkommen.',
  refused,
  notFound:
    'Sie sehen dort niemanden mit dieser Kennung. Wählen Sie unter denen, die gezeigt werden.',
}
