import locales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { offlineWorker } from './offline-plugin.ts'

const server = process.env['HUBLINE_API'] ?? 'http://localhost:3000'

export default defineConfig({
  root: import.meta.dirname,
  // React Aria falls back on en-US for a browser of any other language, so that one stays in.
  plugins: [react(), offlineWorker(), { ...locales.vite({ locales: ['en-GB', 'en-US'] }), enforce: 'pre' }],
  build: {
    target: 'es2023',
    // One stylesheet: a shared piece that loads before the first would turn the order of the layers round.
    cssCodeSplit: false,
    outDir: 'dist',
    emptyOutDir: true,
    // A strict content policy allows no data: fonts or scripts, and small files compress well enough.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: {
    proxy: {
      '/trpc': server,
      '/lists': server,
      '^/documents/': server,
      '^/(?:diaries|events|indicators|reviews|year)/.*\\.(?:csv|ics|json|ods|pdf|xlsx|zip)': server,
      '^/skills-[a-z-]+\\.csv': server,
    },
  },
})
