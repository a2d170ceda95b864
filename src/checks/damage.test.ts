import { describe, expect, test } from 'vitest';
import { type Cell, cellAt, cellsOf, isEntered } from '../formats/cells.ts';
import type { RawReport } from '../report/raw-report.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { PUBLISHED_REPORTS_ABSENT, publishedReports } from '../testing/published-reports.ts';
import { formatOf, understood } from '../testing/reports.ts';
import { checkAll } from './check-all.ts';
import type { Finding } from './finding.ts';

/**
 * Real reports are damaged one figure, word, date or name at a time, in a way some rule is for. Nearly
 * all damages must be found, by a finding that was not there before and that names the damaged place.
 */

/** The same random numbers each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

interface Subject {
  readonly raw: RawReport;
  readonly last?: RawReport;
}

interface Damaged extends Subject {
  /** A finding by one of these rules counts. */
  readonly rules: readonly string[];
  /** The damaged cell, or the damaged words as they now stand; undefined where something is gone. */
  readonly cell?: string;
  readonly field?: string;
  readonly start?: number;
  readonly end?: number;
}

type Damage = (subject: Subject, random: () => number) => Damaged | undefined;

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

function enteredCells({ raw }: Subject, table: string): readonly Cell[] {
  return cellsOf(formatOf(raw)).filter((cell) => cell.table.id === table && isEntered(cell));
}

function withCell(raw: RawReport, address: string, text: string): RawReport {
  return { ...raw, cells: { ...raw.cells, [address]: text } };
}

function otherFigure(text: string, random: () => number): string {
  const value = Number(text);
  const change = 1 + Math.floor(random() * 9);
  return `${random() < 0.5 && value >= change ? value - change : value + change}`;
}

const requestsFigure: Damage = (subject, random) => {
  const cell = pick(enteredCells(subject, 'requests'), random)!;
  const text = otherFigure(subject.raw.cells[cell.address] ?? '0', random);
  const rules = ['T3-01', 'T3-02', 'T3-03', 'T3-07', 'T3-08'];
  return { ...subject, raw: withCell(subject.raw, cell.address, text), rules, cell: cell.address };
};

const disputesFigure: Damage = (subject, random) => {
  const cell = pick(enteredCells(subject, 'disputes'), random)!;
  const total = `disputes/${cell.row.id}/total`;
  if (subject.raw.stated[total] === undefined) return undefined;
  const text = otherFigure(subject.raw.cells[cell.address] ?? '0', random);
  const rules = ['T4-01', 'T4-02', 'T4-03'];
  return { ...subject, raw: withCell(subject.raw, cell.address, text), rules, cell: cell.address };
};

const unreadableFigure: Damage = (subject, random) => {
  const table = pick(['proactive', 'requests', 'disputes'], random)!;
  const cell = pick(enteredCells(subject, table), random)!;
  const text = pick(['12件', '——', '/', '', '无', '-3', '1.5.2', '若干'], random)!;
  const rules = ['T2-07', 'T2-11', 'T2-20', 'T3-04', 'T3-05', 'T4-04'];
  return { ...subject, raw: withCell(subject.raw, cell.address, text), rules, cell: cell.address };
};

const statedTotal: Damage = (subject, random) => {
  const totals = Object.entries(subject.raw.stated).filter(([, text]) => /^\d+$/.test(text));
  const [address, text] = pick(totals, random) ?? [];
  if (!address || !text) return undefined;
  const stated = { ...subject.raw.stated, [address]: otherFigure(text, random) };
  const rules = ['T3-02', 'T3-03', 'T4-01', 'T4-02', 'T4-03'];
  return { ...subject, raw: { ...subject.raw, stated }, rules, cell: address };
};

const rulesWithoutPower: Damage = (subject, random) => {
  if (!/^(?:department|organization)$/.test(subject.raw.agency.type)) return undefined;
  const column = pick(['issued', 'repealed', 'effective'], random)!;
  const cell = `proactive/rules/${column}`;
  const raw = withCell(subject.raw, cell, `${1 + Math.floor(random() * 9)}`);
  return { ...subject, raw, rules: ['T2-01'], cell };
};

const tooFewInForce: Damage = (subject, random) => {
  const { raw } = subject;
  const issued = Number(raw.cells['proactive/normativeDocuments/issued']);
  const repealed = Number(raw.cells['proactive/normativeDocuments/repealed']);
  if (!(issued > repealed)) return undefined;
  const cell = 'proactive/normativeDocuments/effective';
  const text = `${Math.floor(random() * (issued - repealed))}`;
  return { ...subject, raw: withCell(raw, cell, text), rules: ['T2-03', 'T2-04', 'T2-05'], cell };
};

const carryOver: Damage = (subject, random) => {
  const { last, raw } = subject;
  if (!last) return undefined;
  const column = pick(['naturalPerson', 'enterprise', 'legalService'], random)!;
  const before = `requests/carriedOut/${column}`;
  const changed = withCell(last, before, otherFigure(last.cells[before] ?? '0', random));
  const cell = `requests/carriedIn/${column}`;
  return { raw, last: changed, rules: ['Y-01', 'Y-02', 'Y-07'], cell };
};

const TABLE_DAMAGES: Readonly<Record<string, Damage>> = {
  requestsFigure,
  disputesFigure,
  unreadableFigure,
  statedTotal,
  rulesWithoutPower,
  tooFewInForce,
  carryOver,
};

/** Replaces one match of a pattern in a narrative, and says where. */
function replaced(
  subject: Subject,
  section: string,
  pattern: RegExp,
  rules: readonly string[],
  random: () => number,
  into: (match: string) => string,
): Damaged | undefined {
  const text = subject.raw.narrative[section] ?? '';
  const match = pick([...text.matchAll(new RegExp(pattern.source, 'g'))], random);
  if (!match) return undefined;
  const start = match.index ?? 0;
  const words = into(match[0]);
  const raw = {
    ...subject.raw,
    narrative: {
      ...subject.raw.narrative,
      [section]: text.slice(0, start) + words + text.slice(start + match[0].length),
    },
  };
  const field = `narrative.${section}`;
  return { ...subject, raw, rules, field, start, end: start + Math.max(1, words.length) };
}

const CASES = /\d+(?=\s*[件起])/;
const FIGURE_RULES = [
  'N-01',
  'N-02',
  'N-03',
  'N-04',
  'N-05',
  'N-06',
  'N-10',
  'N-11',
  'N-13',
  'N-21',
];

/** Any count of cases in the part on applications, whether this program reads it or not. */
const requestsInWords: Damage = (subject, random) => {
  const { overview = '' } = subject.raw.narrative;
  const start = overview.search(/（二）依申请公开|四、政府信息公开申请情况/);
  const end = overview.search(/（三）政府信息管理|五、政府信息管理/);
  if (start < 0 || end < start) return undefined;
  const part = overview.slice(start, end);
  const inPart: Subject = { ...subject, raw: { ...subject.raw, narrative: { part } } };
  const damaged = replaced(inPart, 'part', CASES, FIGURE_RULES, random, (text) =>
    otherFigure(text, random),
  );
  if (!damaged) return undefined;
  const words = damaged.raw.narrative.part ?? '';
  const narrative = {
    ...subject.raw.narrative,
    overview: overview.slice(0, start) + words + overview.slice(end),
  };
  return {
    ...damaged,
    raw: { ...subject.raw, narrative },
    field: 'narrative.overview',
    start: start + damaged.start!,
    end: start + damaged.end!,
  };
};

const papersInWords: Damage = (subject, random) =>
  replaced(
    subject,
    'overview',
    /(?<=(?:现行有效|制发)(?:的)?(?:行政)?规范性文件)\d+(?=件)/,
    ['N-11'],
    random,
    (text) => otherFigure(text, random),
  );

const percentage: Damage = (subject, random) =>
  replaced(subject, 'overview', /(?<=件，占)\d+\.\d+(?=%)/, ['N-07'], random, (text) =>
    (Number(text) + 1 + Math.floor(random() * 9)).toFixed(2),
  );

const period: Damage = (subject, random) => {
  const text = subject.raw.preface;
  const at = text.search(/20\d\d\s*年\s*1\s*月\s*1\s*日/);
  if (at < 0) return undefined;
  const year = `${subject.raw.year - 1 - Math.floor(random() * 3)}`;
  const preface = text.slice(0, at) + year + text.slice(at + 4);
  return {
    ...subject,
    raw: { ...subject.raw, preface },
    rules: ['F-18'],
    field: 'preface',
    start: at,
    end: at + 4,
  };
};

const titleYear: Damage = (subject, random) => {
  const { agency, year } = subject.raw;
  const wrong = year - 1 - Math.floor(random() * 3);
  const title = `${agency.name}${wrong}年政府信息公开工作年度报告`;
  return { ...subject, raw: { ...subject.raw, title }, rules: ['F-16'] };
};

const signature: Damage = (subject, random) => {
  const name = pick(['某区教育局', '样板镇人民政府', '财政局'], random)!;
  const signed = { ...subject.raw.signature, name };
  return { ...subject, raw: { ...subject.raw, signature: signed }, rules: ['F-22'] };
};

const signedLate: Damage = (subject, random) => {
  const day = `${subject.raw.year + 1}年${4 + Math.floor(random() * 8)}月1日`;
  const signed = { ...subject.raw.signature, date: day };
  return { ...subject, raw: { ...subject.raw, signature: signed }, rules: ['F-20'] };
};

const sentenceTwice: Damage = (subject, random) =>
  replaced(
    subject,
    'overview',
    /[^。，；\n“”（）]{3}[^。\n]{20,60}。/,
    ['F-25'],
    random,
    (text) => text + text,
  );

const markTwice: Damage = (subject, random) =>
  replaced(
    subject,
    'overview',
    /[\u4e00-\u9fff][。，]/,
    ['F-26'],
    random,
    (text) => text + text[1],
  );

const halfWidth: Damage = (subject, random) =>
  replaced(
    subject,
    'problems',
    /(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/,
    ['F-26'],
    random,
    () => ',',
  );

const slip: Damage = (subject, random) =>
  replaced(
    subject,
    'overview',
    /政府信息公开(?!条例)/,
    ['F-27', 'F-04'],
    random,
    (text) => pick([text.slice(1), '政府信公开', '政府信息公'], random)!,
  );

const wordTwice: Damage = (subject, random) =>
  replaced(
    subject,
    'overview',
    /公开|审核|信息|工作|答复|培训|制度|平台|栏目|管理/,
    ['F-27'],
    random,
    (text) => text + text,
  );

const leftover: Damage = (subject, random) =>
  replaced(
    subject,
    'overview',
    /。/,
    ['F-14'],
    random,
    () =>
      pick(
        [
          '。XX局',
          '。××年',
          '。（此处填写本单位情况）',
          '。根据贵办要求，',
          '。该部分以表格形式报告。',
        ],
        random,
      )!,
  );

const wrongSelf: Damage = (subject, random) =>
  replaced(subject, 'problems', /我[市区局]|实验区|市科委/, ['F-23'], random, () =>
    subject.raw.agency.type === 'department' ? '我镇' : '我局',
  );

const numberGone: Damage = (subject, random) =>
  replaced(
    subject,
    'overview',
    /(?<=信息|申请|规范性文件)\d+(?:余)?(?=[条件][，。；、）])/,
    ['N-16'],
    random,
    () => '',
  );

const yearOld: Damage = (subject, random) =>
  replaced(
    subject,
    'overview',
    new RegExp(`(?<=^|[。\\n])${subject.raw.year}年(?=，)`),
    ['F-19'],
    random,
    () => `${subject.raw.year - 1}年`,
  );

const headingGone: Damage = (subject, random) => {
  const { overview = '' } = subject.raw.narrative;
  const parts = overview.split(
    /(?=（[一二三四五]）(?:主动|依申请|政府信息管理|政府信息公开平台|监督))/,
  );
  if (parts.length < 6) return undefined;
  const at = 1 + Math.floor(random() * 5);
  const narrative = {
    ...subject.raw.narrative,
    overview: parts.filter((_, index) => index !== at).join(''),
  };
  return { ...subject, raw: { ...subject.raw, narrative }, rules: ['F-04', 'F-33'] };
};

const emptied: Damage = (subject, random) => {
  const [section, words, rules] = pick(
    [
      ['problems', '无。', ['F-09']],
      ['problems', '', ['F-01']],
      ['other', '', ['F-01']],
      ['other', '无。', ['N-18', 'F-13']],
    ] as const,
    random,
  )!;
  const narrative = { ...subject.raw.narrative, [section]: words };
  return { ...subject, raw: { ...subject.raw, narrative }, rules };
};

const personal: Damage = (subject, random) =>
  replaced(subject, 'overview', /。/, ['F-31'], random, () => '。申请人电话13912345678。');

const itemSkipped: Damage = (subject, random) =>
  replaced(subject, 'problems', /(?<=[。；：，])二是/, ['F-33'], random, () => '四是');

const feeBelow: Damage = (subject, random) =>
  replaced(
    subject,
    'other',
    /(?<=收取了?[^\d]{0,14}处理费\s*)\d+(?=\s*元。其中)/,
    ['N-21', 'T2-10'],
    random,
    (text) => `${Number(text) + 100 + Math.floor(random() * 900)}`,
  );

const allUpheld: Damage = (subject, random) =>
  replaced(
    subject,
    'overview',
    /。/,
    ['T4-10', 'N-09', 'N-08'],
    random,
    () =>
      pick(
        ['。行政复议、行政诉讼均获维持。', '。未发生行政复议。', '。未收到政府信息公开申请。'],
        random,
      )!,
  );

const TEXT_DAMAGES: Readonly<Record<string, Damage>> = {
  requestsInWords,
  papersInWords,
  percentage,
  period,
  titleYear,
  signature,
  signedLate,
  sentenceTwice,
  markTwice,
  halfWidth,
  slip,
  wordTwice,
  leftover,
  wrongSelf,
  numberGone,
  yearOld,
  headingGone,
  emptied,
  personal,
  itemSkipped,
  feeBelow,
  allUpheld,
};

function findingsOf({ raw, last }: Subject): readonly Finding[] {
  return checkAll(understood(raw), 'finished', last ? { lastYear: understood(last) } : {});
}

/** Whether a finding names a cell, or the total it goes into. */
function namesCell(raw: RawReport, finding: Finding, damaged: string): boolean {
  return finding.cells.some((cell) => cell === damaged || goesInto(raw, damaged, cell, new Set()));
}

function goesInto(raw: RawReport, part: string, whole: string, seen: Set<string>): boolean {
  if (seen.has(whole)) return false;
  seen.add(whole);
  const addends = cellAt(formatOf(raw), whole)?.addends ?? [];
  return addends.some((addend) => addend === part || goesInto(raw, part, addend, seen));
}

function isFound(before: ReadonlySet<string>, damaged: Damaged): boolean {
  return findingsOf(damaged).some((finding) => {
    const { rule, problem, places = [], field } = finding;
    if (!damaged.rules.includes(rule) || before.has(`${rule} ${problem}`)) return false;
    if (damaged.cell) return namesCell(damaged.raw, finding, damaged.cell);
    if (damaged.field === undefined) return true;
    const { start = 0, end = 0 } = damaged;
    return (
      places.some(
        (place) => place.field === damaged.field && place.start <= end && start <= place.end,
      ) ||
      (places.length === 0 && field === damaged.field)
    );
  });
}

interface Score {
  tried: number;
  found: number;
}

function score(
  subjects: readonly Subject[],
  damages: Readonly<Record<string, Damage>>,
  times: number,
  seed: number,
): ReadonlyMap<string, Score> {
  const random = randomFrom(seed);
  const scores = new Map(Object.keys(damages).map((name) => [name, { tried: 0, found: 0 }]));
  const before = new Map(
    subjects.map((subject) => [
      subject,
      new Set(findingsOf(subject).map(({ rule, problem }) => `${rule} ${problem}`)),
    ]),
  );
  for (const [name, damage] of Object.entries(damages)) {
    for (let time = 0; time < times; time += 1) {
      const subject = subjects[time % subjects.length]!;
      const damaged = damage(subject, random);
      if (!damaged) continue;
      const one = scores.get(name)!;
      one.tried += 1;
      if (isFound(before.get(subject)!, damaged)) one.found += 1;
    }
  }
  return scores;
}

function shareOf(scores: ReadonlyMap<string, Score>): {
  readonly tried: number;
  readonly share: number;
} {
  const all = [...scores.values()];
  const tried = all.reduce((sum, one) => sum + one.tried, 0);
  return { tried, share: all.reduce((sum, one) => sum + one.found, 0) / tried };
}

function told(scores: ReadonlyMap<string, Score>): string {
  return [...scores].map(([name, { tried, found }]) => `${name} ${found}/${tried}`).join(', ');
}

const BALANCED = [
  'huaian-2024',
  'pingtan-2021',
  'pingtan-2022',
  'pingtan-2023',
  'pingtan-2024',
  'pingtan-2025',
  'shanghai-science-2024',
  'suqian-2023',
];

function subjects(): readonly Subject[] {
  const reports = publishedReports();
  const published = reports
    .filter(({ id }) => BALANCED.includes(id))
    .map(({ raw, truth }): Subject => {
      const last = reports.find(
        (other) => other.truth.agency === truth.agency && other.raw.year === raw.year - 1,
      );
      return last ? { raw, last: last.raw } : { raw };
    });
  return [{ raw: SAMPLE_2021 }, ...published];
}

describe.skipIf(PUBLISHED_REPORTS_ABSENT)('of random damages to published reports', () => {
  test('ninety-nine in a hundred to the tables are found', { timeout: 120_000 }, () => {
    const scores = score(subjects(), TABLE_DAMAGES, 100, 20260120);
    expect(shareOf(scores).tried).toBeGreaterThan(500);
    expect(shareOf(scores).share, told(scores)).toBeGreaterThanOrEqual(0.99);
  });

  test('nine in ten to the words are found', { timeout: 120_000 }, () => {
    const scores = score(subjects(), TEXT_DAMAGES, 45, 20260131);
    expect(shareOf(scores).tried).toBeGreaterThan(600);
    expect(shareOf(scores).share, told(scores)).toBeGreaterThanOrEqual(0.9);
  });
});
