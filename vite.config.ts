/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Nothing may leave the machine: the built page may talk to no one and run nothing but itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

// Chromium 80 is the oldest browser found on the office machines this runs on: script and style
// are both lowered to it. `base: './'` lets the built site live in any folder of any intranet host.
export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy()],
  build: {
    target: 'chrome80',
    cssTarget: 'chrome80',
    modulePreload: { polyfill: false },
    // The first load has a name of its own, so that its size can be held to a budget.
    rolldownOptions: { output: { entryFileNames: 'assets/entry-[hash].js' } },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
