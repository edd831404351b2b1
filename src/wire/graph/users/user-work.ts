/** The user of the directory API at work: what they do, for whom, and where. */
import { optionalText, type Properties } from '../definition/definition.ts'
import { byRareMoment, byRareText, byText } from '../definition/filters.ts'

export const work = {
  jobTitle: {
    ...optionalText,
    most: 128,
    byDefault: true,
    filter: byText,
    column: 'job_title',
    means: 'Job title.',
  },
  department: {
    ...optionalText,
    most: 64,
    filter: byText,
    column: 'department',
    means: 'Department.',
  },
  companyName: {
    ...optionalText,
    most: 64,
    filter: byRareText,
    column: 'company_name',
    means: 'Company.',
  },
  employeeId: {
    ...optionalText,
    most: 16,
    filter: { ...byText, in: 'advanced' },
    column: 'employee_id',
    means: 'The number that the organization gave them.',
  },
  employeeType: {
    ...optionalText,
    most: 64,
    filter: byRareText,
    column: 'employee_type',
    means: 'What kind of employee they are.',
  },
  employeeHireDate: {
    is: 'instant',
    nullable: true,
    write: 'always',
    filter: byRareMoment,
    column: 'employee_hire_date',
    means: 'When they began, or will begin, to work here.',
  },
  officeLocation: {
    ...optionalText,
    most: 128,
    byDefault: true,
    filter: byRareText,
    column: 'office_location',
    means: 'Where their office is.',
  },
  streetAddress: {
    ...optionalText,
    most: 1_024,
    filter: byRareText,
    column: 'street_address',
    means: 'Street and number.',
  },
  postalCode: {
    ...optionalText,
    most: 40,
    filter: byRareText,
    column: 'postal_code',
    means: 'Postal code.',
  },
  city: { ...optionalText, most: 128, filter: byText, column: 'city', means: 'City.' },
  state: {
    ...optionalText,
    most: 128,
    filter: byText,
    column: 'state',
    means: 'State or province.',
  },
  country: {
    ...optionalText,
    most: 128,
    filter: byText,
    column: 'country',
    means: 'Country, as it is written.',
  },
} as const satisfies Properties
