/**
 * 核对读取结果: a report read from a foreign document, before it becomes a draft. Source on the left,
 * report on the right; a chosen cell shows where it was seen, and can be settled by hand.
 */
import { useMemo, useState } from 'react';
import { check } from '../checks/check.ts';
import { messageOf } from '../checks/finding.ts';
import { type Cell, type CellAddress, tableSections } from '../formats/cells.ts';
import { type FormatRegistry, formatById } from '../formats/registry.ts';
import type { Reading } from '../reading/reading.ts';
import { applyChange } from '../report/change.ts';
import type { RawReport } from '../report/raw-report.ts';
import { titleOf } from '../report/raw-report.ts';
import { type Report, understand } from '../report/report.ts';
import { blockOf, countMarks, markName, markOf, openCells } from './cell-marks.ts';
import styles from './intake-page.module.css';
import { ReadingTable } from './reading-table.tsx';
import { RivalChoice } from './rival-choice.tsx';
import { SourceView } from './source-view.tsx';

interface IntakePageProps {
  readonly fileName: string;
  readonly reading: Reading;
  readonly formats: FormatRegistry;
  readonly onAccept: (raw: RawReport) => void;
  readonly onCancel: () => void;
}

export function IntakePage(props: IntakePageProps) {
  const { fileName, reading, formats, onAccept, onCancel } = props;
  const { document } = reading;
  const [raw, setRaw] = useState(reading.report);
  const [chosen, setChosen] = useState<Cell>();
  const format = formatById(formats, raw.format);
  const lit = useMemo(
    () => (chosen ? blockOf(document, markOf(chosen, reading, raw).source) : undefined),
    [document, chosen, reading, raw],
  );
  if (!format) return null;
  const report = understand(raw, format);
  const settle = (cell: Cell, text: string) =>
    setRaw(applyChange(raw, { kind: 'cells', texts: { [cell.address]: text } }, formats).raw);
  const nextOpen = openCells(reading, raw, format)[0];
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <h1>核对读取结果</h1>
        <p>
          从“{fileName}”读到：{titleOf(raw)}（{format.name}）。{countSentence(reading, raw, format)}
        </p>
        <p className={styles.buttons}>
          <button type="button" data-primary onClick={() => onAccept(raw)}>
            建成草稿
          </button>
          {nextOpen ? (
            <button type="button" onClick={() => setChosen(nextOpen)}>
              看下一个待确认的格
            </button>
          ) : null}
          <button type="button" data-quiet onClick={onCancel}>
            不要了
          </button>
        </p>
        <RivalChoice
          reading={reading}
          format={format}
          cells={raw.cells}
          onChoose={(texts) => setRaw(applyChange(raw, { kind: 'cells', texts }, formats).raw)}
        />
        {chosen ? (
          <ChosenCell
            key={chosen.address}
            cell={chosen}
            reading={reading}
            raw={raw}
            onSettle={settle}
          />
        ) : (
          <p className={styles.hint}>点右边的格，左边显示它在原文的位置；可以在这里改正。</p>
        )}
      </header>
      <div className={styles.halves}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className={styles.half} aria-label="原文" tabIndex={0}>
          <SourceView document={document} lit={lit} />
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className={styles.half} aria-label="读到的年报" tabIndex={0}>
          <ReadReport
            reading={reading}
            report={report}
            chosen={chosen?.address}
            onChoose={setChosen}
          />
        </section>
      </div>
    </main>
  );
}

interface ReadReportProps {
  readonly reading: Reading;
  readonly report: Report;
  readonly chosen: CellAddress | undefined;
  readonly onChoose: (cell: Cell) => void;
}

/** The report as it was read, beside its source. */
function ReadReport({ reading, report, chosen, onChoose }: ReadReportProps) {
  return (
    <>
      <LeftOut sentences={reading.leftOut} />
      <Problems report={report} reading={reading} />
      {report.format.sections.map((section) =>
        section.kind === 'narrative' ? (
          <div key={section.id}>
            <h2>{section.heading}</h2>
            <p className={styles.words}>
              {report.raw.narrative[section.id] || `（${markName('absent', reading)}这一部分）`}
            </p>
          </div>
        ) : null,
      )}
      {tableSections(report.format).map((section) => (
        <div key={section.id}>
          <h2>{section.heading}</h2>
          <ReadingTable
            table={section.table}
            format={report.format}
            reading={reading}
            report={report}
            chosen={chosen}
            onChoose={onChoose}
          />
        </div>
      ))}
    </>
  );
}

function countSentence(reading: Reading, raw: RawReport, format: Parameters<typeof countMarks>[2]) {
  const counts = countMarks(reading, raw, format);
  const open = counts.uncertain + counts.absent;
  const read = counts.read + counts.derived + counts.settled;
  const derived = counts.derived > 0 ? `（其中 ${counts.derived} 格按勾稽关系推定）` : '';
  if (open === 0) return `${read} 格都读到了${derived}。`;
  return `读到 ${read} 格${derived}，${counts.uncertain} 格不确定，${counts.absent} 格${markName('absent', reading)}；读不准的都留空，没有猜。`;
}

interface ChosenCellProps {
  readonly cell: Cell;
  readonly reading: Reading;
  readonly raw: RawReport;
  readonly onSettle: (cell: Cell, text: string) => void;
}

function ChosenCell({ cell, reading, raw, onSettle }: ChosenCellProps) {
  const { kind, source, note } = markOf(cell, reading, raw);
  return (
    <p className={styles.chosen}>
      <label>
        {cell.name}
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={raw.cells[cell.address] ?? ''}
          onChange={(event) => onSettle(cell, event.target.value)}
        />
      </label>
      <span>
        {markName(kind, reading)}
        {source ? `；原文：“${source.length > 60 ? `${source.slice(0, 60)}…` : source}”` : ''}
        {note ? `；${note}` : ''}
      </span>
    </p>
  );
}

/** What the file holds and was not read. */
function LeftOut({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <details className={styles.problems} open={sentences.length < 6}>
      <summary>文件里有 {sentences.length} 处没有读，或没有照存的读</summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

/** What a check says of the document itself, and what was left over. */
function Problems({
  report,
  reading,
}: {
  readonly report: ReturnType<typeof understand>;
  readonly reading: Reading;
}) {
  const findings = check(report, 'drafting').filter(({ severity }) => severity === 'error');
  const { notUnderstood } = reading;
  if (findings.length + notUnderstood.length === 0) return null;
  return (
    <details className={styles.problems} open={findings.length > 0 && findings.length < 6}>
      <summary>
        {findings.length > 0 ? `原文有 ${findings.length} 处错误` : ''}
        {findings.length > 0 && notUnderstood.length > 0 ? '；' : ''}
        {notUnderstood.length > 0 ? `表格里有 ${notUnderstood.length} 处没有对上` : ''}
      </summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.key}>{messageOf(finding)}</li>
        ))}
        {notUnderstood.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same, and none ever moves
          <li key={at}>没有对上：“{text}”</li>
        ))}
      </ul>
    </details>
  );
}
