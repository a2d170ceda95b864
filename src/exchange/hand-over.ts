/**
 * A file is written, read back as a stranger would read it, and compared with the report figure by
 * figure. A file that differs is not handed over.
 */
import { isDraft } from '../checks/check.ts';
import type { Finding } from '../checks/finding.ts';
import { cellsOf } from '../formats/cells.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import { paperOf, printedFigure } from '../paper/paper.ts';
import type { RawReport } from '../report/raw-report.ts';
import { figureText, type Report, understand } from '../report/report.ts';
import { failure, type Result, success } from '../report/result.ts';
import { canonicalJson } from './digest.ts';
import { fileNameOf } from './file-name.ts';
import { type ParseHtml, readReportHtml, visibleFigures, visibleWords } from './read-html.ts';
import { readReportJson } from './read-json.ts';
import { settled } from './report-file.ts';
import { writeReportHtml } from './write-html.ts';
import { writeReportJson } from './write-json.ts';

export type FileKind = 'json' | 'html';

export interface HandOverFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

export interface HandOverTools {
  readonly formats: FormatRegistry;
  readonly parseHtml: ParseHtml;
  /** The style sheet of the paper. */
  readonly css: string;
  /** Another writer in place of the real one; only a test that breaks it has a use for this. */
  readonly write?: (report: Report, findings: readonly Finding[]) => string;
}

interface Kind {
  readonly mime: string;
  readonly write: (report: Report, findings: readonly Finding[], tools: HandOverTools) => string;
  readonly read: (text: string, tools: HandOverTools) => Result<RawReport>;
  /** What a reader would see that is not in the report; undefined where all is right. */
  readonly seen: (text: string, report: Report, tools: HandOverTools) => string | undefined;
}

function wrongWords(shown: readonly string[], report: Report): string | undefined {
  const paper = paperOf(report, { draftMark: false });
  const words = paper.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  const expected = [paper.title, ...paper.preface, ...words];
  if (shown.length !== expected.length) return '正文';
  return expected.find((text, at) => text !== shown[at]);
}

function wrongFigure(
  text: string,
  report: Report,
  { parseHtml }: HandOverTools,
): string | undefined {
  const page = parseHtml(text);
  const figures = visibleFigures(page, report.format);
  if (!figures) return '表格';
  const wrong = cellsOf(report.format).find(
    ({ address }) => figures.get(address) !== printedFigure(report, address),
  );
  return wrong?.name ?? wrongWords(visibleWords(page), report);
}

const KINDS = {
  json: {
    mime: 'application/json',
    write: writeReportJson,
    read: (text, { formats }) => readReportJson(text, formats),
    seen: () => undefined,
  },
  html: {
    mime: 'text/html',
    write: (report, findings, { css }) =>
      writeReportHtml(report, findings, { css, draftMark: isDraft(report, findings) }),
    read: (text, { formats, parseHtml }) => readReportHtml(text, formats, parseHtml),
    seen: wrongFigure,
  },
} satisfies Record<FileKind, Kind>;

/** The first thing in which a report read back differs, in words; undefined where they are equal. */
function differenceFrom(report: Report, raw: RawReport): string | undefined {
  const { format } = report;
  const back = understand(raw, format);
  const cell = cellsOf(format).find(
    ({ address }) => figureText(back, address) !== figureText(report, address),
  );
  if (cell) return cell.name;
  const isSame = canonicalJson(settled(raw, format)) === canonicalJson(settled(report.raw, format));
  return isSame ? undefined : '文字内容';
}

function refused(what: string): Result<never> {
  return failure(
    `导出的文件读回来与年报不一致（${what}），没有交出`,
    '年报没有改动。换一个浏览器再导出；仍不行就打印纸质件，并把情况告诉维护人员。',
  );
}

/** A file of the report that is proven to say what the report says, or why there is none. */
export function prepareFile(
  kind: FileKind,
  report: Report,
  findings: readonly Finding[],
  tools: HandOverTools,
): Result<HandOverFile> {
  const { mime, write, read, seen }: Kind = KINDS[kind];
  const text = (tools.write ?? write)(report, findings, tools);
  const back = read(text, tools);
  if (!back.ok) return refused(back.failure.problem);
  const difference = differenceFrom(report, back.value) ?? seen(text, report, tools);
  if (difference) return refused(difference);
  return success({ name: fileNameOf(report.raw, kind), mime, text });
}
