/** Opens the draft or sample of an address and keeps it saved while it is open. */
import { useEffect, useState } from 'react';
import { type OpenDraft, openDraft } from '../drafts/open-draft.ts';
import type { Result } from '../report/result.ts';
import { failure } from '../report/result.ts';
import { DraftScreen } from './draft-screen.tsx';
import { FailureScreen } from './failure-screen.tsx';
import { hashOf, type Route } from './route.ts';
import { sampleDraft } from './samples.ts';
import type { Services } from './services.ts';

type DraftRoute = Extract<Route, { id: string }>;

function open({ at, id }: DraftRoute, services: Services): Result<OpenDraft> {
  const { formats, later, now, repository } = services;
  if (at === 'sample') {
    const draft = sampleDraft(id);
    if (!draft) return failure('没有这个示例', '回到首页重新选择。');
    return openDraft(draft, { formats, later, now, save: undefined });
  }
  const loaded = repository.load(id);
  if (!loaded.ok) return loaded;
  return openDraft(loaded.value, { formats, later, now, save: repository.save });
}

interface OpenedDraftProps {
  readonly route: DraftRoute;
  readonly services: Services;
}

export function OpenedDraft({ route, services }: OpenedDraftProps) {
  const [opened] = useState(() => open(route, services));
  useEffect(() => {
    if (!opened.ok) return undefined;
    const stop = services.onLeave(opened.value.flush);
    return () => {
      opened.value.flush();
      stop();
    };
  }, [opened, services]);
  if (!opened.ok) return <FailureScreen failure={opened.failure} />;
  const hrefOf = (place: string) => hashOf({ ...route, place });
  return (
    <DraftScreen
      open={opened.value}
      place={route.place}
      services={services}
      hrefOf={hrefOf}
      onGo={(place) => {
        window.location.hash = hrefOf(place);
      }}
    />
  );
}
