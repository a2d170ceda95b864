/** 历史版本: the restore points of a draft, how each differs from what is there now, and the way back. */
import { useEffect, useState } from 'react';
import { differencesBetween } from '../compare/differences.ts';
import { POINT_REASONS, type RestorePoint } from '../drafts/restore-points.ts';
import { failureText, type Result } from '../report/result.ts';
import { lockRefusal } from '../report/status.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { shownTime } from '../ui/shown-time.ts';
import { useStore } from '../ui/store.ts';
import { DifferenceTable } from './difference-table.tsx';
import styles from './versions-dialog.module.css';

interface VersionsDialogProps {
  readonly open: OpenDraft;
  readonly load: () => Promise<Result<readonly RestorePoint[]>>;
  /** Keeps the state there is now before another takes its place. */
  readonly onRestore: (point: RestorePoint) => void;
  readonly onClose: () => void;
}

export function VersionsDialog({ open, load, onRestore, onClose }: VersionsDialogProps) {
  const [points, setPoints] = useState<Result<readonly RestorePoint[]>>();
  const [chosen, setChosen] = useState<RestorePoint>();
  const isWriting = useStore(open, (state) => state.isWriting);
  const refusal = useStore(open, ({ draft }) => lockRefusal(draft.raw));
  useEffect(() => {
    void load().then(setPoints);
  }, [load]);
  return (
    <Dialog title="历史版本" onClose={onClose}>
      <p className={styles.help}>
        打开草稿、导入文件、导出文件时各留一份，只在这台电脑上。恢复以后还可以撤销。
      </p>
      <PointList points={points} chosen={chosen} onChoose={setChosen} />
      {chosen ? <Differences open={open} point={chosen} /> : null}
      {refusal ? <p className={styles.help}>{refusal}</p> : null}
      <p className={styles.answers}>
        <button
          type="button"
          data-primary
          disabled={!chosen || !isWriting || refusal !== undefined}
          onClick={() => {
            if (chosen) onRestore(chosen);
            onClose();
          }}
        >
          恢复这个版本
        </button>
        <button type="button" onClick={onClose}>
          关闭
        </button>
      </p>
    </Dialog>
  );
}

interface PointListProps {
  readonly points: Result<readonly RestorePoint[]> | undefined;
  readonly chosen: RestorePoint | undefined;
  readonly onChoose: (point: RestorePoint) => void;
}

function PointList({ points, chosen, onChoose }: PointListProps) {
  if (!points) return <p>正在读取…</p>;
  if (!points.ok) {
    return <p role="alert">{failureText(points.failure)}</p>;
  }
  if (points.value.length === 0) {
    return <p>还没有历史版本，或者浏览器不让保存。可以用导出的文件代替。</p>;
  }
  return (
    <ul className={styles.points} aria-label="版本">
      {points.value.map((point) => (
        <li key={point.number}>
          <label>
            <input
              type="radio"
              name="point"
              checked={point.number === chosen?.number}
              onChange={() => onChoose(point)}
            />
            {shownTime(point.at)} {POINT_REASONS[point.reason]}
          </label>
        </li>
      ))}
    </ul>
  );
}

/** So many differences are listed; nobody reads more, and the number is told. */
const MOST_LISTED = 100;

function Differences({ open, point }: { readonly open: OpenDraft; readonly point: RestorePoint }) {
  const report = useStore(open, (state) => state.report);
  const differences = differencesBetween(point.draft.raw, report.raw, report.format);
  if (differences.length === 0) return <p className={styles.same}>和现在的内容一样。</p>;
  return (
    <>
      <p className={styles.same}>和现在相比有 {differences.length} 处不同：</p>
      <div className={styles.differences}>
        <DifferenceTable
          label="与现在的不同"
          before="这个版本"
          after="现在"
          rows={differences.slice(0, MOST_LISTED)}
        />
      </div>
    </>
  );
}
