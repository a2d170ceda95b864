/**
 * The site without a network: a service worker that keeps every file of this build, and a manifest
 * that lets the site be installed. A new build waits until somebody asks for it.
 */
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export const WORKER = 'service-worker.js';

export function offline(): Plugin[] {
  return VitePWA({
    registerType: 'prompt',
    // The program registers the worker itself; no script is put into the page.
    injectRegister: null,
    filename: WORKER,
    manifestFilename: 'manifest.webmanifest',
    manifest: {
      name: '年报通',
      short_name: '年报通',
      description: '政府信息公开工作年度报告的编写、核对和上报',
      lang: 'zh-CN',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f2f3f1',
      theme_color: '#1d4f91',
      icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,html,svg}'],
      navigateFallback: 'index.html',
      // Only the app itself is answered with the app; the single file lies beside it.
      navigateFallbackDenylist: [/\.\w+$/],
      cleanupOutdatedCaches: true,
      inlineWorkboxRuntime: true,
      babelPresetEnvTargets: ['chrome >= 80'],
      sourcemap: false,
    },
  });
}
