/**
 * Why the directory API refuses something, by the code that it gives. It speaks English itself; a
 * table says it to who reads another language.
 */

/** Codes that an administrator meets in the admin centre. */
export const problemCodes = [
  'Authorization_RequestDenied',
  'Forbidden',
  'InvalidAuthenticationToken',
  'ObjectConflict',
  'Request_MultipleObjectsWithSameKeyValue',
  'Request_ResourceNotFound',
  'TooManyRequests',
  'addressOfAnotherGuest',
  'alreadyAccepted',
  'alreadyAnswered',
  'askerMayNot',
  'alreadyGuest',
  'alreadyHeld',
  'alreadyMember',
  'bodyTooLarge',
  'busy',
  'domainNotAllowed',
  'emptyBody',
  'guestDisabled',
  'guestHomeGone',
  'guestOfNobody',
  'internalError',
  'invalidJson',
  'inviteeRefuses',
  'lastAdministrator',
  'methodNotAllowed',
  'noLongerPossible',
  'notDeleted',
  'onHold',
  'otherProtectionWaits',
  'personConflict',
  'proxyAddressConflict',
  'restoreWindowClosed',
  'secondAdministratorNeeded',
  'simulationOutdated',
  'softDeletedUserExists',
  'storeUnavailable',
  'targetTooHigh',
  'userPrincipalNameConflict',
  'wrongContentType',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export type ProblemWords = {
  readonly byCode: Readonly<Record<ProblemCode, string>>
  /** Said before what has no sentence here, which follows in English. */
  readonly inEnglish: string
}
