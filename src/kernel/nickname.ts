/** The mail nickname of a group. */

export const maxNicknameLength = 64

/**
 * Whether `text` can be a mail nickname: 1 to 64 visible ASCII characters, none of `@()\[]";:<>,`
 * (Graph's rule).
 */
export const isMailNickname = (text: string): boolean =>
  /^[!#$%&'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}$/.test(text)
