// Builds the three bundles (main, preload, renderer) into out/. Everything is bundled, so that
// the app starts from three files and ships no node_modules. The targets are those of the oldest
// Electron it runs on, 33.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = { '@core': at('src-core'), '@renderer': at('src-renderer') };

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      minify: true,
      target: 'node20.18',
      rollupOptions: { input: at('src-main/index.ts') },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      target: 'node20.18',
      // A sandboxed preload is one CommonJS file.
      rollupOptions: {
        input: at('src-main/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    resolve: { alias },
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: true,
      // Fonts stay files: the content security policy allows no data: fonts.
      assetsInlineLimit: 0,
      // A page for each role a window can have (src-main/windows/pages.ts).
      rollupOptions: {
        input: {
          index: at('src-renderer/index.html'),
          room: at('src-renderer/room.html'),
          capture: at('src-renderer/capture.html'),
        },
      },
    },
  },
});
