import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder('client'),
  plugins: [react()],
  resolve: { alias: { zod: folder('client/api/schemaless.ts') } },
  build: {
    outDir: folder('dist/client'),
    emptyOutDir: true,
    // The page's policy allows no data: scripts or fonts; every file has a name of its own.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': 'http://127.0.0.1:3001' },
  },
});
