/**
 * Builds what browsers run, as the environment variable APP names it, into the folder OUT: `desk`
 * (the default), the small script beside the portal's pages, or `admin`, the admin centre.
 */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const outDir = (app: string): string => process.env['OUT'] ?? `../../dist/${app}`

const common = {
  emptyOutDir: true,
  assetsDir: 'assets',
  // Scripts in the page itself are what the policy forbids.
  modulePreload: { polyfill: false },
  license: { fileName: 'licences.md' },
}

const desk = {
  root: 'web/desk',
  publicDir: false as const,
  build: {
    ...common,
    outDir: outDir('desk'),
    rollupOptions: {
      input: 'web/desk/main.ts',
      output: { entryFileNames: 'assets/desk-[hash].js' },
    },
  },
}

const admin = {
  root: 'web/admin',
  base: '/admin/',
  publicDir: false as const,
  plugins: [react()],
  build: {
    ...common,
    outDir: outDir('admin'),
    // One download that is cached for good; it is compressed to a quarter on its way.
    chunkSizeWarningLimit: 2_000,
  },
}

export default defineConfig(() => (process.env['APP'] === 'admin' ? admin : desk))
