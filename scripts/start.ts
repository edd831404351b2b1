/**
 * npm start and npm run demo: builds the web apps when their sources have changed, then runs the command in this very process, so that a
 * signal that ends npm ends it too.
 */
await import('./build.ts')
const command = new URL('../bin/guesthouse.js', import.meta.url)
await import(command.href)
