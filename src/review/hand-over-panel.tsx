/** What is missing for 定稿, the state of the report, and the files to get, each with its use. */
import { Fragment, useState } from 'react';
import { blockers } from '../checks/check.ts';
import { countFindings } from '../checks/finding.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { FileKind } from '../exchange/hand-over.ts';
import type { Status } from '../report/raw-report.ts';
import type { Failure } from '../report/result.ts';
import { useStore } from '../ui/store.ts';
import { summarySentence } from './findings-summary.ts';
import styles from './hand-over-panel.module.css';

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  draft: '草稿',
  submitted: '已提交',
  returned: '退回修改',
  final: '定稿',
};

/** The files to get, the upload first, each with what it is for. */
const FILES: readonly { readonly kind: FileKind; readonly label: string; readonly use: string }[] =
  [
    {
      kind: 'json',
      label: '导出上报文件（JSON）',
      use: '交给上级机关的数据文件，可以再用年报通打开。',
    },
    {
      kind: 'html',
      label: '导出可打印网页（HTML）',
      use: '双击就能看和打印，也可以再用年报通打开。',
    },
    { kind: 'docx', label: '导出 Word 文件', use: '公文版式，可以编辑，用 Word 或 WPS 打开。' },
    { kind: 'xlsx', label: '导出 Excel 表格', use: '三张表，合计和勾稽带公式。' },
  ];

interface HandOverPanelProps {
  readonly open: OpenDraft;
  readonly onExport: (kind: FileKind) => Promise<Failure | undefined>;
  readonly onPrint: () => void;
}

export function HandOverPanel({ open, onExport, onPrint }: HandOverPanelProps) {
  const [outcome, setOutcome] = useState<Failure | 'done' | undefined>();
  const give = async (kind: FileKind) => setOutcome((await onExport(kind)) ?? 'done');
  return (
    <aside className={styles.panel} aria-label="定稿与导出" data-screen-only>
      <FinalState open={open} />
      <h2>导出</h2>
      {FILES.map(({ kind, label, use }) => (
        <Fragment key={kind}>
          <button
            type="button"
            data-primary={kind === 'json' || undefined}
            onClick={() => give(kind)}
          >
            {label}
          </button>
          <p className={styles.use}>{use}</p>
        </Fragment>
      ))}
      <button type="button" onClick={onPrint}>
        打印
      </button>
      <p className={styles.use}>只打印左边的年报，A4 纸。</p>
      <div role="status">{outcome ? <Outcome outcome={outcome} /> : null}</div>
    </aside>
  );
}

function Outcome({ outcome }: { readonly outcome: Failure | 'done' }) {
  if (outcome === 'done') {
    return <p className={styles.done}>文件已生成，回读核对与年报一致。</p>;
  }
  return (
    <p className={styles.failed}>
      {outcome.problem}。{outcome.advice}
    </p>
  );
}

function FinalState({ open }: { readonly open: OpenDraft }) {
  const status = useStore(open, ({ draft }) => draft.raw.status);
  const findings = useStore(open, (state) => state.findings);
  const missing = blockers(findings);
  const change = (next: Status, label: string) =>
    open.change({ kind: 'status', status: next }, { label, place: 'preview' });
  return (
    <>
      <h2>状态：{STATUS_NAMES[status]}</h2>
      <p className={styles.use}>{summarySentence(countFindings(findings))}</p>
      {status === 'final' ? (
        <button type="button" onClick={() => change('draft', '取消定稿')}>
          取消定稿，继续修改
        </button>
      ) : (
        <button type="button" disabled={missing.length > 0} onClick={() => change('final', '定稿')}>
          定稿
        </button>
      )}
      <p className={styles.use}>
        {missing.length > 0
          ? '改正全部错误、填完空格以后才能定稿；草稿随时可以导出和打印，每页带“草稿”字样。'
          : '定稿后导出的文件不再带“草稿”字样；再改动会回到草稿。'}
      </p>
    </>
  );
}
