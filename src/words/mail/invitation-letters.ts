/**
 * Letters about an invitation: to who is invited, to whom a copy goes, and to who answers for
 * somebody's data.
 */
import { adminPath } from '../../kernel/page-address.ts'
import { linkPath } from '../../kernel/one-time-link.ts'
import type { LetterOf } from '../../mail/letters.ts'
import { link, note, paragraph, quote, type Content } from './content.ts'
import type { Writing } from './writing.ts'

const invitation = (
  values: LetterOf<'invitation'>['values'],
  { mail, standing, speech, publicUrl }: Writing,
): Content => {
  const words = mail.invitation
  const organization = speech.name(values.organization.name)
  const inviter = values.inviter === null ? undefined : speech.name(values.inviter)
  const domain = values.organization.domain ?? new URL(publicUrl).host
  return {
    subject: words.subject({ organization }),
    replyTo: values.inviterMail ?? undefined,
    blocks: [
      paragraph(
        inviter === undefined
          ? words.leadOrganization({ organization })
          : words.lead({ organization, inviter }),
      ),
      ...(values.message === null ? [] : [paragraph(mail.frame.theyWrite)]),
      ...quote(values.message),
      link(words.open, `${publicUrl}${linkPath('invitation', values.token)}`),
      paragraph(words.once({ time: speech.time(values.expiresAt) })),
      paragraph(words.declining),
      paragraph(
        values.mayLeave
          ? standing.leavingLater.alone
          : standing.leavingLater.asking({ organization }),
      ),
      ...(values.inviterMail === null || inviter === undefined
        ? []
        : [paragraph(words.reply({ inviter }))]),
      note(words.unexpected({ organization, domain })),
    ],
  }
}

const invitationCopy = (
  values: LetterOf<'invitationCopy'>['values'],
  { mail, speech }: Writing,
): Content => {
  const words = mail.invitationCopy
  const named = {
    organization: speech.name(values.organization.name),
    address: speech.name(values.address),
  }
  return {
    subject: words.subject(named),
    blocks: [
      paragraph(
        values.inviter === null
          ? words.leadOrganization(named)
          : words.lead({ ...named, inviter: speech.name(values.inviter) }),
      ),
    ],
  }
}

const removalAsked = (
  values: LetterOf<'removalAsked'>['values'],
  { mail, speech, publicUrl }: Writing,
): Content => {
  const words = mail.removalAsked
  const { answer = 'remove' } = values
  const named = {
    organization: speech.name(values.organization.name),
    name: speech.name(values.name),
  }
  return {
    subject: words.subject(named),
    blocks: [
      paragraph(words.lead({ ...named, principalName: speech.name(values.principalName) })),
      ...(values.message === null ? [] : [paragraph(words.theirMessage)]),
      ...quote(values.message),
      ...(answer === 'nobody'
        ? [paragraph(words.closed(named))]
        : [
            paragraph(words.answer[answer]),
            link(words.open, `${publicUrl}${adminPath(values.organization.id, 'requests')}`),
          ]),
    ],
  }
}

export const invitationLetters = { invitation, invitationCopy, removalAsked }
