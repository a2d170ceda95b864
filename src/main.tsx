/** Wires the app to the browser: the answers of `platform/` to what `ports/` asks. */
import './old-browsers.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { STATUTORY_FORMATS } from './formats/registry.ts';
import paperCss from './paper/paper.css?inline';
import { copyText } from './platform/clipboard.ts';
import { later, newId, now } from './platform/clock.ts';
import {
  recovered,
  recoverInTime,
  recoverWhenEmptied,
  repository,
  restorePoints,
  secondCopy,
} from './platform/draft-stores.ts';
import { loadReadingTools, parsePage, saveFile } from './platform/files.ts';
import { leave, onLeave, warnWhile } from './platform/leaving.ts';
import { keepOffline, update } from './platform/offline.ts';
import { rasterise } from './platform/rasterise.ts';
import { createLargeType, createPaperChoice, onStored } from './platform/storage.ts';
import { writerLocks } from './platform/writer-locks.ts';
import type { Services } from './ports/services.ts';
import { afterPaint } from './ui/after-paint.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import './paper/paper.css';

const services: Services = {
  recovered,
  formats: STATUTORY_FORMATS,
  repository,
  recover: recoverInTime,
  restorePoints,
  missingCopies: secondCopy.missing,
  acquireLock: writerLocks(),
  onStored,
  warnWhile,
  update,
  now,
  newId,
  later,
  soon: afterPaint,
  onLeave,
  parseHtml: parsePage,
  saveFile,
  loadReadingTools,
  copy: copyText,
  rasterise,
  print: () => window.print(),
  largeType: createLargeType(),
  paperChoice: createPaperChoice(),
  paperCss,
};

async function start(root: HTMLElement): Promise<void> {
  await recoverInTime();
  recoverWhenEmptied();
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary onBroken={leave}>
        <App services={services} />
      </ErrorBoundary>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
// Offline is a gift, not a condition: where the browser refuses it, the site works all the same.
keepOffline().catch(() => undefined);
