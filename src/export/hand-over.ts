/**
 * A file is written, read back as a stranger would read it, and compared with the report figure by
 * figure. A file that differs is not handed over.
 */
import { isDraft } from '../checks/check.ts';
import type { Finding } from '../checks/finding.ts';
import { canonicalJson } from '../file/digest.ts';
import { readReportHtml } from '../file/read-html.ts';
import { readReportJson } from '../file/read-json.ts';
import { normalized, toReportFile } from '../file/report-file.ts';
import type { HtmlDocument, ParseHtml } from '../file/visible-parts.ts';
import { visibleDifference } from '../file/visible-report.ts';
import { writeReportHtml } from '../file/write-html.ts';
import { writeReportJson } from '../file/write-json.ts';
import { cellsOf } from '../formats/cells.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import { type Paper, paperOf } from '../paper/paper.ts';
import { choiceOf, hasPicture, type PaperChoice } from '../paper/paper-choice.ts';
import { settingCss } from '../paper/setting-css.ts';
import type { RawReport } from '../report/raw-report.ts';
import { figureText, type Report, understand } from '../report/report.ts';
import { failure, type Result, success } from '../report/result.ts';
import { fileNameOf } from './file-name.ts';
import { infographicDifference, infographicOf, writeInfographic } from './infographic.ts';
import { type Bytes, bytesOf, unzipped, zipped } from './office-package.ts';
import { outlineDifference, outlineOf } from './outline.ts';
import { plainTextDifference, writePlainText } from './plain-text.ts';
import { readDocx } from './read-docx.ts';
import { figuresInSvg, figuresOnPage } from './read-infographic.ts';
import { readXlsx, sheetsDifference } from './read-xlsx.ts';
import { readWebFragment, writeWebFragment } from './web-fragment.ts';
import WORD_NAMES from './word-names.json';
import { writeDocx } from './write-docx.ts';
import { proofDifference, writeProof } from './write-proof.ts';
import { writeXlsx } from './write-xlsx.ts';

/** What can be handed over: whole reports in several forms, and what goes with them. */
export type FileKind =
  | 'json'
  | 'html'
  | 'docx'
  | 'xlsx'
  | 'fragment'
  | 'text'
  | 'proof'
  | 'picture';

/** `package` is all of them in one. */
export type ExportKind = FileKind | 'package';

/** Text, or the bytes of a file that is none. */
export type Content = string | Bytes;

/** A finished file: its name, its MIME type and its content. */
export interface HandOverFile {
  readonly name: string;
  readonly mime: string;
  readonly content: Content;
}

/** What a file is made and read back with. */
export interface HandOverTools {
  readonly formats: FormatRegistry;
  readonly parseHtml: ParseHtml;
  /** The style sheet of the paper. */
  readonly css: string;
  /** How the paper is set; 公文 where nobody chose. */
  readonly choice?: PaperChoice;
  /** The report of the year before, where it is attached. */
  readonly lastYear?: Report | undefined;
  /** The time of handing over, as it is to be printed. */
  readonly at: string;
  /** Spoils what was written; only a test that breaks a writer has a use for this. */
  readonly spoil?: (content: Content) => Content;
}

/** What is written, and everything a writer may ask about it. */
interface Subject {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly paper: Paper;
  readonly choice: PaperChoice;
  readonly tools: HandOverTools;
}

interface Kind<Written extends Content> {
  readonly mime: string;
  readonly extension: string;
  /** What the file is, where it is not the report itself. */
  readonly what?: string;
  readonly write: (subject: Subject) => Written;
  /** The first thing in which the file read back differs, in words; undefined where it is true. */
  readonly difference: (written: Written, subject: Subject) => string | undefined;
}

/** The first thing in which a report read back differs, in words; undefined where they are equal. */
function reportDifference(report: Report, back: Result<RawReport>): string | undefined {
  if (!back.ok) return back.failure.problem;
  const { format } = report;
  const seen = understand(back.value, format);
  const cell = cellsOf(format).find(
    ({ address }) => figureText(seen, address) !== figureText(report, address),
  );
  if (cell) return cell.name;
  const [one, other] = [back.value, report.raw].map((raw) =>
    canonicalJson(normalized(raw, format)),
  );
  return one === other ? undefined : '文字内容';
}

/** The picture on a page of the printable file: there and true where it was chosen, else absent. */
function wrongPicture(page: HtmlDocument, { report, choice, tools }: Subject): string | undefined {
  const seen = figuresOnPage(page);
  if (hasPicture(choice) !== (seen !== undefined)) return '一图读懂';
  return seen && infographicDifference(seen, report, tools.lastYear);
}

/** The style of a file that stands alone: the paper's, in the setting that was chosen. */
function fileCss({ choice, tools }: Subject): string {
  return `${settingCss(choice.setting)}${tools.css}`;
}

const JSON_FILE: Kind<string> = {
  extension: 'json',
  mime: 'application/json',
  write: ({ report, findings }) => writeReportJson(report, findings),
  difference: (text, { report, tools }) =>
    reportDifference(report, readReportJson(text, tools.formats)),
};

const HTML_FILE: Kind<string> = {
  extension: 'html',
  mime: 'text/html',
  write: (subject) => {
    const { report, findings, paper, choice, tools } = subject;
    const { setting, turned } = choice;
    const picture = hasPicture(choice) ? infographicOf(report, paper, tools.lastYear) : undefined;
    return writeReportHtml(report, findings, {
      paper,
      css: fileCss(subject),
      look: { setting, turned, picture },
    });
  },
  difference: (text, subject) => {
    const { report, tools } = subject;
    const back = readReportHtml(text, tools.formats, tools.parseHtml);
    const page = tools.parseHtml(text);
    return (
      reportDifference(report, back) ??
      visibleDifference(page, report, subject.paper) ??
      wrongPicture(page, subject)
    );
  },
};

const DOCX_FILE: Kind<Bytes> = {
  extension: 'docx',
  mime: WORD_NAMES.fileType,
  write: ({ paper, choice }) => writeDocx(paper, choice),
  difference: (bytes, { paper }) => {
    const seen = readDocx(bytes);
    if (!seen) return '文件打不开';
    if (seen.draftMark !== paper.draftMark) return '草稿字样';
    return outlineDifference(seen.outline, outlineOf(paper));
  },
};

const XLSX_FILE: Kind<Bytes> = {
  extension: 'xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: ({ report, paper }) => writeXlsx(report, paper),
  difference: (bytes, { paper }) => {
    const sheets = readXlsx(bytes);
    return sheets ? sheetsDifference(sheets, paper) : '文件打不开';
  },
};

const FRAGMENT_FILE: Kind<string> = {
  extension: 'html',
  what: '网站正文',
  mime: 'text/html',
  write: ({ paper }) => writeWebFragment(paper),
  difference: (text, { paper, tools }) => {
    const seen = readWebFragment(text, tools.parseHtml);
    if (seen.draftMark !== paper.draftMark) return '草稿字样';
    return outlineDifference(seen.outline, outlineOf(paper));
  },
};

const TEXT_FILE: Kind<string> = {
  extension: 'txt',
  mime: 'text/plain',
  write: ({ paper }) => writePlainText(paper),
  difference: (text, { paper }) => plainTextDifference(text, paper),
};

const PROOF_FILE: Kind<string> = {
  extension: 'html',
  what: '校对单',
  mime: 'text/html',
  write: (subject) => {
    const { report, findings, paper, tools } = subject;
    const { digest } = toReportFile(report, findings);
    return writeProof({ report, findings, paper, digest, at: tools.at }, fileCss(subject));
  },
  difference: (text, { report, tools }) => proofDifference(text, report, tools.parseHtml),
};

const PICTURE_FILE: Kind<string> = {
  extension: 'svg',
  what: '一图读懂',
  mime: 'image/svg+xml',
  write: ({ report, paper, tools }) => writeInfographic(report, paper, tools.lastYear),
  difference: (text, { report, tools }) => {
    const seen = figuresInSvg(text);
    return seen ? infographicDifference(seen, report, tools.lastYear) : '图';
  },
};

const KINDS: { readonly [Name in FileKind]: Kind<string> | Kind<Bytes> } = {
  json: JSON_FILE,
  html: HTML_FILE,
  docx: DOCX_FILE,
  xlsx: XLSX_FILE,
  fragment: FRAGMENT_FILE,
  text: TEXT_FILE,
  proof: PROOF_FILE,
  picture: PICTURE_FILE,
};

function refused(what: string): Result<never> {
  return failure(
    `导出的文件读回来与年报不一致（${what}），没有交出`,
    '年报没有改动。换一个浏览器再导出；仍不行就打印纸质件，并把情况告诉维护人员。',
  );
}

/** The paper is set when it is first asked for: the upload needs none. */
function subjectOf(report: Report, findings: readonly Finding[], tools: HandOverTools): Subject {
  let paper: Paper | undefined;
  return {
    report,
    findings,
    tools,
    choice: tools.choice ?? choiceOf(null),
    get paper() {
      paper = paper ?? paperOf(report, { draftMark: isDraft(report, findings) });
      return paper;
    },
  };
}

/** A file of the report that is proven to say what the report says, or why there is none. */
export function prepareFile(
  kind: FileKind,
  report: Report,
  findings: readonly Finding[],
  tools: HandOverTools,
): Result<HandOverFile> {
  const { mime, extension, what, write, difference } = KINDS[kind] as Kind<Content>;
  const subject = subjectOf(report, findings, tools);
  const written = write(subject);
  const content = tools.spoil ? tools.spoil(written) : written;
  const wrong = difference(content, subject);
  if (wrong) return refused(wrong);
  return success({ name: fileNameOf(report.raw, extension, what), mime, content });
}

/** True where the zip gives back every file byte for byte. */
function holds(zip: Bytes, files: readonly HandOverFile[]): boolean {
  const inside = unzipped(zip);
  return files.every(({ name, content }) => {
    const [seen, written] = [inside?.get(name), bytesOf(content)];
    return seen?.length === written.length && seen.every((byte, at) => byte === written[at]);
  });
}

/** Every form of the report in one zip, each proven as if it were handed over alone. */
export function preparePackage(
  report: Report,
  findings: readonly Finding[],
  tools: HandOverTools,
): Result<HandOverFile> {
  const files: HandOverFile[] = [];
  for (const kind of Object.keys(KINDS) as FileKind[]) {
    const file = prepareFile(kind, report, findings, tools);
    if (!file.ok) return file;
    files.push(file.value);
  }
  const content = zipped(files.map((file) => [file.name, file.content] as const));
  if (!holds(content, files)) return refused('打包后的文件');
  return success({
    name: fileNameOf(report.raw, 'zip', '全套材料'),
    mime: 'application/zip',
    content,
  });
}
