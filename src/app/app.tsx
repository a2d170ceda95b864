/** The app: which screen the address asks for. */
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { DeskScreen } from './desk-screen.tsx';
import { OpenedDraft } from './opened-draft.tsx';
import { readRoute } from './route.ts';
import type { Services } from './services.ts';

const TrendScreen = lazy(async () => {
  const { TrendScreen: Screen } = await import('./trend-screen.tsx');
  return { default: Screen };
});

function subscribeToHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function App({ services }: { readonly services: Services }) {
  const hash = useSyncExternalStore(subscribeToHash, () => window.location.hash);
  const route = readRoute(hash);
  if (route.at === 'desk') return <DeskScreen services={services} />;
  if (route.at === 'years') {
    return (
      <Suspense fallback={null}>
        <TrendScreen agency={route.agency} services={services} />
      </Suspense>
    );
  }
  return <OpenedDraft key={`${route.at} ${route.id}`} route={route} services={services} />;
}
