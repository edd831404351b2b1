/** A real mail server on a port of loopback, which keeps what it is given. */
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'

type Connection = { readonly _socket: { readonly destroy: () => void } }

export type Received = {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly id: string
  readonly text: string
}

// Bodies of ASCII come as they are, or in quoted-printable; that is all these tests send. Of two
// forms of a mail the first, the text, is read.
const firstPart = (raw: string): string => {
  const boundary = /^content-type: multipart\/[\s\S]*?boundary="([^"]+)"/im.exec(raw)?.[1]
  return boundary === undefined ? raw : (raw.split(`--${boundary}`)[1] ?? '').replace(/^\r\n/, '')
}
const readMail = (raw: string): Pick<Received, 'subject' | 'id' | 'text'> => {
  const [head = ''] = raw.split('\r\n\r\n', 1)
  const [partHead = '', ...rest] = firstPart(raw).split('\r\n\r\n')
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im')
      .exec(head)?.[1]
      ?.replaceAll(/\r\n[ \t]/g, ' ') ?? ''
  const body = rest.join('\r\n\r\n')
  const text = /quoted-printable/i.test(partHead)
    ? body
        .replaceAll('=\r\n', '')
        .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        )
    : body
  return {
    subject: header('Subject'),
    id: header('Message-ID'),
    text: text.replaceAll('\r\n', '\n'),
  }
}

type State = {
  /** What is not taken: true is "busy", 451; a number is that answer. */
  refuse: (recipient: string) => boolean | number
  /** Takes the whole mail and goes away without a word. */
  silent: boolean
  connections: number
  /** Passwords that came, and whether in the clear. */
  readonly passwords: { readonly password: string; readonly secure: boolean }[]
}

/** Starts it. `asksForPassword`: it wants one, and takes any. It never offers TLS. */
export const mailServer = async ({ asksForPassword = false } = {}) => {
  const received: Received[] = []
  const state: State = { refuse: () => false, silent: false, connections: 0, passwords: [] }
  const server = new SMTPServer({
    authOptional: !asksForPassword,
    allowInsecureAuth: true,
    disabledCommands: [...(asksForPassword ? [] : ['AUTH']), 'STARTTLS'],
    onAuth: ({ password }, session, done) => {
      state.passwords.push({ password: password ?? '', secure: session.secure })
      done(null, { user: 'somebody' })
    },
    onConnect: (_, done) => {
      state.connections++
      done()
    },
    onRcptTo: ({ address }, _, done) => {
      const refused = state.refuse(address)
      const responseCode = refused === true ? 451 : refused
      done(
        responseCode === false
          ? undefined
          : Object.assign(new Error(`${responseCode} ${address} is not taken`), { responseCode }),
      )
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          ...readMail(Buffer.concat(chunks).toString()),
        })
        if (state.silent)
          for (const { _socket: socket } of server.connections as Set<Connection>) socket.destroy()
        else done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    state,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  }
}
