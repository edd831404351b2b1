/**
 * Everything that stands in the way of leaving, each with what to do next, and whom to write to.
 */
import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { InfoRegular } from '@fluentui/react-icons'
import type { Blocker } from '../../../src/wire/account.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '8px',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorStatusWarningBorderActive,
    color: tokens.colorNeutralForeground1,
  },
  icon: { fontSize: '20px', color: tokens.colorStatusWarningForeground1 },
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  message: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  contact: { marginBlock: '8px 0' },
})

/** `asked`: the administrators are asked to remove me already, so nobody is advised to ask. */
export const Blockers = ({
  blockers,
  asked = false,
}: {
  readonly blockers: readonly Blocker[]
  readonly asked?: boolean
}) => {
  const words = useWords()
  const styles = useStyles()
  if (blockers.length === 0) return null
  const email = blockers.find(({ contact }) => contact?.email !== undefined)?.contact?.email
  return (
    <div className={styles.root}>
      <InfoRegular className={styles.icon} aria-hidden />
      <div>
        <ul className={styles.list} aria-label={words.organizations.blocked}>
          {blockers.map(({ code, message, nextStep, liftedByAsking }) => (
            <li key={code}>
              <span className={styles.message}>{message}</span>{' '}
              {asked && liftedByAsking ? null : nextStep}
            </li>
          ))}
        </ul>
        {email === undefined ? null : (
          <p className={styles.contact}>
            <Link inline href={`mailto:${email}`}>
              {words.organizations.write(email)}
            </Link>
          </p>
        )}
      </div>
    </div>
  )
}
