/** The end of a server of a test. */
type Closes = { readonly close: (done: () => void) => unknown }

/**
 * Closes a server and hangs up on everybody: a browser opens lines on which it asks for nothing
 * yet, and Node waits for their end for ever.
 */
export const closed = (server: Closes): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    if ('closeAllConnections' in server) (server.closeAllConnections as () => void)()
  })
