/** What letters about somebody's standing, and receipts, have in common. */
import { pageAddresses, receiptPath } from '../../kernel/page-address.ts'
import type { Standing } from '../../mail/letters.ts'
import { facts, link, type Block } from './content.ts'
import type { Writing } from './writing.ts'

export type At = { readonly organization: string }

export const at = ({ organization }: Pick<Standing, 'organization'>, { speech }: Writing): At => ({
  organization: speech.name(organization.name),
})

/** The row of the organization, among those of the reader. */
export const row = ({ organization }: Pick<Standing, 'organization'>, writing: Writing): Block =>
  link(
    writing.mail.frame.openOrganization(at({ organization }, writing)),
    `${writing.publicUrl}${pageAddresses.organizations}?tenantId=${organization.id}`,
  )

/** The page of a receipt, for whoever has the code of this mail. */
export const openReceipt = (
  { reference, code }: { readonly reference: string; readonly code?: string },
  { standing: words, publicUrl }: Writing,
): Block => link(words.receipt.open, `${publicUrl}${receiptPath(reference, code)}`)

/** Where somebody who cannot sign in goes on, with a code to their address. */
export const byAddress = (label: string, { publicUrl }: Writing): Block =>
  link(label, `${publicUrl}${pageAddresses.askByAddress}`)

export const contact = (
  { privacyContact, ...standing }: Pick<Standing, 'organization' | 'privacyContact'>,
  writing: Writing,
): Block[] =>
  privacyContact === null
    ? []
    : [facts([writing.mail.frame.questions(at(standing, writing)), privacyContact])]
