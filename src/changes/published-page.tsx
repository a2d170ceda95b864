/** 核对公布的网页: the published page beside the final report, every figure and sentence that differs. */
import { type ChangeEvent, type ClipboardEvent, useState } from 'react';
import {
  type FigureChange,
  type PublishedComparison,
  realChanges,
  type SentenceChange,
} from '../compare/compare-published.ts';
import { toReportFile } from '../file/report-file.ts';
import { type Failure, failureText, type Result } from '../report/result.ts';
import { STATE_RULES } from '../report/status.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { localTime } from '../ui/local-time.ts';
import { useStore } from '../ui/store.ts';
import { type DifferenceRow, DifferenceTable } from './difference-table.tsx';
import styles from './published-page.module.css';
import { WordMarks } from './word-marks.tsx';

interface PublishedPageProps {
  readonly open: OpenDraft;
  readonly now: () => string;
  readonly onFile: (file: File) => Promise<Result<PublishedComparison>>;
  /** Text, or the HTML of what was copied from a page. */
  readonly onPasted: (text: string) => Promise<Result<PublishedComparison>>;
}

/** What a page may come as. */
const READABLE = '.html,.htm,.mht,.mhtml,.txt,.docx,.pdf';

interface Outcome {
  readonly name: string;
  readonly at: string;
  readonly comparison: PublishedComparison;
}

export function PublishedPage({ open, now, onFile, onPasted }: PublishedPageProps) {
  const report = useStore(open, (state) => state.report);
  const [failure, setFailure] = useState<Failure>();
  const [outcome, setOutcome] = useState<Outcome>();
  const isFinal = STATE_RULES[report.raw.status].isSealed;
  const compare = async (name: string, reading: Promise<Result<PublishedComparison>>) => {
    const read = await reading;
    setFailure(read.ok ? undefined : read.failure);
    setOutcome(read.ok ? { name, at: now(), comparison: read.value } : undefined);
  };
  if (!isFinal) {
    return (
      <p className={styles.use}>年报还没有定稿。定稿并公布以后，在这里把网页和定稿逐数逐句比对。</p>
    );
  }
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) void compare(file.name, onFile(file));
    target.value = '';
  };
  return (
    <div className={styles.page}>
      <PageSource
        onChoose={choose}
        onPasted={(text) => void compare('粘贴的内容', onPasted(text))}
      />
      <div role="alert">
        {failure ? <p className={styles.failed}>{failureText(failure)}</p> : null}
      </div>
      {outcome ? <OutcomeView {...outcome} digest={toReportFile(report, []).digest} /> : null}
    </div>
  );
}

interface PageSourceProps {
  readonly onChoose: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onPasted: (text: string) => void;
}

function PageSource({ onChoose, onPasted }: PageSourceProps) {
  const [text, setText] = useState('');
  const takeTables = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    if (!/<table[\s>]/i.test(html)) return;
    event.preventDefault();
    onPasted(html);
  };
  return (
    <div data-screen-only>
      <p className={styles.use}>
        把公布的网页另存为文件再选择它，或者在网页里全选、复制，粘贴到下面。Word 和带文字的 PDF
        也可以。只在本机比对，不连网。
      </p>
      <p>
        <label className={styles.file}>
          选择公布的网页文件
          <input type="file" accept={READABLE} onChange={onChoose} />
        </label>
      </p>
      <label className={styles.paste}>
        粘贴公布的网页
        <textarea
          rows={3}
          value={text}
          onPaste={takeTables}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="button" disabled={text.trim() === ''} onClick={() => onPasted(text)}>
        比对
      </button>
    </div>
  );
}

function OutcomeView({ name, at, comparison, digest }: Outcome & { readonly digest: string }) {
  const { figures, sentences } = realChanges(comparison);
  const { compared } = comparison;
  const unsure = figures.filter(({ kind }) => kind === 'unsure');
  const wrong = figures.filter(({ kind }) => kind !== 'unsure');
  const isSame = figures.length + sentences.length === 0;
  return (
    <section className={styles.outcome} aria-label="核对结果">
      <p role="status" className={isSame ? styles.same : styles.differs}>
        {localTime(at)} 核对“{name}”：
        {isSame
          ? `${compared.figures} 个数、${compared.sentences} 句话与定稿全部相同。`
          : `${wrong.length} 个数、${sentences.length} 句话与定稿不同${unsure.length > 0 ? `，${unsure.length} 个数在网页上读不准，要用眼看` : ''}。`}
      </p>
      <p className={styles.use}>定稿指纹 {digest}</p>
      <Figures name="与定稿不同的数" figures={wrong} />
      <Sentences name="与定稿不同的话" sentences={sentences} />
      <Figures name="网页上读不准的数" figures={unsure} />
      <FormOnly comparison={comparison} />
    </section>
  );
}

function differenceRow({ address, name, kind, final, page }: FigureChange): DifferenceRow {
  return { place: address, name, before: final, after: kind === 'missing' ? '（没有）' : page };
}

interface FiguresProps {
  readonly name: string;
  readonly figures: readonly FigureChange[];
}

function Figures({ name, figures }: FiguresProps) {
  if (figures.length === 0) return null;
  return (
    <>
      <h2>{name}</h2>
      <DifferenceTable
        label={name}
        before="定稿"
        after="网页"
        rows={figures.map(differenceRow)}
        className={styles.figures}
      />
    </>
  );
}

const KINDS: Readonly<Record<SentenceChange['kind'], string>> = {
  missing: '网页上没有',
  added: '定稿里没有',
  changed: '改过',
  format: '仅格式',
};

interface SentencesProps {
  readonly name: string;
  readonly sentences: readonly SentenceChange[];
}

function Sentences({ name, sentences }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h2>{name}</h2>
      <ul className={styles.sentences} aria-label={name}>
        {sentences.map(({ kind, part, pieces, at, otherAt }) => (
          <li key={`${kind} ${part} ${at} ${otherAt}`}>
            <strong>{KINDS[kind]}</strong>
            <small>{part}</small>
            <WordMarks pieces={pieces} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Order, blanks, widths and punctuation: told, but no difference in what is said. */
function FormOnly({ comparison }: { readonly comparison: PublishedComparison }) {
  const figures = comparison.figures.filter(({ kind }) => kind === 'format');
  const sentences = comparison.sentences.filter(({ kind }) => kind === 'format');
  const count = figures.length + sentences.length;
  if (count === 0) return null;
  return (
    <details>
      <summary>仅格式不同 {count} 处（顺序、空格、全角半角、标点）</summary>
      <Figures name="仅格式不同的数" figures={figures} />
      <Sentences name="仅格式不同的话" sentences={sentences} />
    </details>
  );
}
