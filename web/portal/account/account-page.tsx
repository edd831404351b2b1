/**
 * My account: who I am, how I sign in, my organizations, which applications act for me, and where I
 * am signed in.
 */
import {
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { BuildingMultipleRegular, KeyRegular, ShieldKeyholeRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { Me } from '../../../src/wire/account.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { When } from '../../ui/when.tsx'
import { Consents } from './consents.tsx'
import { Facts } from '../facts.tsx'
import { meQuery, organizationsQuery } from '../queries.ts'
import { Sessions } from './sessions.tsx'
import { SignIns } from './sign-ins.tsx'
import { LanguageCard } from './language-card.tsx'
import { useShellWords } from '../../ui/words.tsx'
import { useWords } from '../words.tsx'
import { Face } from '../../ui/face.tsx'

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
    gap: '16px',
    alignItems: 'stretch',
  },
  about: {
    display: 'flex',
    gap: '16px',
    alignItems: 'flex-start',
    '@media (max-width: 480px)': { flexDirection: 'column' },
  },
  text: { margin: '0' },
})

const AboutMe = ({ me }: { readonly me: Me }) => {
  const words = useWords()
  const styles = useStyles()
  const facts: [string, string][] = [[words.account.name, me.displayName]]
  if (me.userPrincipalName !== null) facts.push([words.account.signInName, me.userPrincipalName])
  if (me.mail !== null && me.mail !== me.userPrincipalName)
    facts.push([words.account.mail, me.mail])
  facts.push([words.account.home, me.homeOrganization?.displayName ?? words.account.noHome])
  return (
    <Card title={words.account.aboutMe}>
      <div className={styles.about}>
        <Face name={me.displayName} size={56} />
        <Facts facts={facts} />
      </div>
    </Card>
  )
}

const SignIn = ({ me }: { readonly me: Me }) => {
  const words = useWords()
  const styles = useStyles()
  const changed = me.signIn?.passwordChangedAt ?? null
  return (
    <Card title={words.account.signIn}>
      <p className={styles.text}>
        {me.signIn === null
          ? words.account.noSignIn
          : words.account.ways[me.signIn.kind](me.signIn.issuer)}
      </p>
      {changed === null ? null : (
        <Facts facts={[[words.account.passwordChanged, <When key="when" at={changed} />]]} />
      )}
      {me.signIn?.kind !== 'password' || !me.accountEnabled ? null : (
        <div>
          <Link href="/password?return=/profile">
            <KeyRegular aria-hidden /> {words.account.changePassword}
          </Link>
        </div>
      )}
      {me.accountEnabled ? (
        <div>
          <Link href="/security">
            <ShieldKeyholeRegular aria-hidden /> {words.account.security}
          </Link>
        </div>
      ) : null}
    </Card>
  )
}

const Organizations = () => {
  const words = useWords()
  const shell = useShellWords()
  const styles = useStyles()
  const { data } = useQuery(organizationsQuery)
  const mine = data?.filter(({ state }) => state !== 'left' && state !== 'removed')
  return (
    <Card title={words.organizations.title}>
      <p className={styles.text}>
        {mine === undefined ? words.organizations.intro : words.organizations.cardHint(mine.length)}
      </p>
      <div>
        <LinkButton to="/organizations" appearance="primary" icon={<BuildingMultipleRegular />}>
          {shell.manageOrganizations}
        </LinkButton>
      </div>
    </Card>
  )
}

const Disabled = ({ me }: { readonly me: Me }) => {
  const words = useWords()
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.account.disabledTitle}</MessageBarTitle>{' '}
        {words.account.disabled(me.homeOrganization?.displayName ?? words.account.yourHome)}
      </MessageBarBody>
    </MessageBar>
  )
}

export const AccountPage = () => {
  const words = useWords()
  const styles = useStyles()
  const { data: me, error } = useQuery(meQuery)
  return (
    <Page title={words.account.title} intro={words.account.intro}>
      <ProblemBar error={error} />
      {me === undefined && error === null ? <Loading /> : null}
      {me?.accountEnabled === false ? <Disabled me={me} /> : null}
      {me === undefined ? null : (
        <div className={styles.grid}>
          <AboutMe me={me} />
          <Organizations />
          <LanguageCard />
          <SignIn me={me} />
          <Consents />
          <Sessions />
          <SignIns />
        </div>
      )}
    </Page>
  )
}
