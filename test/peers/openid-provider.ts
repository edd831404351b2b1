/**
 * Another OpenID provider, on a port of loopback: an independent implementation that is honest
 * until a test makes it lie, break or hang.
 */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, type JWK } from 'oidc-provider'
import { closed } from '../machines/closed.ts'

type Claims = Record<string, unknown>
type Token = { header: Claims; payload: Claims; key?: KeyObject }

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

/** A key that is nobody's. */
export const strangeKey = (): KeyObject => newKey().privateKey

const decode = (part: string | undefined): Claims =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Claims
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const sign = ({ header, payload }: Token, key: KeyObject): string => {
  const text = `${encode(header)}.${encode(payload)}`
  const signature =
    header['alg'] === 'none' ? '' : createSign('RSA-SHA256').update(text).sign(key, 'base64url')
  return `${text}.${signature}`
}

/** Starts a provider that knows two clients, which come back to `redirectUri`. */
export const openIdProvider = async (redirectUri: string) => {
  const { privateKey } = newKey()
  const state = {
    /** Who signs in there now: nobody is asked. */
    account: 'subject-1',
    claims: {
      email: 'somebody@elsewhere.example',
      email_verified: true,
      name: 'Somebody',
    } as Claims,
    /** Changes an ID token before it goes out. */
    tamper: undefined as ((token: Token) => Token) | undefined,
    /** Changes the document that says who the provider is. */
    tamperMetadata: undefined as ((metadata: Claims) => Claims) | undefined,
    hangs: false,
    requests: 0,
  }
  const held = new Set<ServerResponse>()
  const product: { handle?: (request: IncomingMessage, response: ServerResponse) => void } = {}
  const server = createServer((request, response) => {
    state.requests++
    if (state.hangs) {
      held.add(response)
      return
    }
    product.handle?.(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { clientId: 'guesthouse', clientSecret: 'a secret between the two of them' }
  const otherClient = { clientId: 'somebody-else', clientSecret: 'a secret of somebody else' }
  const provider = new Provider(issuer, {
    clients: [client, otherClient].map(({ clientId, clientSecret }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
    })),
    jwks: {
      keys: [
        { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: 'one', use: 'sig', alg: 'RS256' },
      ],
    },
    cookies: { keys: ['a key for the cookies of a test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: async (_, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...state.claims }),
    }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId ?? '',
        accountId: context.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, IdToken: 600, AccessToken: 600 },
  })
  const callback = provider.callback()

  /** Lets `change` have the JSON body of an answer before it goes out. */
  const rewriting = (response: ServerResponse, change: (body: Claims) => Claims): void => {
    const end = response.end.bind(response)
    response.end = ((body?: unknown) => {
      const text = JSON.stringify(change(JSON.parse(String(body)) as Claims))
      if (!response.headersSent) response.setHeader('content-length', Buffer.byteLength(text))
      return end(text)
    }) as typeof response.end
  }

  product.handle = (request, response) => {
    const path = request.url ?? ''
    if (path.startsWith('/interaction/')) {
      void provider.interactionFinished(
        request,
        response,
        { login: { accountId: state.account } },
        { mergeWithLastSubmission: false },
      )
      return
    }
    const { tamper, tamperMetadata } = state
    if (path.startsWith('/token') && tamper !== undefined)
      rewriting(response, (body) => {
        const [header, payload] = String(body['id_token']).split('.')
        const changed = tamper({ header: decode(header), payload: decode(payload) })
        return { ...body, id_token: sign(changed, changed.key ?? privateKey) }
      })
    if (path.startsWith('/.well-known/') && tamperMetadata !== undefined)
      rewriting(response, tamperMetadata)
    void callback(request, response)
  }

  const stop = (): Promise<void> => closed(server)
  return { issuer, ...client, otherClient, state, stop }
}
