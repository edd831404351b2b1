/**
 * Made-up people from many places, so that lists, sorting and search are seen with real-world
 * names.
 */

export type DemoName = {
  readonly displayName: string
  readonly givenName: string
  readonly surname: string
  /** What stands before the @ of the address, in ASCII. */
  readonly local: string
  readonly language: string
  readonly country: string
}

/**
 * Each name as it is written, then as it stands in an address. `familyFirst` is the separator where
 * the family name comes first.
 */
type Place = {
  readonly language: string
  readonly country: string
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly familyFirst?: string
}

const places: readonly Place[] = [
  {
    language: 'en',
    country: 'GB',
    given: ['Harriet', 'Owen', 'Priscilla', 'Gareth'],
    family: ['Whitfield', 'Ashdown', "O'Connor|oconnor", 'Marlowe'],
  },
  {
    language: 'ar',
    country: 'EG',
    given: ['ليلى|layla', 'يوسف|yusuf', 'مريم|maryam', 'طارق|tariq'],
    family: ['حداد|haddad', 'المصري|almasri', 'نجار|najjar', 'خليل|khalil'],
  },
  {
    language: 'de',
    country: 'DE',
    given: ['Jürgen|juergen', 'Anneliese', 'Björn|bjoern', 'Käthe|kaethe'],
    family: ['Müller|mueller', 'Weißgerber|weissgerber', 'Schäfer|schaefer', 'Brandt'],
  },
  {
    language: 'ja',
    country: 'JP',
    familyFirst: ' ',
    given: ['陽菜|hina', '健太|kenta', '美咲|misaki', '大輔|daisuke'],
    family: ['佐藤|sato', '鈴木|suzuki', '渡辺|watanabe', '小林|kobayashi'],
  },
  {
    language: 'he',
    country: 'IL',
    given: ['נועה|noa', 'איתן|eitan', 'תמר|tamar', 'יונתן|yonatan'],
    family: ['לוי|levi', 'כהן|cohen', 'פרידמן|friedman', 'ברק|barak'],
  },
  {
    language: 'pl',
    country: 'PL',
    given: ['Łukasz|lukasz', 'Małgorzata|malgorzata', 'Zbigniew', 'Żaneta|zaneta'],
    family: ['Wójcik|wojcik', 'Dąbrowska|dabrowska', 'Szczęsny|szczesny', 'Kowal'],
  },
  {
    language: 'hi',
    country: 'IN',
    given: ['अनन्या|ananya', 'रोहन|rohan', 'प्रिया|priya', 'विक्रम|vikram'],
    family: ['शर्मा|sharma', 'पटेल|patel', 'अय्यर|iyer', 'गुप्ता|gupta'],
  },
  {
    language: 'uk',
    country: 'UA',
    given: ['Оксана|oksana', 'Тарас|taras', 'Соломія|solomiia', 'Богдан|bohdan'],
    family: ['Шевчук|shevchuk', 'Коваленко|kovalenko', 'Ткач|tkach', 'Мельник|melnyk'],
  },
  {
    language: 'vi',
    country: 'VN',
    familyFirst: ' ',
    given: ['Thị Hương|huong', 'Minh Đức|duc', 'Bảo Ngọc|ngoc', 'Quang Huy|huy'],
    family: ['Nguyễn|nguyen', 'Trần|tran', 'Phạm|pham', 'Đặng|dang'],
  },
  {
    language: 'yo',
    country: 'NG',
    given: ['Adébáyọ̀|adebayo', 'Folásadé|folasade', 'Olúwaṣeun|oluwaseun', 'Títílayọ̀|titilayo'],
    family: ['Adéyẹmí|adeyemi', 'Ògúnlẹ́yẹ|ogunleye', 'Bánkọ́lé|bankole', 'Akínọlá|akinola'],
  },
  {
    language: 'zh',
    country: 'CN',
    familyFirst: '',
    given: ['小明|xiaoming', '丽华|lihua', '志强|zhiqiang', '雪梅|xuemei'],
    family: ['王|wang', '李|li', '欧阳|ouyang', '陈|chen'],
  },
  {
    language: 'es',
    country: 'MX',
    given: ['José Ángel|joseangel', 'María Belén|mariabelen', 'Íñigo|inigo', 'Ximena'],
    family: ['García Núñez|garcia', 'Ibáñez|ibanez', 'de la Cruz|delacruz', 'Peña|pena'],
  },
  {
    language: 'fa',
    country: 'IR',
    given: ['شیرین|shirin', 'کاوه|kaveh', 'پریسا|parisa', 'آرش|arash'],
    family: ['رضایی|rezaei', 'تهرانی|tehrani', 'کریمی|karimi', 'مرادی|moradi'],
  },
  {
    language: 'is',
    country: 'IS',
    given: ['Þórunn|thorunn', 'Ægir|aegir', 'Guðrún|gudrun', 'Sæmundur|saemundur'],
    family: [
      'Jónsdóttir|jonsdottir',
      'Sigurðsson|sigurdsson',
      'Björnsdóttir|bjornsdottir',
      'Þórsson|thorsson',
    ],
  },
]

const combinations = 16
const split = (text: string): [string, string] => {
  const [written = '', ascii] = text.split('|')
  return [written, ascii ?? written.toLowerCase()]
}

/** How many different people there are. */
export const peopleCount = places.length * combinations

/** The person with this number, from 0. Neighbours come from different places. */
export const personNumber = (n: number): DemoName => {
  const place = places[n % places.length]
  const round = Math.floor(n / places.length)
  if (place === undefined || round >= combinations)
    throw new Error(`There are ${peopleCount} people, numbered from 0; ${n} is none.`)
  const [given, givenAscii] = split(place.given[round % 4] ?? '')
  const [surname, surnameAscii] = split(place.family[(round + Math.floor(round / 4)) % 4] ?? '')
  const displayName =
    place.familyFirst === undefined
      ? `${given} ${surname}`
      : `${surname}${place.familyFirst}${given}`
  return {
    displayName,
    givenName: given,
    surname,
    local: `${givenAscii}.${surnameAscii}`,
    language: place.language,
    country: place.country,
  }
}

const jobs: readonly (readonly [string, string])[] = [
  ['Product designer', 'Design'],
  ['Accountant', 'Finance'],
  ['Software engineer', 'Engineering'],
  ['Buyer', 'Purchasing'],
  ['Project manager', 'Projects'],
  ['Nurse', 'Health'],
  ['Lawyer', 'Legal'],
  ['Data analyst', 'Engineering'],
  ['Technical writer', 'Design'],
]

/** A job for the person with this number. */
export const jobNumber = (n: number): { jobTitle: string; department: string } => {
  const [jobTitle = '', department = ''] = jobs[n % jobs.length] ?? []
  return { jobTitle, department }
}
