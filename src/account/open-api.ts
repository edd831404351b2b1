/** /account/openapi.json, generated from the schemas that the edge itself uses. */
import { createDocument } from 'zod-openapi'
import { whenAsked } from '../edge/when-asked.ts'
import { issuerPaths, peopleIssuerId } from '../wire/sign-on.ts'
import type { Handler } from './exchange.ts'
import { paths } from './open-api-paths.ts'

const document = whenAsked(() =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Guesthouse account API',
      version: '1',
      description:
        'What a signed-in person sees of themselves and of their organizations, and how they leave one.',
      license: { name: 'MIT' },
    },
    security: [{ people: ['Account.ReadWrite'] }],
    components: {
      securitySchemes: {
        people: {
          type: 'oauth2',
          description:
            'An access token of the issuer of people. Account.Read is enough for every GET.',
          flows: {
            authorizationCode: {
              authorizationUrl: issuerPaths(peopleIssuerId).authorization,
              tokenUrl: issuerPaths(peopleIssuerId).token,
              scopes: {
                'Account.Read': 'See my organizations, my sessions and my sign-ins',
                'Account.ReadWrite': 'Leave organizations, and everything else I can do',
              },
            },
          },
        },
      },
    },
    paths,
  }),
)

/**
 * The paths and methods that the document describes, for the test that compares them with the
 * routes.
 */
export const describedOperations = (): string[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  )

export const showOpenApi: Handler = async (x) => x.c.json(document())
