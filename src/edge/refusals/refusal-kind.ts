/** What is told of a code once, for the edges, the documents and whoever runs the server. */

/** The codes of Microsoft Graph, as far as they are answered here. Clients know them. */
export const catalogue = {
  Authorization_RequestDenied: 403,
  BadRequest: 400,
  Directory_ExpiredPageToken: 400,
  Directory_ResultSizeLimitExceeded: 403,
  FailedDependency: 424,
  Forbidden: 403,
  InternalServerError: 500,
  InvalidAuthenticationToken: 401,
  InvalidRequest: 400,
  MaximumValueExceeded: 400,
  Request_BadRequest: 400,
  Request_MultipleObjectsWithSameKeyValue: 409,
  Request_ResourceNotFound: 404,
  Request_UnsupportedQuery: 400,
  ServiceUnavailable: 503,
  TooManyRequests: 429,
  resyncRequired: 410,
} as const

export type CatalogueCode = keyof typeof catalogue

/** What is wrong with one property of a body, as `details` say it beside the codes of refusals. */
export type PropertyFault = 'InvalidValue' | 'ObjectConflict'

export type RefusalKind = {
  readonly status: number
  /** Another status that an edge may answer with instead. */
  readonly or?: number
  /** What happened and what to do next, where whoever refuses knows no more than that. */
  readonly caller: string
  /** What it says about the installation, and what to look at. */
  readonly operator: string
  /** The code of the catalogue that it stands under, where its status gives another one. */
  readonly graph?: CatalogueCode
}
