/** What an application proves itself with: how many of each, and of what strength. */

/** The most secrets: one in use, one to change to, and some room. */
export const mostSecrets = 10

/** How many characters of a secret are kept, to tell secrets apart. */
export const hintLength = 3

/** The most certificates. */
export const mostKeys = 10

/** The most issuers elsewhere. */
export const mostFederated = 20

/** The least bits of an RSA key. */
export const leastModulus = 2_048

/** The curves, as OpenSSL calls them, by the names that people know. */
export const curves = { prime256v1: 'P-256', secp384r1: 'P-384' } as const

/** Which keys of certificates are taken. */
export const takenKeys = `RSA of ${leastModulus} bits or more, or an elliptic curve ${Object.values(curves).join(' or ')}`
