/**
 * The desk: what this is, three ways to begin, and the drafts on this machine. It decides nothing
 * about storage or files; it is handed what it shows and says what the clerk wants.
 */
import { type ChangeEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import type { StoredDraft } from '../drafts/draft-repository.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import type { Agency } from '../report/raw-report.ts';
import type { Failure } from '../report/result.ts';
import { DeletedDrafts } from './deleted-drafts.tsx';
import styles from './desk.module.css';
import { type DraftSummary, summaryOf } from './draft-summary.ts';
import { NewReportDialog } from './new-report-dialog.tsx';
import { PasteReportDialog } from './paste-report-dialog.tsx';
import { type ReadingNow, ReadingProgress } from './reading-progress.tsx';

/**
 * The list of drafts is no part of the first script, but asked for with it: it is here by the time the
 * drafts have been read.
 */
const loadingDraftRows = import('./draft-rows.tsx');
// Who has no drafts never learns that it did not come; who has some is told by the error boundary.
loadingDraftRows.catch(() => undefined);
const DraftRows = lazy(async () => ({ default: (await loadingDraftRows).DraftRows }));

export interface SampleLink {
  readonly href: string;
  readonly label: string;
}

export interface DeskActions {
  readonly onCreate: (agency: Agency, year: number) => void;
  readonly onOpenFiles: (files: readonly File[]) => void;
  /** Text, or the HTML of what was copied from a page or a document. */
  readonly onPasted: (text: string) => void;
  /** False where it was not deleted. */
  readonly onDelete: (id: string) => boolean;
  readonly onRestore: (id: string) => void;
  /** Takes a deleted draft away for good. */
  readonly onErase: (id: string) => void;
  /** Offers the stored text of an unreadable draft as a file. */
  readonly onRescue: (id: string) => void;
}

interface DeskProps {
  readonly formats: FormatRegistry;
  readonly stored: readonly StoredDraft[];
  readonly bin: readonly StoredDraft[];
  readonly samples: readonly SampleLink[];
  readonly likelyYear: number;
  readonly failures: readonly Failure[];
  /** A file that is being read. */
  readonly reading: ReadingNow | undefined;
  /** Names of drafts that came back from their second copy when the program started. */
  readonly recovered: readonly string[];
  /** The foot of the desk. */
  readonly keeping: ReactNode;
  /** Whether a draft is held in memory only. */
  readonly isUnsaved: (id: string) => boolean;
  readonly hrefOf: (summary: DraftSummary) => string;
  /** Where a published page is compared with its report. */
  readonly hrefOfPublished: (summary: DraftSummary) => string;
  /** The years of one body side by side. */
  readonly hrefOfYears: (agency: string) => string;
  readonly actions: DeskActions;
}

export function Desk(props: DeskProps) {
  const { formats, stored, bin, failures, hrefOf, actions } = props;
  const [deleted, setDeleted] = useState<DraftSummary>();
  const summaries = stored.flatMap((one) =>
    one.state === 'readable' ? [summaryOf(one.draft, formats)] : [],
  );
  const undoDelete = () => {
    if (deleted) actions.onRestore(deleted.id);
    setDeleted(undefined);
  };
  const idOf = (one: StoredDraft) => (one.state === 'readable' ? one.draft.id : one.id);
  // Said for as long as it is true: it may have been restored or erased below since.
  const inBin = deleted && bin.some((one) => idOf(one) === deleted.id) ? deleted : undefined;
  const unreadable = stored.flatMap((one) => (one.state === 'unreadable' ? [one] : []));
  return (
    <main
      className={styles.desk}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        actions.onOpenFiles([...event.dataTransfer.files]);
      }}
    >
      <h1>年报通</h1>
      <p className={styles.intro}>
        编写政府信息公开工作年度报告：分部分填写，总计和勾稽关系随填随算，填好后打印或导出上报。填的内容只存在这台电脑的浏览器里，不会传到任何地方。
      </p>
      <Beginnings {...props} />
      {props.recovered.length > 0 ? (
        <p className={styles.deleted} role="status">
          上次浏览器没有正常关闭，最后的修改已从备用副本找回：{props.recovered.join('、')}。
        </p>
      ) : null}
      <Notices failures={failures} deleted={inBin} onUndo={undoDelete} />
      <h2>本机的草稿</h2>
      {summaries.length > 0 ? (
        <Suspense fallback={null}>
          <DraftRows
            summaries={summaries}
            isUnsaved={props.isUnsaved}
            hrefOf={hrefOf}
            hrefOfPublished={props.hrefOfPublished}
            hrefOfYears={props.hrefOfYears}
            onDelete={(summary) => {
              if (actions.onDelete(summary.id)) setDeleted(summary);
            }}
          />
        </Suspense>
      ) : (
        <p className={styles.empty}>还没有草稿。点“新建年报”开始，或者先看一份填好的示例。</p>
      )}
      {unreadable.map(({ id, reason }) => (
        <p key={id} className={styles.failure}>
          有一份草稿读不出来：{reason}
          <button type="button" data-quiet onClick={() => actions.onRescue(id)}>
            下载原文
          </button>
        </p>
      ))}
      <DeletedDrafts bin={bin} formats={formats} actions={actions} />
      {props.keeping}
    </main>
  );
}

interface NoticesProps {
  readonly failures: readonly Failure[];
  readonly deleted: DraftSummary | undefined;
  readonly onUndo: () => void;
}

function Notices({ failures, deleted, onUndo }: NoticesProps) {
  return (
    <>
      <div role="alert">
        {failures.map(({ problem, advice }) => (
          <p key={problem} className={styles.failure}>
            {problem}。{advice}
          </p>
        ))}
      </div>
      <div role="status">
        {deleted ? (
          <p className={styles.deleted}>
            已删除 {deleted.agency} {deleted.year}年。
            <button type="button" data-quiet onClick={onUndo}>
              撤销删除
            </button>
          </p>
        ) : null}
      </div>
    </>
  );
}

/** Reports of our own and of foreign making. */
const READABLE = '.json,.html,.htm,.mht,.mhtml,.txt,.md,.doc,.docx,.xlsx,.csv,.pdf';

function Beginnings({ formats, samples, likelyYear, reading, actions }: DeskProps) {
  const [isNew, setNew] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const chooseFile = (event: ChangeEvent<HTMLInputElement>) => {
    actions.onOpenFiles([...(event.target.files ?? [])]);
    // The same file may be chosen again after it was mended.
    event.target.value = '';
  };
  return (
    <>
      <div className={styles.beginnings}>
        <button type="button" data-primary onClick={() => setNew(true)}>
          新建年报
        </button>
        <label className={styles.file}>
          打开文件
          <input type="file" accept={READABLE} multiple onChange={chooseFile} />
        </label>
        <button type="button" onClick={() => setPasting(true)}>
          粘贴年报
        </button>
        {samples.map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </div>
      {reading ? (
        <ReadingProgress reading={reading} />
      ) : (
        <p className={styles.readable}>
          可以打开年报通导出的文件，也可以打开已公布的年报：网页、Word、Excel、PDF、文本，或者拖到这里。
        </p>
      )}
      {isPasting ? (
        <PasteReportDialog
          onClose={() => setPasting(false)}
          onPasted={(text) => {
            setPasting(false);
            actions.onPasted(text);
          }}
        />
      ) : null}
      {isNew ? (
        <NewReportDialog
          formats={formats}
          likelyYear={likelyYear}
          onClose={() => setNew(false)}
          onCreate={(agency, year) => {
            setNew(false);
            actions.onCreate(agency, year);
          }}
        />
      ) : null}
    </>
  );
}
