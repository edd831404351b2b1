/**
 * Breaks of what people and administrators are shown, each caught by the test that carries its
 * rule.
 */
import type { Mutation } from './mutation.ts'

const activity = 'src/directory/users/last-activity.test.ts'
const ties = 'src/directory/links/ties.test.ts'
const copy = 'src/privacy/copy.test.ts'
const account = 'src/account/account.test.ts'
const receipt = 'src/directory/users/receipt.test.ts'
const counts = 'src/directory/counts/counts.property.test.ts'
const overview = 'src/graph/overview.test.ts'
const plans = 'src/directory/plans.test.ts'
const deleted = 'src/graph/users/deleted-items.test.ts'
const departed = 'src/directory/users/departed.test.ts'
const whereFrom = 'src/events/where-from.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R113',
    file: 'src/edge/request.ts',
    from: `address: c.get('address'),
})`,
    to: 'address: null })',
    test: whereFrom,
    quick: true,
  },
  {
    rule: 'R113',
    file: 'src/edge/request.ts',
    from: 'if (hops === 0 || forwardedFor === undefined)',
    to: 'if (forwardedFor === undefined)',
    test: whereFrom,
  },
  {
    rule: 'R85',
    file: 'src/events/record.ts',
    from: 'select ${address} from users where',
    to: 'select ${address} where true or',
    test: whereFrom,
  },
  {
    rule: 'R107',
    file: 'src/privacy/copy-columns.ts',
    from: 'case when e.actor_id = ${userId}::uuid then e.actor_address end',
    to: 'e.actor_address',
    test: whereFrom,
  },
  {
    rule: 'R131',
    file: 'src/people/tenant-sessions.ts',
    from: '    await noteActivity(tx, { tenantId, userId: door.userId }, now)\n',
    to: '',
    test: activity,
  },
  {
    rule: 'R131',
    file: 'src/people/tenant-sessions.ts',
    from: 'if (activityIsStale(lastActiveAt, now))',
    to: 'if (false)',
    test: activity,
  },

  {
    rule: 'K11',
    file: 'src/directory/links/ties.sql.ts',
    from: "    mine: ['sponsor_user_id'],",
    to: "    mine: ['user_id'],",
    test: ties,
  },
  {
    rule: 'R109',
    file: 'src/directory/links/preview.sql.ts',
    from: ' union all ${throughGroups}',
    to: '',
    test: ties,
  },
  {
    rule: 'R109',
    file: 'src/directory/links/preview.sql.ts',
    from: 'and o.user_id <> u.id)`',
    to: ')`',
    test: ties,
  },
  {
    rule: 'R61',
    file: 'src/directory/deleted/plan.sql.ts',
    from: '${tiesOf(linkKinds)}',
    to: "${tiesOf(['group'])}",
    test: ties,
  },

  {
    rule: 'R139',
    file: 'src/privacy/held.ts',
    from: "['known_browsers.person_id'],",
    to: '[],',
    test: copy,
    quick: true,
  },
  {
    rule: 'R139',
    file: 'src/privacy/copy.ts',
    from: "if (object === 'user') return null",
    to: '',
    test: 'src/account/copy/copy.test.ts',
    quick: true,
  },
  {
    rule: 'R139',
    file: 'src/privacy/held.ts',
    from: '[...secretValues, ...valuesOfOthers]',
    to: '[...secretValues]',
    test: 'src/account/copy/copy.test.ts',
  },
  {
    rule: 'R139',
    file: 'src/privacy/not-copied.ts',
    from: "  hold_reason: 'the organization’s own words about its duty',\n",
    to: '',
    test: copy,
  },
  {
    rule: 'K23',
    file: 'src/privacy/copy.ts',
    from: "if (await isShutTo(tx, tenantId, sessionId)) return { outcome: 'shut' }",
    to: '',
    test: 'src/sign-in/one-account.test.ts',
  },
  {
    rule: 'R129',
    file: 'src/privacy/copy.ts',
    from: ' or u.held_at is not null)',
    to: ')',
    test: 'src/account/copy/copy.test.ts',
  },
  {
    rule: 'R107',
    file: 'src/privacy/copy.ts',
    from: `return {
    user,
    ...named,
    ...sections,`,
    to: 'return { user, ...sections,',
    test: copy,
  },
  {
    rule: 'R107',
    file: 'src/privacy/copy.ts',
    from: 'for (const user of before)',
    to: 'for (const user of [])',
    test: copy,
  },
  {
    rule: 'R106',
    file: 'src/privacy/copy-columns.ts',
    from: 'and ${sql.ref(`e.${column}`)} = ${userId} order by',
    to: 'order by',
    test: copy,
  },
  {
    rule: 'R107',
    file: 'src/account/app.ts',
    from: `path: '/organizations/:id/data',
    permission: reading('person')`,
    to: "path: '/organizations/:id/data', permission: reading('enabledPerson')",
    test: copy,
  },

  {
    rule: 'R129',
    file: 'src/people/my-organizations.sql.ts',
    from: ' or m.held_at is not null',
    to: '',
    test: account,
  },
  {
    rule: 'R129',
    file: 'src/account/organization-shape.ts',
    from: 'departure.held ? null : ',
    to: '',
    test: account,
  },
  {
    rule: 'R52',
    file: 'src/people/my-organizations.sql.ts',
    from: 'm.deleted_at is null or m.restorable_until > ${now}',
    to: 'm.deleted_at is null or m.restorable_until is not null',
    test: account,
  },
  {
    rule: 'R40',
    file: 'src/directory/requests/asked-back.sql.ts',
    from: ' and u.restorable_until > ${now}',
    to: '',
    test: account,
  },
  {
    rule: 'R129',
    file: 'src/privacy/hold.ts',
    from: "facts.until > now ? 'held' : 'windowOver'",
    to: "'held'",
    test: deleted,
  },
  {
    rule: 'R86',
    file: 'src/directory/deleted/bring-back.ts',
    from: 'hold_reason = null, held_at = null, held_by = null,',
    to: '',
    test: deleted,
  },

  {
    rule: 'R128',
    file: 'src/people/revoke.ts',
    from: "await tellPerson(tx, { tenantId, userId }, { kind: 'sessionsEnded' }, now)",
    to: '{}',
    test: 'src/directory/users/told.test.ts',
  },
  {
    rule: 'R128',
    file: 'src/directory/roles/assign.ts',
    from: "    await tell(tx, which, 'roleTaken', context)\n",
    to: '',
    test: 'src/directory/users/told.test.ts',
  },
  {
    rule: 'R128',
    file: 'src/directory/deleted/erase.ts',
    from: ', mails_kept as (${keepingReceipts(users, context.now)})',
    to: '',
    test: receipt,
  },
  {
    rule: 'R128',
    file: 'src/directory/deleted/erase.ts',
    from: 'new Set(await tellErased(tx, receipts, context.now))',
    to: 'new Set<string>()',
    test: receipt,
  },
  {
    rule: 'R83',
    file: 'src/mail/outbox.ts',
    from: 'and m.outlives_user and m.give_up_at',
    to: 'and m.give_up_at',
    test: receipt,
  },
  {
    rule: 'R21',
    file: 'src/directory/users/delete.ts',
    from: 'const receipt = receiptOf(facts, userId, event, { until, undoable: null })',
    to: "const receipt = authority.kind === 'system' ? undefined : receiptOf(facts, userId, event, { until, undoable: null })",
    test: receipt,
  },
  {
    rule: 'R21',
    file: 'src/directory/users/receipt.ts',
    from: 'case when u.person_id is not null then coalesce(',
    to: "case when u.person_id is not null then coalesce('stranger@outside.example', ",
    test: receipt,
  },
  {
    rule: 'R111',
    file: 'src/directory/users/delete.ts',
    from: "authority.kind === 'system' ? 'user.deletedByPolicy' : 'user.deleted'",
    to: "'user.deleted' as const",
    test: receipt,
  },

  {
    rule: 'K11',
    file: 'src/directory/organizations/overview.sql.ts',
    from: "disabled: live(is('accountEnabled', false))",
    to: 'disabled: live(undefined)',
    test: overview,
  },
  {
    rule: 'R105',
    title: 'users are counted with each change',
    file: 'migrations/0167_counts_of_users.sql',
    test: counts,
    from: 'external_user_state, has_sponsor, deleted_at on users for each row',
    to: 'external_user_state, deleted_at on users for each row',
  },
  {
    rule: 'R105',
    title: 'a count of a kind reads no users',
    file: 'src/directory/counts/kinds.sql.ts',
    test: counts,
    from: "filter.kind === 'or') return filter.of.every(isCounted)",
    to: "filter.kind === 'or') return filter.of.some(isCounted)",
  },
  {
    rule: 'R105',
    title: 'who joined and who went',
    file: 'src/directory/counts/turnover.sql.ts',
    test: overview,
    from: ' and t.day < ${since}::date',
    to: '',
  },
  {
    rule: 'R105',
    file: 'migrations/0112_who_has_a_sponsor.sql',
    from: 'and (su.id is not null or sg.id is not null) limit 1) there)',
    to: 'limit 1) there)',
    test: overview,
  },

  {
    rule: 'R17',
    file: 'src/people/tenant-sessions.ts',
    from: 'o.session_id = s."sessionId" offset 0) ts',
    to: 'o.session_id = s."sessionId") ts',
    test: plans,
  },
  {
    rule: 'U5',
    file: 'src/directory/requests/list.sql.ts',
    from: "'mail', u.mail, 'home', u.home",
    to: "'mail', null, 'home', null",
    test: overview,
  },

  {
    rule: 'R15',
    file: 'src/directory/users/soft-delete.sql.ts',
    from: `recorded as (\${eventInsertFrom(event, sql\`ended\`)}), \${removalAnswered(event)},
        \${receiptWritten(deletion)} \${receipt.mail === undefined ? sql\`\` : sql\`, told as (\${mailInsertFrom(receipt.mail, sql\`ended\`, event.at)})\`}
        select \${list} from ended\`,
    ),
  )
`,
    to: `\${removalAnswered(event)},
        \${receiptWritten(deletion)} \${receipt.mail === undefined ? sql\`\` : sql\`, told as (\${mailInsertFrom(receipt.mail, sql\`ended\`, event.at)})\`}
        select \${list} from ended\`,
    ),
  )
  await eventInsertFrom(event, sql\`(select 1) ended\`).execute(db)
`,
    test: departed,
  },
  {
    rule: 'R85',
    file: 'src/directory/users/leave.ts',
    from: `activity: 'user.left',
    target: { kind: 'user', id: userId },
  } as const`,
    to: "activity: 'user.left', target: { kind: 'user', id: userId }, details: { to: facts.mailbox } } as const",
    test: departed,
  },
  {
    rule: 'R62',
    file: 'src/directory/users/list.sql.ts',
    from: 'const part = { from: sql`live_users u`',
    to: 'const part = { from: sql`users u`',
    test: departed,
  },
  {
    rule: 'R113',
    file: 'src/invitations/accept.ts',
    from: '  await record(tx, eventOf(context, happening))\n',
    to: '',
    test: departed,
  },
  {
    rule: 'R113',
    file: 'src/invitations/invite.ts',
    from: `  await record(tx, ...('events' in guest ? guest.events : []), event)
`,
    to: '',
    test: departed,
  },
  {
    rule: 'R61',
    file: 'src/directory/deleted/preview.ts',
    from: 'const conflicts = [...tooHigh, ...restoreConflicts(user, now, { dropAddresses: false })]',
    to: 'const conflicts: RestoreConflict[] = []',
    test: deleted,
  },
  {
    rule: 'R70',
    file: 'src/directory/deleted/list.sql.ts',
    from: 'const key = keys[list.order]',
    to: 'const key = keys.deletedAt',
    test: deleted,
  },
  {
    rule: 'R55',
    file: 'src/directory/users/leave.ts',
    from: 'restorableUntil(now, facts.retentionDays)',
    to: 'restorableUntil(now, 30)',
    test: 'src/graph/organization.test.ts',
  },
  {
    rule: 'R118',
    file: 'src/access/may.rule.ts',
    from: 'guestInviter: settings',
    to: "guestInviter: ['users.delete', ...settings]",
    test: 'src/graph/users/users.test.ts',
  },
  {
    rule: 'R119',
    file: 'src/access/may.rule.ts',
    from: "directoryReaders: ['users.read'",
    to: "directoryReaders: ['groups.write', 'users.read'",
    test: 'src/graph/users/users.test.ts',
  },
  {
    rule: 'R69',
    file: 'src/directory/users/retention.rule.ts',
    from: 'Math.max(0, Math.floor(',
    to: 'Math.max(0, Math.ceil(',
    test: deleted,
  },
  {
    rule: 'U12',
    file: 'src/pages/page.ts',
    from: 'all.find(({ error }) => error !== undefined) ?? all',
    to: 'all',
    test: 'src/sign-in/refused-forms.test.ts',
  },
  {
    rule: 'R131',
    file: 'src/events/timeline.sql.ts',
    test: 'src/graph/users/timeline.test.ts',
    from: ' and e.activity not in ${ofSigningIn}',
    to: '',
  },
  {
    rule: 'R131',
    file: 'src/directory/by-last-activity.sql.ts',
    test: 'src/directory/users/standing.test.ts',
    from: 'order by ${at} is null, ${at}',
    to: 'order by ${at}',
  },
  {
    rule: 'R68',
    file: 'src/directory/deleted/foresee-deletion.ts',
    test: 'src/graph/users/many.test.ts',
    from: "if (!authorityWouldReach(authority, target)) return { outcome: 'targetTooHigh' }",
    to: '',
  },
]
