/** The clients of Microsoft Graph that are tried, as they are published. */
import { readFileSync } from 'node:fs'
import { cells } from '../../src/wire/graph/documents/tables.ts'

/** What each is called, and the packages that it is made of. */
const published = {
  'the JavaScript SDK': ['@microsoft/microsoft-graph-client'],
  'the TypeScript SDK': [
    '@microsoft/msgraph-sdk',
    '@microsoft/msgraph-sdk-core',
    '@microsoft/msgraph-sdk-users',
    '@microsoft/msgraph-sdk-directory',
    '@microsoft/msgraph-sdk-invitations',
    '@microsoft/kiota-abstractions',
  ],
  '@azure/identity': ['@azure/identity'],
} as const
/** Those by which the script of the story runs. */
export type ClientName = Exclude<keyof typeof published, '@azure/identity'>

/** Each with the versions that the tests of this checkout run. */
export const clientTable = (): string => {
  const { devDependencies: versions } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { readonly devDependencies: Readonly<Record<string, string>> }
  return [
    cells('client', 'package', 'version'),
    cells('---', '---', '---'),
    ...Object.entries(published).flatMap(([client, packages]) =>
      packages.map((name) => cells(client, `\`${name}\``, versions[name] ?? '')),
    ),
  ].join('\n')
}
