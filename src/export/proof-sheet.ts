/**
 * 校对单: one sheet on which a person can check the whole report by hand – every figure as it prints,
 * every total with the sum behind it, every balance with both sides, what the checks found and what
 * was said to it, the fingerprint of the content, and lines to sign.
 */
import { balancesOf } from '../checks/balances.ts';
import { countFindings, type Finding, messageOf } from '../checks/finding.ts';
import { expressionText, SEVERITY_NAMES } from '../checks/words.ts';
import { type Cell, cellAt, cellsOf } from '../formats/cells.ts';
import { element, type Markup, tableMarkup } from '../paper/markup.ts';
import type { Paper } from '../paper/paper.ts';
import { printedFigure } from '../paper/paper.ts';
import type { Report } from '../report/report.ts';
import { STATUS_NAMES } from '../report/status.ts';
import { tablesOf } from './sheet.ts';

type Cells = readonly (string | Markup)[];

/** What a proof sheet is made of. */
export interface Proof {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly paper: Paper;
  readonly digest: string;
  /** When the sheet was made, as it is to be printed. */
  readonly at: string;
}

function row(tag: 'th' | 'td', cells: Cells): Markup {
  return element(
    'tr',
    {},
    cells.map((cell) => element(tag, {}, [cell])),
  );
}

/** A list of facts; nothing where there are none. */
function listing(
  name: string,
  heads: readonly string[],
  rows: readonly Cells[],
): readonly Markup[] {
  const title = element('h2', {}, [name]);
  if (rows.length === 0) return [title, element('p', {}, ['没有。'])];
  const head = element('thead', {}, [row('th', heads)]);
  const body = element(
    'tbody',
    {},
    rows.map((cells) => row('td', cells)),
  );
  return [title, element('table', { class: 'proof-list', 'aria-label': name }, [head, body])];
}

/** 58 ＋ 5 ＋ 0 with an empty place where a figure is not known. */
function sumText(report: Report, { addends = [] }: Cell): string {
  return addends.map((address) => printedFigure(report, address) || '（空）').join(' ＋ ');
}

function totals(report: Report): readonly Markup[] {
  const computed = cellsOf(report.format).filter(({ addends }) => addends);
  const rows = computed.map((cell) => [
    cell.name,
    sumText(report, cell),
    printedFigure(report, cell.address) || '（缺数）',
  ]);
  return listing('合计核算', ['合计', '相加的数', '年报上的数'], rows);
}

const BALANCE_WORDS = { balanced: '平', unbalanced: '不平', open: '缺数' } as const;

function balances(report: Report): readonly Markup[] {
  const rows = balancesOf(report).map(({ label, left, right, difference, state }) => [
    label,
    left ? expressionText(left) : '（缺数）',
    right ? expressionText(right) : '（缺数）',
    state === 'unbalanced' ? `不平，差 ${difference?.toFixed() ?? ''}` : BALANCE_WORDS[state],
  ]);
  return listing('勾稽核算', ['列', '左边', '右边', '结果'], rows);
}

function findingRows(findings: readonly Finding[]): readonly Markup[] {
  const rows = findings.map((finding) => [
    SEVERITY_NAMES[finding.severity],
    messageOf(finding),
    finding.rule,
  ]);
  const { error, reminder, hint, unfilled } = countFindings(findings);
  const counts = `核对结果（错误 ${error}、提醒 ${reminder}、提示 ${hint}、未填 ${unfilled}）`;
  return listing(counts, ['类别', '内容', '规则'], rows);
}

function cellName(report: Report, address: string): string {
  return cellAt(report.format, address)?.name ?? address;
}

function saidRows(report: Report): readonly Markup[] {
  const { explanations, remarks, steps = [] } = report.raw;
  const explained = explanations.map(({ rule, cells, text, by }) => [
    rule,
    cells.map((cell) => cellName(report, cell)).join('、'),
    text,
    by,
  ]);
  const remarked = remarks.map(({ place, text, by, settled, answers = [] }) => [
    cellName(report, place),
    [text, ...answers.map((answer) => `${answer.by}答复：${answer.text}`)].join('；'),
    by,
    settled ? '已处理' : '未处理',
  ]);
  const taken = steps.map(({ status, by, at, reason, left }) => [
    STATUS_NAMES[status],
    by,
    at,
    reason && `尚有 ${left} 处错误或空格，理由：${reason}`,
  ]);
  return [
    ...listing('说明', ['规则', '位置', '内容', '填写人'], explained),
    ...listing('审核意见', ['位置', '内容', '审核人', '状态'], remarked),
    ...listing('办理经过', ['状态', '姓名', '时间', '说明'], taken),
  ];
}

function headRows({ report, paper, digest, at }: Proof): Markup {
  const { raw, format } = report;
  const rows: readonly (readonly [string, string])[] = [
    ['年报', paper.title],
    ['统计格式', `${format.name}（${format.notice.number}）`],
    ['状态', STATUS_NAMES[raw.status]],
    ['内容指纹', digest],
    ['制表时间', at],
  ];
  return element(
    'table',
    { class: 'proof-list', 'aria-label': '年报' },
    rows.map(([name, text]) =>
      element('tr', {}, [element('th', { scope: 'row' }, [name]), element('td', {}, [text])]),
    ),
  );
}

const SIGNERS = ['填报人', '校对人', '审核人', '签发人'];

function signatureLines(): Markup {
  const lines = SIGNERS.map((name) =>
    element('p', { class: 'proof-sign' }, [
      `${name}：`,
      element('span', {}, []),
      '日期：',
      element('span', {}, []),
    ]),
  );
  return element('div', { class: 'proof-signs' }, lines);
}

/** The whole sheet as one element. */
export function proofMarkup(proof: Proof): Markup {
  const { report, findings, paper } = proof;
  const tables = tablesOf(paper).flatMap(({ heading, table }) => [
    element('h2', {}, [heading]),
    ...tableMarkup(table),
  ]);
  return element('article', { class: 'proof', lang: 'zh-CN' }, [
    element('h1', {}, ['校对单']),
    headRows(proof),
    ...tables,
    ...totals(report),
    ...balances(report),
    ...findingRows(findings),
    ...saidRows(report),
    signatureLines(),
  ]);
}
