/** The confirmation after leaving: a reference to keep, and the dates that follow. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import type { AccountOrganization, Departure } from '../../../src/wire/account.ts'
import { When } from '../../ui/when.tsx'
import { erasureFact } from './erasure-fact.tsx'
import { Facts } from '../facts.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  root: { scrollMarginBlock: '80px', ':focus': { outlineStyle: 'none' } },
  body: { paddingBlock: '8px' },
  hint: { marginBlock: '4px 8px' },
})

type Props = {
  readonly organization: AccountOrganization
  readonly departure: Departure
  readonly onDismiss: () => void
}

export const LeftMessage = ({ organization, departure, onDismiss }: Props) => {
  const words = useWords()
  const styles = useStyles()
  const message = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the dialog has given the focus back to the button that opened it, which is gone by
    // then.
    const timer = setTimeout(() => {
      message.current?.focus({ preventScroll: true })
      message.current?.scrollIntoView({ block: 'nearest' })
    }, 0)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div ref={message} tabIndex={-1} className={styles.root}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{words.leave.doneTitle(organization.displayName)}</MessageBarTitle>
          <p className={styles.hint}>{words.leave.doneHint}</p>
          <Facts
            facts={[
              [words.organizations.reference, departure.reference],
              [
                words.organizations.restorableUntil,
                <When key="until" at={departure.restorableUntil} />,
              ],
              erasureFact(departure, words),
            ]}
          />
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label={words.leave.dismiss}
              icon={<DismissRegular />}
              onClick={onDismiss}
            />
          }
        />
      </MessageBar>
    </div>
  )
}
