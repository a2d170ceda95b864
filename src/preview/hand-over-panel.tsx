/** The files to get, each with its use. */
import { Fragment, type ReactNode, useState } from 'react';
import type { ExportKind } from '../export/hand-over.ts';
import { type Failure, failureText } from '../report/result.ts';
import styles from './hand-over-panel.module.css';

interface ExportChoice {
  readonly kind: ExportKind;
  readonly label: string;
  readonly use: string;
}

/** The file to hand in. */
const UPLOAD: ExportChoice = {
  kind: 'json',
  label: '导出上报文件（JSON）',
  use: '交给上级机关的数据文件，可以再用年报通打开。',
};

/** The other files, each with what it is for. */
const FILES: readonly ExportChoice[] = [
  {
    kind: 'html',
    label: '导出可打印网页（HTML）',
    use: '双击就能看和打印，也可以再用年报通打开。',
  },
  { kind: 'docx', label: '导出 Word 文件', use: '公文版式，可以编辑，用 Word 或 WPS 打开。' },
  { kind: 'xlsx', label: '导出 Excel 表格', use: '三张表，合计和勾稽带公式。' },
  { kind: 'text', label: '导出纯文本', use: '表格用制表符分列，可以粘贴到 Excel。' },
  { kind: 'proof', label: '导出校对单', use: '每个数、每个合计怎么来的，打印出来逐项核对、签字。' },
  { kind: 'picture', label: '导出一图读懂（SVG）', use: '从同样的数画成一页图，放大不模糊。' },
  { kind: 'package', label: '打包全部文件', use: '以上各种文件一次装进一个压缩包。' },
];

/** Each gives the failure where it could not be done. */
export interface HandOverActions {
  /** Writes, verifies and hands over a file. */
  readonly onExport: (kind: ExportKind) => Promise<Failure | undefined>;
  /** Puts the report on the clipboard for a web site. */
  readonly onCopy: () => Promise<Failure | undefined>;
  /** 一图读懂 as PNG. */
  readonly onPicture: () => Promise<Failure | undefined>;
  readonly onPrint: () => void;
}

interface HandOverPanelProps extends HandOverActions {
  /** What stands above the files. */
  readonly children: ReactNode;
}

const EXPORTED = '文件已生成，回读核对与年报一致。';
const COPIED = '已复制，到网站编辑器里粘贴。';

export function HandOverPanel({
  children,
  onExport,
  onCopy,
  onPicture,
  onPrint,
}: HandOverPanelProps) {
  const [outcome, setOutcome] = useState<Failure | string | undefined>();
  const give = async (kind: ExportKind) => setOutcome((await onExport(kind)) ?? EXPORTED);
  const draw = async () => setOutcome((await onPicture()) ?? EXPORTED);
  const copy = async () => setOutcome((await onCopy()) ?? COPIED);
  return (
    <aside className={styles.panel} aria-label="定稿与导出" data-screen-only>
      {children}
      <h2>导出</h2>
      <button type="button" data-primary onClick={() => give(UPLOAD.kind)}>
        {UPLOAD.label}
      </button>
      <p className={styles.use}>{UPLOAD.use}</p>
      <div role="status">{outcome ? <Outcome outcome={outcome} /> : null}</div>
      <button type="button" onClick={copy}>
        复制到网站编辑器
      </button>
      <p className={styles.use}>带标题和表格，粘贴到网站后台的正文里。</p>
      <button type="button" onClick={onPrint}>
        打印
      </button>
      <p className={styles.use}>只打印左边的年报，A4 纸。</p>
      {FILES.map(({ kind, label, use }) => (
        <Fragment key={kind}>
          <button type="button" onClick={() => give(kind)}>
            {label}
          </button>
          <p className={styles.use}>{use}</p>
        </Fragment>
      ))}
      <button type="button" onClick={draw}>
        导出一图读懂（PNG）
      </button>
      <p className={styles.use}>公众号和网站配图。</p>
    </aside>
  );
}

function Outcome({ outcome }: { readonly outcome: Failure | string }) {
  if (typeof outcome === 'string') return <p className={styles.done}>{outcome}</p>;
  return <p className={styles.failed}>{failureText(outcome)}</p>;
}
