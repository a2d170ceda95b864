/** 上年年报: put beside this year's, from this machine or a file, and what is taken over from it. */
import { type ChangeEvent, useState } from 'react';
import { withLastYear } from '../report/last-year.ts';
import { type RawReport, titleOf } from '../report/raw-report.ts';
import { type Failure, failureText, type Result } from '../report/result.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import styles from './basics-form.module.css';

/** Where last year's report may come from. */
export interface LastYearSource {
  /** The draft on the year before that lies on this machine. */
  readonly ownDraft: () => RawReport | undefined;
  /** A report in a file of any kind we read. */
  readonly readFile: (file: File) => Promise<Result<RawReport>>;
}

interface LastYearRowProps {
  readonly open: OpenDraft;
  readonly source: LastYearSource;
}

function wrongYear({ year }: RawReport, expected: number): string | undefined {
  if (year === expected) return undefined;
  return `这是${year}年的年报，要的是${expected}年的。`;
}

export function LastYearRow({ open, source }: LastYearRowProps) {
  const lastYear = useStore(open, ({ draft }) => draft.lastYear);
  const year = useStore(open, ({ draft }) => draft.raw.year);
  const [told, setTold] = useState('');
  const attach = (raw: RawReport) => {
    const problem = wrongYear(raw, year - 1);
    setTold(problem ?? '');
    if (!problem) open.attachLastYear(raw);
  };
  const refuse = (failed: Failure) => setTold(failureText(failed));
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    const read = await source.readFile(file);
    if (read.ok) attach(read.value);
    else refuse(read.failure);
  };
  const own = lastYear ? undefined : source.ownDraft();
  return (
    <>
      <span>上年年报</span>
      <div>
        {lastYear ? (
          <Attached open={open} lastYear={lastYear} onTold={setTold} />
        ) : (
          <p>
            {own ? (
              <button type="button" onClick={() => attach(own)}>
                用本机的{year - 1}年草稿
              </button>
            ) : null}{' '}
            <label>
              选择{year - 1}年年报文件{' '}
              <input type="file" aria-describedby="last-year-help" onChange={choose} />
            </label>
          </p>
        )}
        <p role="status">{told}</p>
        <p id="last-year-help" className={styles.help}>
          附上以后，核对上年结转和各项数字的变化，文字可以对照；网页、Word、Excel、PDF
          都可以。上年年报只用来对照，不随本年年报上报。
        </p>
      </div>
    </>
  );
}

interface AttachedProps {
  readonly open: OpenDraft;
  readonly lastYear: RawReport;
  readonly onTold: (words: string) => void;
}

function Attached({ open, lastYear, onTold }: AttachedProps) {
  const take = () => {
    const { report, lastYear: last } = open.getState();
    const taken = last ? withLastYear(report, last) : report.raw;
    if (taken === report.raw) onTold('没有可以沿用的空格。');
    else if (open.replace(taken, '沿用上年')) {
      onTold('已填入上年结转、引言和小标题，只填空的；可以撤销。');
    } else onTold(open.getState().statusMessage);
  };
  return (
    <p>
      已附上：{titleOf(lastYear)}{' '}
      <button type="button" onClick={take}>
        沿用上年结转和文字框架
      </button>{' '}
      <button type="button" data-quiet onClick={() => open.attachLastYear(undefined)}>
        取下
      </button>
    </p>
  );
}
