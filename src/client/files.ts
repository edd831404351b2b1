/** Lists of people in files, read and written in a page as the command line does it. */
export { writeCsv } from '../kernel/csv/csv-writing.ts'
export { readObjectList, readUserList, type UserListFault, type UserListRow } from './user-list.ts'
export {
  readGuestList,
  type GuestList,
  type GuestRow,
  type ListFault,
} from '../kernel/csv/guest-list.ts'
