/** What people read when they hand over and leave, and why they cannot undo it; in German. */
import type { HandOverWords, UndoWords } from '../en/hand-over.ts'

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

export const undo: UndoWords = {
  notByThemselves: (organization) =>
    `Sie haben ${organization} nicht selbst verlassen und können das darum nicht selbst rückgängig machen. Bitten Sie dort die Administration, Sie wiederherzustellen.`,
  timeOver: (organization) =>
    `Die Zeit, in der Sie das Verlassen von ${organization} selbst rückgängig machen konnten, ist vorbei, oder es wird dort nicht angeboten. Bitten Sie dort die Administration, Sie wiederherzustellen.`,
  homeDisabled: (organization) =>
    `Ihr Konto in Ihrer Heimatorganisation lässt sich nicht verwenden, darum können Sie nicht zu ${organization} zurück. Fragen Sie die Administration Ihrer Heimatorganisation.`,
  homeClosed: (organization) =>
    `Ihre Heimatorganisation ist geschlossen, darum könnten Sie ${organization} danach nicht mehr selbst verlassen. Wenn Sie zurückkommen möchten, bitten Sie dort die Administration, Sie wiederherzustellen.`,
  organizationClosed: (organization) =>
    `${organization} ist geschlossen, darum kommt niemand dorthin zurück.`,
  held: (organization) =>
    `${organization} bewahrt Ihre Daten wegen einer Aufbewahrungspflicht auf. Bitten Sie dort die Administration, Sie wiederherzustellen.`,
  refuses: (organization) =>
    `Sie haben alle weiteren Einladungen von ${organization} abgelehnt. Nehmen Sie das zuerst zurück, und machen Sie dann das Verlassen rückgängig.`,
  domainNotAllowed: (organization) =>
    `${organization} lässt niemanden aus Ihrer Domain mehr ein. Fragen Sie dort die Administration.`,
  taken: (organization) =>
    `Jemand bei ${organization} hat inzwischen Ihren Namen oder eine Ihrer Adressen. Bitten Sie dort die Administration, Sie wiederherzustellen.`,
}
