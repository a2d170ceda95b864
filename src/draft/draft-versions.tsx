/** Opens 历史版本 of a draft and puts a chosen version in its place; loaded when first asked for. */
import { lazy, Suspense, useCallback } from 'react';
import type { RestorePoint } from '../drafts/restore-points.ts';
import type { Services } from '../ports/services.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { shownTime } from '../ui/shown-time.ts';

const VersionsDialog = lazy(async () => {
  const { VersionsDialog: Dialog } = await import('../changes/versions-dialog.tsx');
  return { default: Dialog };
});

interface DraftVersionsProps {
  readonly open: OpenDraft;
  readonly services: Services;
  readonly onClose: () => void;
}

export function DraftVersions({ open, services: { restorePoints }, onClose }: DraftVersionsProps) {
  const load = useCallback(() => restorePoints.of(open.getState().draft.id), [open, restorePoints]);
  const restore = ({ at, draft }: RestorePoint) => {
    const before = open.getState().draft;
    if (!open.replace(draft.raw, `恢复 ${shownTime(at)} 的版本`)) return;
    void restorePoints.add(before, 'beforeRestore');
  };
  return (
    <Suspense fallback={null}>
      <VersionsDialog open={open} load={load} onRestore={restore} onClose={onClose} />
    </Suspense>
  );
}
