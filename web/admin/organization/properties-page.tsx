/**
 * The organization itself: its name, domains, contacts, retention, and whether external users may
 * leave by themselves.
 */
import { Badge } from '@fluentui/react-components'
import type { Organization } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { domainsOf } from '../kit/domains.ts'
import { Facts } from '../kit/facts.tsx'
import { LeaveSettings } from './leave-settings.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { PropertiesForm } from './properties-form.tsx'
import { useOrganization } from '../queries.ts'
import { useWords } from '../words.tsx'

const Domains = ({ organization }: { readonly organization: Organization }) => {
  const words = useWords()
  const { names, byDefault } = domainsOf(organization)
  return (
    <Card title={words.property.organization}>
      <Facts
        facts={[
          { name: words.property.id, value: organization.id },
          {
            name: words.property.domains,
            value: names.map((name) => (
              <div key={name}>
                {name}{' '}
                {name === byDefault && (
                  <Badge appearance="tint" color="informative">
                    {words.property.defaultDomain}
                  </Badge>
                )}
              </div>
            )),
          },
        ]}
      />
    </Card>
  )
}

const Properties = () => {
  const { data, error } = useOrganization()
  if (data === undefined) return error === null ? <Loading /> : <ProblemBar error={error} />
  return (
    <>
      <Domains organization={data} />
      <PropertiesForm organization={data} />
      <LeaveSettings />
    </>
  )
}

export const PropertiesPage = () => {
  const words = useWords()
  return (
    <AdminPage title={words.properties}>
      <ForThoseWhoMay action="organization.read">
        <Properties />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
