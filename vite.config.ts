/**
 * Builds one of the two web apps, the one that the environment variable APP names: `portal` (the
 * default) or `admin`, into the folder OUT.
 */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const bases = { portal: '/', admin: '/admin/' } as const

const chosen = (): keyof typeof bases => (process.env['APP'] === 'admin' ? 'admin' : 'portal')

export default defineConfig(() => {
  const app = chosen()
  return {
    root: `web/${app}`,
    base: bases[app],
    publicDir: false as const,
    plugins: [react()],
    build: {
      outDir: process.env['OUT'] ?? `../../dist/${app}`,
      emptyOutDir: true,
      assetsDir: 'assets',
      // Scripts in the page itself are what the policy forbids.
      modulePreload: { polyfill: false },
      // One download that is cached for good; it is compressed to a quarter on its way.
      chunkSizeWarningLimit: 2_000,
    },
  }
})
