import locales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env['HUBLINE_API'] ?? 'http://localhost:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), { ...locales.vite({ locales: ['en-GB'] }), enforce: 'pre' }],
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    // A strict content policy allows no data: fonts or scripts, and small files compress well enough.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { '/trpc': server, '^/indicators/.*csv': server } },
})
