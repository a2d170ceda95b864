/** The comparison chosen beside the paper; what came with a file since it was seen is chosen at first. */
import { useEffect, useMemo, useState } from 'react';
import type { VersionChanges } from '../compare/version-changes.ts';
import type { RestorePoint } from '../drafts/restore-points.ts';
import { versionBeforeUpdate } from '../drafts/seen-versions.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import { type Baseline, baselinesOf, changesSince } from './comparison.ts';

export interface Comparing {
  readonly choices: readonly Baseline[];
  readonly chosen: Baseline | undefined;
  readonly changes: VersionChanges | undefined;
  readonly choose: (id: string) => void;
}

export function useComparison(
  open: OpenDraft,
  load: () => Promise<readonly RestorePoint[]>,
): Comparing {
  const report = useStore(open, (state) => state.report);
  const lastYear = useStore(open, (state) => state.lastYear);
  const [points, setPoints] = useState<readonly RestorePoint[]>([]);
  const [id, choose] = useState('');
  useEffect(() => {
    let isShown = true;
    void load().then((loaded) => {
      if (!isShown) return;
      setPoints(loaded);
      const seen = versionBeforeUpdate(loaded);
      if (seen) choose(String(seen.number));
    });
    return () => {
      isShown = false;
    };
  }, [load]);
  const choices = useMemo(() => baselinesOf(report, lastYear, points), [report, lastYear, points]);
  const chosen = choices.find((one) => one.id === id);
  const changes = useMemo(() => chosen && changesSince(chosen, report), [chosen, report]);
  return { choices, chosen, changes, choose };
}
