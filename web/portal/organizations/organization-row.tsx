/**
 * One of my organizations: what I am there, what stands in the way of leaving, and what I can do.
 */
import {
  Badge,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
  type BadgeProps,
} from '@fluentui/react-components'
import { memo, useEffect, useId, useRef } from 'react'
import type { AccountOrganization } from '../../../src/wire/account.ts'
import { When } from '../../ui/when.tsx'
import { Blockers } from './blockers.tsx'
import { erasureFact } from './erasure-fact.tsx'
import { Facts } from '../facts.tsx'
import { isEnded } from './leave-control.ts'
import { Actions, type RowActions } from './organization-actions.tsx'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px 20px',
    scrollMarginBlock: '80px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 480px)': { padding: '16px' },
  },
  // In a long list, what is out of sight is not laid out.
  inLongList: { contentVisibility: 'auto', containIntrinsicBlockSize: 'auto 96px' },
  highlighted: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px',
  },
  who: { minInlineSize: '0', flexGrow: 1, flexBasis: '220px' },
  title: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  name: { ...typographyStyles.subtitle2, margin: '0', overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  quote: {
    margin: '4px 0 0',
    paddingInlineStart: '12px',
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    color: tokens.colorNeutralForeground1,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  text: { margin: '0', color: tokens.colorNeutralForeground2 },
})

const colors = {
  active: 'success',
  invited: 'informative',
  disabled: 'warning',
  left: 'subtle',
  removed: 'subtle',
} as const satisfies Record<AccountOrganization['state'], BadgeProps['color']>

const sinceWords = ({ state, userType }: AccountOrganization, words: Words): string => {
  if (state === 'invited') return words.organizations.invitedSince
  return userType === 'Guest' ? words.organizations.guestSince : words.organizations.memberSince
}

type TitleProps = { readonly organization: AccountOrganization; readonly nameId: string }

const Title = ({ organization, nameId }: TitleProps) => {
  const words = useWords()
  const styles = useStyles()
  return (
    <div className={styles.who}>
      <div className={styles.title}>
        <h3 className={styles.name} id={nameId}>
          {organization.displayName}
        </h3>
        <Badge appearance="tint" color={colors[organization.state]}>
          {words.organizations.states[organization.state]}
        </Badge>
        {organization.closed ? (
          <Badge appearance="tint" color="danger">
            {words.organizations.closed}
          </Badge>
        ) : null}
      </div>
      <div className={styles.detail}>
        {organization.domain === null ? null : `${organization.domain} · `}
        {sinceWords(organization, words)} <When at={organization.since} />
      </div>
    </div>
  )
}

const Ended = ({ organization }: { readonly organization: AccountOrganization }) => {
  const words = useWords()
  const { departure, state } = organization
  if (departure === null) return null
  return (
    <Facts
      facts={[
        [
          state === 'left' ? words.organizations.leftOn : words.organizations.removedOn,
          <When key="left" at={departure.leftAt} />,
        ],
        [
          organization.restorable
            ? words.organizations.restorableUntil
            : words.organizations.wasRestorableUntil,
          <When key="until" at={departure.restorableUntil} />,
        ],
        erasureFact(departure, words),
        [words.organizations.reference, departure.reference],
      ]}
    />
  )
}

const Requests = ({ organization }: { readonly organization: AccountOrganization }) => {
  const words = useWords()
  const styles = useStyles()
  // Of each kind the newest says where things stand; an answer to an earlier stay is history.
  const kind = isEnded(organization) ? 'restore' : 'removal'
  const request = organization.requests.find((one) => one.kind === kind)
  if (request === undefined) return null
  const at = request.answeredAt ?? request.createdAt
  return (
    <div className={styles.text}>
      {words.request.state[kind][request.state]}{' '}
      {request.answeredAt === null ? words.request.asked : words.request.answered} <When at={at} />
      {request.answer === null ? null : (
        <>
          <div>{words.request.theyWrite}</div>
          <blockquote className={styles.quote} dir="auto">
            {request.answer}
          </blockquote>
        </>
      )}
    </div>
  )
}

const hasAskedRemoval = ({ requests }: AccountOrganization): boolean =>
  requests.some(({ kind, state }) => kind === 'removal' && state === 'open')

type Props = {
  readonly organization: AccountOrganization
  readonly actions: RowActions
  readonly highlighted: boolean
  readonly inLongList: boolean
}

export const OrganizationRow = memo(({ organization, actions, highlighted, inLongList }: Props) => {
  const words = useWords()
  const styles = useStyles()
  const nameId = useId()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (highlighted) row.current?.scrollIntoView({ block: 'center' })
  }, [highlighted])
  return (
    <li
      ref={row}
      className={mergeClasses(
        styles.row,
        inLongList && styles.inLongList,
        highlighted && styles.highlighted,
      )}
      aria-current={highlighted || undefined}
    >
      <div className={styles.head}>
        <Title organization={organization} nameId={nameId} />
        <Actions organization={organization} actions={actions} describedBy={nameId} />
      </div>
      {organization.kind === 'home' ? (
        <p className={styles.text}>{words.organizations.homeWhy}</p>
      ) : null}
      {organization.closed ? <p className={styles.text}>{words.organizations.closedHint}</p> : null}
      {organization.kind === 'home' ? null : (
        <Blockers blockers={organization.blockers} asked={hasAskedRemoval(organization)} />
      )}
      <Ended organization={organization} />
      <Requests organization={organization} />
    </li>
  )
})
