/** What stands in the mail that an invitation sends, and to whom else it is told. */
import type { Body } from './made.ts'

/** Of a body; undefined where it says nothing. */
export const messageIn = ({ invitedUserMessageInfo: info }: Body) => {
  const { customizedMessageBody, messageLanguage, ccRecipients } = info ?? {}
  return {
    message: customizedMessageBody ?? undefined,
    language: messageLanguage ?? undefined,
    copyTo: ccRecipients?.[0]?.emailAddress.address ?? undefined,
  }
}
