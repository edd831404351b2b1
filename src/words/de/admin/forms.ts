/** What is wrong with a field of a form, in German. */
import type { FormsWords } from '../../en/admin/forms.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('de')
const plural = pluralOf('de')

export const forms: FormsWords = {
  required: 'Füllen Sie dieses Feld aus.',
  pick: 'Wählen Sie aus der Liste, die sich öffnet.',
  increase: 'Erhöhen',
  decrease: 'Verringern',
  choose: 'Wählen Sie eines aus.',
  tick: 'Setzen Sie dieses Häkchen, um fortzufahren.',
  tickOne: 'Setzen Sie mindestens ein Häkchen.',
  unchanged: 'Noch ist nichts geändert.',
  taken: 'Das ist hier schon vergeben. Wählen Sie etwas anderes.',
  tooLong: (most) => plural(most, { one: 'Höchstens ein Zeichen.', other: 'Höchstens # Zeichen.' }),
  tooMany: (most) => plural(most, { one: 'Höchstens eine Zeile.', other: 'Höchstens # Zeilen.' }),
  between: (least, most) => `Eine ganze Zahl von ${number(least)} bis ${number(most)}.`,
  wrong: {
    text: 'Hier stehen Zeichen, die nicht gespeichert werden können.',
    message: 'Hier stehen Zeichen, die nicht gespeichert werden können.',
    visible: 'Verwenden Sie Buchstaben, Ziffern und Zeichen ohne Leerzeichen und Akzente.',
    unjudged: 'Das kann nicht verwendet werden.',
    domain: 'Schreiben Sie sie wie contoso.example.',
    name: 'Schreiben Sie etwas, das man sehen kann.',
    principalName: 'Schreiben Sie ihn wie ada@contoso.example.',
    nickname: 'Verwenden Sie Buchstaben, Ziffern und einfache Zeichen ohne Leerzeichen.',
    address: 'Schreiben Sie die Adresse wie ada@contoso.example.',
    proxyAddress: 'Schreiben Sie die Adresse wie ada@contoso.example.',
    webAddress: 'Schreiben Sie die Adresse wie https://contoso.example/welcome.',
    id: 'Das ist keine Id.',
    boolean: 'Ja oder nein.',
    integer: 'Das ist keine ganze Zahl.',
    instant: 'Das ist kein Tag.',
  },
}
