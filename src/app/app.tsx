/** The app: which screen the address asks for. */
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { DeskScreen } from '../desk/desk-screen.tsx';
import { DESK, hashOf, readRoute } from '../ports/route.ts';
import type { Services } from '../ports/services.ts';
import type { PendingUpdates } from '../session/pending-updates.ts';
import { keepFocus } from '../ui/keep-focus.ts';

const loadOpenedDraft = () => import('../draft/opened-draft.tsx');

/** The desk needs no editor, and shows without waiting for it. */
const OpenedDraft = lazy(async () => ({ default: (await loadOpenedDraft()).OpenedDraft }));

const TrendScreen = lazy(async () => {
  const { TrendScreen: Screen } = await import('../trend/trend-screen.tsx');
  return { default: Screen };
});

const RulesPage = lazy(async () => ({
  default: (await import('../findings/rules-page.tsx')).RulesPage,
}));

const SafeScreen = lazy(async () => ({
  default: (await import('./safe-screen.tsx')).SafeScreen,
}));

function subscribeToHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function App({ services }: { readonly services: Services }) {
  const hash = useSyncExternalStore(subscribeToHash, () => window.location.hash);
  const route = readRoute(hash);
  // Whoever looks at the desk opens a draft next; by then its editor is here.
  useEffect(() => {
    // A page that is left while it loads says so to nobody; opening a draft asks again.
    loadOpenedDraft().catch(() => undefined);
  }, []);
  useEffect(() => keepFocus(document), []);
  // A draft the browser refused is held in this window, also while another one or the desk is shown.
  useEffect(() => services.warnWhile(services.repository.isAtRisk), [services]);
  useEffect(() => services.onStored(services.repository.storeHeld), [services]);
  const [pendingUpdates] = useState<PendingUpdates>(() => new Map());
  if (route.at === 'desk')
    return <DeskScreen services={services} pendingUpdates={pendingUpdates} />;
  return (
    <Suspense fallback={null}>
      {route.at === 'rules' ? (
        <RulesPage deskHref={hashOf(DESK)} />
      ) : route.at === 'safe' ? (
        <SafeScreen services={services} />
      ) : route.at === 'years' ? (
        <TrendScreen agency={route.agency} services={services} />
      ) : (
        <OpenedDraft
          key={`${route.at} ${route.id}`}
          route={route}
          services={services}
          pendingUpdates={pendingUpdates}
        />
      )}
    </Suspense>
  );
}
