/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Chromium 80 is the oldest browser found on the office machines this runs on: script and style
// are both lowered to it. `base: './'` lets the built site live in any folder of any intranet host.
export default defineConfig({
  base: './',
  plugins: [react()],
  build: { target: 'chrome80', cssTarget: 'chrome80', sourcemap: false, modulePreload: { polyfill: false } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
