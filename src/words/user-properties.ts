/**
 * What the properties of a user are called, for everybody who names one. All languages stand in one
 * place, so that a new property is a line of a migration, of its definition, and here.
 */
import { inLanguages, type Label } from './labels.ts'
import { accountLabels } from './user-account-properties.ts'
import { workLabels } from './user-work-properties.ts'

const labels = {
  ...workLabels,
  ...accountLabels,
  id: {
    en: 'Object id',
    de: 'Objekt-ID',
    fr: 'Identifiant',
    es: 'Identificador',
    ja: 'ID',
    ar: 'المعرّف',
  },
  displayName: {
    en: 'Name',
    de: 'Name',
    fr: 'Nom',
    es: 'Nombre',
    ja: '名前',
    ar: 'الاسم',
  },
  givenName: {
    en: 'First name',
    de: 'Vorname',
    fr: 'Prénom',
    es: 'Nombre de pila',
    ja: '名',
    ar: 'الاسم الأول',
  },
  surname: {
    en: 'Last name',
    de: 'Nachname',
    fr: 'Nom de famille',
    es: 'Apellidos',
    ja: '姓',
    ar: 'اسم العائلة',
  },
  userPrincipalName: {
    en: 'User principal name',
    de: 'Benutzer\u00adprinzipal\u00adname',
    fr: 'Nom d’utilisateur principal',
    es: 'Nombre principal de usuario',
    ja: 'ユーザー プリンシパル名',
    ar: 'الاسم الأساسي للمستخدم',
  },
  mail: {
    en: 'E-mail',
    de: 'E-Mail',
    fr: 'E-mail',
    es: 'Correo electrónico',
    ja: 'メール',
    ar: 'البريد الإلكتروني',
  },
  mailNickname: {
    en: 'Mail alias',
    de: 'E-Mail-Alias',
    fr: 'Alias de messagerie',
    es: 'Alias de correo',
    ja: 'メール エイリアス',
    ar: 'الاسم المستعار للبريد',
  },
  otherMails: {
    en: 'Other e-mail addresses',
    de: 'Weitere E-Mail-Adressen',
    fr: 'Autres adresses e-mail',
    es: 'Otras direcciones de correo',
    ja: 'その他のメール アドレス',
    ar: 'عناوين بريد أخرى',
  },
  proxyAddresses: {
    en: 'Addresses of the mailbox',
    de: 'Adressen des Postfachs',
    fr: 'Adresses de la boîte aux lettres',
    es: 'Direcciones del buzón',
    ja: 'メールボックスのアドレス',
    ar: 'عناوين صندوق البريد',
  },
  mobilePhone: {
    en: 'Mobile phone',
    de: 'Mobiltelefon',
    fr: 'Téléphone mobile',
    es: 'Teléfono móvil',
    ja: '携帯電話',
    ar: 'الهاتف المحمول',
  },
  businessPhones: {
    en: 'Business phones',
    de: 'Geschäftliche Telefonnummern',
    fr: 'Téléphones professionnels',
    es: 'Teléfonos del trabajo',
    ja: '勤務先の電話',
    ar: 'هواتف العمل',
  },
  faxNumber: {
    en: 'Fax',
    de: 'Fax',
    fr: 'Télécopie',
    es: 'Fax',
    ja: 'FAX',
    ar: 'الفاكس',
  },
  preferredLanguage: {
    en: 'Language',
    de: 'Sprache',
    fr: 'Langue',
    es: 'Idioma',
    ja: '言語',
    ar: 'اللغة',
  },
  usageLocation: {
    en: 'Country of use',
    de: 'Land der Nutzung',
    fr: 'Pays d’utilisation',
    es: 'País de uso',
    ja: '利用する国',
    ar: 'بلد الاستخدام',
  },
} satisfies Readonly<Record<string, Label>>

/** The table of one language. */
export const userPropertiesIn = inLanguages(labels)
