/** A real mail server on a port of loopback, which keeps what it is given. */
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'

export type Received = {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly id: string
  readonly text: string
}

// Bodies of ASCII come as they are, or in quoted-printable; that is all these tests send.
const readMail = (raw: string): Pick<Received, 'subject' | 'id' | 'text'> => {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(head)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? ''
  const body = rest.join('\r\n\r\n')
  const text = /quoted-printable/i.test(head)
    ? body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : body
  return { subject: header('Subject'), id: header('Message-ID'), text: text.replaceAll('\r\n', '\n') }
}

/** Starts it. `refuse` decides what is not taken. */
export const mailServer = async () => {
  const received: Received[] = []
  const state = { refuse: (_recipient: string): boolean => false, connections: 0 }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onConnect: (_, done) => {
      state.connections++
      done()
    },
    onRcptTo: ({ address }, _, done) =>
      done(state.refuse(address) ? Object.assign(new Error(`451 ${address} is busy`), { responseCode: 451 }) : undefined),
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
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return { url, received, state, stop: () => new Promise<void>((done) => server.close(() => done())) }
}
