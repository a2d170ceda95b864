/** The bar above a draft: where one is, whether it is safe, undo and redo, and the two ways on. */

import { countFindings, type Finding } from '../checks/finding.ts';
import { CHECK_PAGE, PREVIEW_PAGE } from '../ports/page-of-place.ts';
import { DESK, hashOf } from '../ports/route.ts';
import type { Services } from '../ports/services.ts';
import { UNNAMED_AGENCY } from '../report/raw-report.ts';
import { lockRefusal } from '../report/status.ts';
import type { OpenDraftState } from '../session/draft-state.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { LargeTypeSwitch } from '../ui/large-type-switch.tsx';
import { useStore, type ValueStore } from '../ui/store.ts';
import { useDebouncedSelector } from '../ui/use-debounced-selector.ts';
import { StateLine } from './state-line.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly open: OpenDraft;
  readonly hrefOf: (page: string) => string;
  /** Called with the place of what was undone or redone. */
  readonly onMoved: (place: string) => void;
  readonly onVersions: () => void;
  /** Saves the report as a file where the browser does not store it. */
  readonly onExport: () => void;
  readonly largeType: ValueStore<boolean>;
  readonly missingCopies: Services['missingCopies'];
  readonly onHelp: () => void;
}

export function TopBar(props: TopBarProps) {
  const { open, hrefOf, onMoved, onVersions, onExport, largeType, missingCopies, onHelp } = props;
  const name = useStore(open, ({ draft }) => draft.raw.agency.name);
  const isKept = useStore(open, ({ saving }) => saving.state !== 'unkept');
  const year = useStore(open, ({ draft }) => draft.raw.year);
  return (
    <header className={styles.bar} data-screen-only>
      <a href={hashOf(DESK)} className={styles.home}>
        年报通
      </a>
      <p className={styles.title}>
        {name || UNNAMED_AGENCY} · {year}年
      </p>
      <StateLine open={open} missingCopies={missingCopies} onExport={onExport} />
      <HistoryButtons open={open} onMoved={onMoved} />
      {isKept ? (
        <button type="button" data-quiet onClick={onVersions}>
          历史版本
        </button>
      ) : null}
      <LargeTypeSwitch largeType={largeType} />
      <button type="button" data-quiet title="快捷键（F1）" onClick={onHelp}>
        快捷键
      </button>
      <a href={hrefOf(CHECK_PAGE)} className={styles.link}>
        核对
        <span className={styles.count}>
          <ProblemCount open={open} />
        </span>
      </a>
      <a href={hrefOf(PREVIEW_PAGE)} className={styles.link}>
        预览与导出
      </a>
    </header>
  );
}

function problemCount(findings: readonly Finding[]): string {
  const { error, reminder } = countFindings(findings);
  return String(error + reminder);
}

function ProblemCount({ open }: Pick<TopBarProps, 'open'>) {
  const problems = useStore(open, ({ findings }) => problemCount(findings));
  return <span>{problems}</span>;
}

function nextUndo({ history: { past } }: OpenDraftState): string {
  const step = past[past.length - 1];
  return step ? `撤销：${step.label}（Ctrl+Z）` : '';
}

function nextRedo({ history: { future } }: OpenDraftState): string {
  const [step] = future;
  return step ? `重做：${step.label}（Ctrl+Y）` : '';
}

/** What a button would take back is said once typing rests: nobody looks at it between two keys. */
const TITLE_DELAY = 300;

function HistoryButtons({ open, onMoved }: Pick<TopBarProps, 'open' | 'onMoved'>) {
  const isLocked = useStore(open, ({ draft }) => lockRefusal(draft.raw) !== undefined);
  const canUndo = useStore(open, ({ history }) => history.past.length > 0) && !isLocked;
  const canRedo = useStore(open, ({ history }) => history.future.length > 0) && !isLocked;
  const undoTitle = useDebouncedSelector(open, nextUndo, TITLE_DELAY);
  const redoTitle = useDebouncedSelector(open, nextRedo, TITLE_DELAY);
  const move = (place: string | undefined) => {
    if (place) onMoved(place);
  };
  return (
    <>
      <button
        type="button"
        data-quiet
        title={undoTitle}
        disabled={!canUndo}
        onClick={() => move(open.undo())}
      >
        撤销
      </button>
      <button
        type="button"
        data-quiet
        title={redoTitle}
        disabled={!canRedo}
        onClick={() => move(open.redo())}
      >
        重做
      </button>
    </>
  );
}
