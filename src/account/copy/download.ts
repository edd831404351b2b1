/**
 * A copy to keep before saying goodbye (R107, R109): of one organization as JSON, or of all of them
 * as one archive.
 */
import { html } from 'hono/html'
import { jsonFile } from '../../edge/json-file.ts'
import { pathId } from '../../edge/path-id.ts'
import type { Around } from '../../events/event.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { fileOfDocument } from '../../pages/frame.ts'
import type { Html } from '../../pages/page.ts'
import { readerOf, type Reader } from '../../pages/reader.ts'
import { listMyOrganizations, type MyOrganization } from '../../people/my-organizations.sql.ts'
import type { Session } from '../../people/sessions.ts'
import { copyFileName, copyMyData } from '../../privacy/copy.ts'
import type { Database } from '../../store/database.ts'
import type { MyData } from '../../wire/my-data.ts'
import type { EdgeContext } from '../../edge/routes.ts'
import type { Handler } from '../exchange.ts'
import { SpokenRefusal } from '../spoken.ts'
import { archiveOf, type ArchivedFile } from './archive.ts'
import { copyContent } from './document.ts'

/** What a copy is made from: a request, whoever's edge it came to. */
export type Asking = Around & {
  readonly c: EdgeContext
  readonly db: Database
  readonly session: Pick<Session, 'personId' | 'sessionId'>
}

/** The copy in one organization. Refuses where I am nobody, or it does not trust this sign-in. */
export const copyFor = async (x: Asking, tenantId: TenantId | undefined): Promise<MyData> => {
  const { refusal: words } = readerOf(x.c).words.blockers
  if (tenantId === undefined)
    throw new SpokenRefusal('organizationNotFound', words.organizationNotFound)
  const copied = await copyMyData(x.db, { ...x.session, tenantId }, x)
  if (copied.outcome === 'copied') return copied.copy
  if (copied.outcome === 'notFound')
    throw new SpokenRefusal('organizationNotFound', words.organizationNotFound)
  const [organization] = await listMyOrganizations(x.db, x.session.personId, x.now, tenantId)
  throw new SpokenRefusal('noAccess', words.providerNotTrusted(organization?.displayName ?? ''))
}

/** The copy as a file. */
export const copyFile = ({ c }: Asking, copy: MyData, tenantId: string): Response =>
  jsonFile(c, copyFileName(tenantId), copy)

/** The page as a file that needs nothing else. */
export const pageFile = async (x: Asking, copy: MyData, tenantId: string): Promise<Response> => {
  x.c.header('content-disposition', `attachment; filename="${copyFileName(tenantId)}.html"`)
  return x.c.body(await copyPage(copy, readerOf(x.c)), 200, {
    'content-type': 'text/html; charset=utf-8',
  })
}

const copyPage = (copy: MyData, reader: Reader): Promise<string> =>
  fileOfDocument(reader.words.copy.title(copy.organization), copyContent(copy, reader), reader)

/** GET /account/organizations/{id}/data */
export const downloadMyData: Handler = async (x) => {
  const copy = await copyFor(x, pathId<TenantId>(x.c))
  return copyFile(x, copy, copy.user.tenantId)
}

/** All organizations as one zip: for each the page and the JSON, and an index of them. */
export const archiveFile = async (x: Asking): Promise<Response> => {
  const organizations = await listMyOrganizations(x.db, x.session.personId, x.now)
  x.c.header('content-disposition', 'attachment; filename="my-data.zip"')
  return x.c.body(archiveOf(filesOf(x, organizations), x.now), 200, {
    'content-type': 'application/zip',
  })
}

// Two may have one name, and none has a name of a file.
const fileName = ({ domain, tenantId }: MyOrganization): string =>
  `${(domain ?? 'organization').replaceAll(/[^a-z0-9.-]/g, '-')}-${tenantId.slice(-8)}`

async function* filesOf(
  x: Asking,
  organizations: readonly MyOrganization[],
): AsyncGenerator<ArchivedFile, void> {
  const reader = readerOf(x.c)
  const { copy: words, blockers } = reader.words
  const lines: Html[] = []
  for (const organization of organizations) {
    const { tenantId, displayName } = organization
    const copied = await copyMyData(x.db, { ...x.session, tenantId }, x)
    if (copied.outcome === 'shut')
      lines.push(html`<li>${blockers.refusal.providerNotTrusted(displayName)}</li>`)
    if (copied.outcome !== 'copied') continue
    const name = fileName(organization)
    lines.push(html`<li><a href="${name}.html">${words.title(displayName)}</a></li>`)
    yield { name: `${name}.html`, text: await copyPage(copied.copy, reader) }
    yield { name: `${name}.json`, text: JSON.stringify(copied.copy, null, 2) }
  }
  const index = html`<p>${words.copiedAt(reader.speech.time(x.now))} ${words.archiveHolds}</p>
    <ul class="sum">
      ${lines}
    </ul>`
  yield { name: 'index.html', text: await fileOfDocument(words.indexTitle, index, reader) }
}
