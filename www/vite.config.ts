import { defineConfig } from 'vite';

export default defineConfig({
  // Relative addresses: the page may be served from any folder.
  base: './',
  build: {
    target: 'es2022',
    // The content security policy has no `data:`, and the browser compiles a file with the right type while it arrives.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
