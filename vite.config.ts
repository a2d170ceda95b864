/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { type BuildEnvironmentOptions, defineConfig } from 'vite';
import { offline } from './.build/offline.ts';
import { sitePolicy } from './.build/policy.ts';
import { singleFile } from './.build/single-file.ts';

// Chromium 80 is the oldest browser found on the office machines this runs on: script and style
// are both lowered to it.
const OLDEST: BuildEnvironmentOptions = {
  target: 'chrome80',
  cssTarget: 'chrome80',
  modulePreload: { polyfill: false },
};

/** The site in a folder; heavy parts in files of their own, loaded when first used. */
const SITE: BuildEnvironmentOptions = {
  ...OLDEST,
  // The first load has a name of its own, so that its size can be held to a budget.
  rolldownOptions: { output: { entryFileNames: 'assets/entry-[hash].js' } },
};

/** One file beside the site: everything in one script and one style. */
const SINGLE: BuildEnvironmentOptions = {
  ...OLDEST,
  emptyOutDir: false,
  copyPublicDir: false,
  cssCodeSplit: false,
  assetsInlineLimit: Number.MAX_SAFE_INTEGER,
  rolldownOptions: { output: { codeSplitting: false } },
};

// `base: './'` lets the built site live in any folder of any intranet host.
export default defineConfig(({ mode }) => {
  const isSingle = mode === 'single';
  return {
    base: './',
    // Character maps of fonts, carried inside scripts.
    assetsInclude: ['**/*.bcmap'],
    plugins: [react(), isSingle ? singleFile() : [sitePolicy(), offline()]],
    build: isSingle ? SINGLE : SITE,
    test: {
      include: ['src/**/*.test.{ts,tsx}'],
      environment: 'node',
      setupFiles: ['src/testing/fixed-seed.ts'],
      testTimeout: 120_000,
    },
  };
});
