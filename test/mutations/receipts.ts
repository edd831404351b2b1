/** Breaks of receipts, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const table = 'test/endings/receipts.test.ts'
const page = 'src/sign-in/receipts/pages.test.ts'
const forged = 'src/receipts/verify.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R20',
    file: 'src/directory/users/soft-delete.sql.ts',
    from: 'reference: event.id,\n      kind: receiptKindOf(event, by),',
    to: "reference: event.id,\n      kind: 'removed',",
    test: table,
  },
  {
    rule: 'R21',
    file: 'src/directory/guests/end-pending.ts',
    from: '), ${written} select ${list} from ended`,',
    to: ') select ${list} from ended`,',
    test: table,
  },
  {
    rule: 'R20',
    file: 'src/receipts/write.sql.ts',
    from: 'set person_id = null, erased_at',
    to: 'set erased_at',
    test: table,
  },
  {
    rule: 'R20',
    file: 'src/sign-in/receipts/viewer.ts',
    from: "here === undefined ? false : may(here.roles, 'users.inspect')",
    to: 'here !== undefined',
    test: page,
  },
  {
    rule: 'R84',
    file: 'src/directory/deleted/bring-back.ts',
    from: ', ${notingRestored({ tenantId, userIds }, now)}',
    to: '',
    test: page,
  },
  {
    rule: 'R20',
    file: 'src/propagation/back-channel.ts',
    from: '  await noteAnswer(db, ended, answer, now)\n',
    to: '',
    test: page,
  },
  {
    rule: 'R20',
    file: 'src/receipts/verify.ts',
    from: '      algorithms: [receiptAlgorithm],\n    })\n',
    to: "      algorithms: [receiptAlgorithm],\n    }).catch(() => ({ payload: Buffer.from(jws.split('.')[1] ?? '', 'base64url') }))\n",
    test: forged,
  },
  {
    rule: 'R20',
    file: 'src/mail/outbox.ts',
    from: 'id = case when mails.unconfirmed > 0 then gen_random_uuid() else mails.id end',
    to: 'id = mails.id',
    test: 'src/sign-in/receipts/together.test.ts',
  },
  {
    rule: 'R20',
    file: 'src/sign-in/receipts/viewer.ts',
    from: 'receipts.filter((receipt) => isCodeOf(receipt, code))',
    to: 'receipts.filter(() => code.length > 0)',
    test: 'src/sign-in/receipts/together.test.ts',
  },
]
