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
    rolldownOptions: {
      output: {
        // A page is made of a few files: each module that several pages share would be one of its own, and a first load 137 of them.
        codeSplitting: {
          groups: [
            // No module of it may wait while it is read (`await` outside of functions): what it waits for may need this file.
            { name: 'start', tags: ['$initial'], priority: 3 },
            { name: 'frame', test: /\/client\/(layout\/Layout|payouts\/StopBanner|list\/ConsoleList|list\/ConsoleTable)\.tsx$/, priority: 2 },
            { name: 'shared', minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': 'http://127.0.0.1:3001' },
  },
});
