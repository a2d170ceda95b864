import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMAT_2019 } from '../formats/format-2019.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { SAMPLE_2019 } from '../samples/sample-2019.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { afterChange } from '../testing/changes.ts';
import { workOf } from '../testing/counted-work.ts';
import {
  CITY_2025,
  emptyReport,
  reportOf,
  reports,
  understood,
  withCells,
  zeroReport,
} from '../testing/reports.ts';
import { balanceInNumbers, balancesOf } from './balances.ts';
import { blockers, check } from './check.ts';
import { messageOf, type ReportStage } from './finding.ts';

function rulesOf(
  raw: Parameters<typeof understood>[0],
  stage: ReportStage = 'finished',
): readonly string[] {
  return check(understood(raw), stage).map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('the balance of table three', () => {
  test('names the numbers, both sums and the difference', () => {
    const raw = withCells(zeroReport(2025), {
      'requests/received/naturalPerson': '12',
      'requests/carriedIn/naturalPerson': '3',
      'requests/granted/naturalPerson': '13',
      'requests/carriedOut/naturalPerson': '1',
    });
    const message = check(understood(raw), 'drafting')
      .filter(({ rule }) => rule === 'T3-01')
      .map(messageOf)[0];
    expect(message).toBe(
      '自然人：本年新收 12 ＋ 上年结转 3 ＝ 15，办理总计 13 ＋ 结转下年 1 ＝ 14，相差 1。核对办理结果或结转件数。',
    );
  });

  test('holds in all seven columns of a whole city', () => {
    const balances = balancesOf(understood(reportOf(CITY_2025)));
    expect(balances.map(({ label }) => label)).toEqual([
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
      '总计',
    ]);
    expect(balances.every(({ state }) => state === 'balanced')).toBe(true);
    expect(balances[6]?.left?.sum.toFixed()).toBe('14629');
  });

  test('is written in the numbers of the rows, in both formats', () => {
    for (const format of [FORMAT_2019, FORMAT_2021]) {
      expect(balanceInNumbers(format, 'requests')).toBe('一＋二＝三（七）＋四');
      expect(balanceInNumbers(format, 'disputes')).toBe('');
    }
  });

  test('one changed figure unbalances its own column and the total, and nothing else', () => {
    const raw = withCells(reportOf(CITY_2025), { 'requests/granted/enterprise': '131' });
    const unbalanced = balancesOf(understood(raw)).filter(({ state }) => state === 'unbalanced');
    expect(unbalanced.map(({ line, difference }) => [line, difference?.toFixed()])).toEqual([
      ['enterprise', '-2'],
      ['total', '-2'],
    ]);
  });

  test('is open, and no error, while a number is missing', () => {
    const report = understood(
      withCells(emptyReport(2025), { 'requests/received/naturalPerson': '12' }),
    );
    expect(balancesOf(report)[0]).toMatchObject({ state: 'open', difference: undefined });
    expect(check(report, 'drafting').some(({ rule }) => rule === 'T3-01')).toBe(false);
  });
});

test('the figures of a whole city break no rule of their tables', () => {
  const findings = check(understood(reportOf(CITY_2025)), 'drafting');
  expect(findings.filter(({ rule, severity }) => /^T/.test(rule) && severity !== 'hint')).toEqual(
    [],
  );
});

test('the sample in the format in force has nothing to mend', () => {
  expect(
    check(understood(SAMPLE_2021), 'finished').filter(({ severity }) => severity !== 'hint'),
  ).toEqual([]);
});

describe('the sample of the trial year', () => {
  const found = rulesOf(SAMPLE_2019, 'drafting');

  test.each([
    ['T3-06 reminder', 'totals of table three without the applicants'],
    ['F-20 reminder', 'signed after the last day of January'],
    ['F-01 reminder', 'section six is missing'],
  ])('is told %s: %s', (expected) => {
    expect(found).toContain(expected);
  });

  test('has no error, since the notice only encouraged the format for 2019', () => {
    expect(rulesOf(SAMPLE_2019, 'finished').filter((one) => one.endsWith(' error'))).toEqual([]);
  });
});

describe('a blank', () => {
  test('is 未填 while drafting, and keeps the report from 定稿', () => {
    const findings = check(understood(emptyReport(2025)), 'drafting');
    expect(findings.some(({ severity }) => severity === 'error')).toBe(false);
    expect(blockers(findings).length).toBeGreaterThan(0);
  });

  test('in received, carried in or carried out is an error in a finished report, elsewhere a reminder', () => {
    const raw = withCells(zeroReport(2025), {
      'requests/received/research': '',
      'requests/granted/research': '',
    });
    const gaps = check(understood(raw), 'finished').filter(({ rule }) => rule === 'T3-05');
    expect(gaps.map(({ cells, severity }) => [cells[0], severity])).toEqual([
      ['requests/received/research', 'error'],
      ['requests/granted/research', 'reminder'],
    ]);
  });

  test('is mended by the fix the finding offers', () => {
    const raw = withCells(zeroReport(2025), { 'requests/granted/research': '' });
    const gap = check(understood(raw), 'finished').find(({ rule }) => rule === 'T3-05');
    const mended = afterChange(raw, gap!.fix!.change);
    expect(mended.cells['requests/granted/research']).toBe('0');
    expect(rulesOf(mended).filter((one) => one.startsWith('T3-'))).toEqual([]);
  });
});

interface Example {
  readonly rule: string;
  readonly year?: number;
  readonly type?: 'department';
  readonly breaks: Readonly<Record<string, string>>;
  readonly holds: Readonly<Record<string, string>>;
}

/** For each rule figures that break it and figures, as close as may be, that do not. */
const EXAMPLES: readonly Example[] = [
  {
    rule: 'T2-01',
    type: 'department',
    breaks: { 'proactive/rules/effective': '1' },
    holds: { 'proactive/rules/effective': '0' },
  },
  {
    rule: 'T2-03',
    breaks: {
      'proactive/normativeDocuments/issued': '9',
      'proactive/normativeDocuments/repealed': '2',
      'proactive/normativeDocuments/effective': '6',
    },
    holds: {
      'proactive/normativeDocuments/issued': '9',
      'proactive/normativeDocuments/repealed': '2',
      'proactive/normativeDocuments/effective': '7',
    },
  },
  {
    rule: 'T2-04',
    breaks: {
      'proactive/normativeDocuments/issued': '9',
      'proactive/normativeDocuments/repealed': '5',
      'proactive/normativeDocuments/effective': '8',
    },
    holds: {
      'proactive/normativeDocuments/issued': '9',
      'proactive/normativeDocuments/effective': '9',
    },
  },
  {
    rule: 'T2-05',
    breaks: { 'proactive/normativeDocuments/issued': '2' },
    holds: {
      'proactive/normativeDocuments/issued': '2',
      'proactive/normativeDocuments/repealed': '2',
    },
  },
  {
    rule: 'T2-07',
    breaks: { 'proactive/fees/amount': '3.25元' },
    holds: { 'proactive/fees/amount': '3.25' },
  },
  {
    rule: 'T2-11',
    breaks: { 'proactive/licensing/decisions': '12件' },
    holds: { 'proactive/licensing/decisions': '１２' },
  },
  {
    rule: 'T2-15',
    year: 2020,
    breaks: { 'proactive/rules/newlyDisclosed': '2', 'proactive/rules/totalDisclosed': '1' },
    holds: { 'proactive/rules/newlyDisclosed': '2', 'proactive/rules/totalDisclosed': '2' },
  },
  {
    rule: 'T2-16',
    year: 2020,
    breaks: { 'proactive/rules/newlyDisclosed': '2', 'proactive/rules/produced': '1' },
    holds: { 'proactive/rules/newlyDisclosed': '2', 'proactive/rules/produced': '2' },
  },
  {
    rule: 'T2-17',
    year: 2020,
    breaks: { 'proactive/fees/lastYearItems': '2', 'proactive/fees/change': '-3' },
    holds: { 'proactive/fees/lastYearItems': '2', 'proactive/fees/change': '-2' },
  },
  {
    rule: 'T2-18',
    year: 2020,
    breaks: { 'proactive/penalties/decisions': '2' },
    holds: { 'proactive/penalties/decisions': '2', 'proactive/penalties/lastYearItems': '1' },
  },
  {
    rule: 'T2-19',
    year: 2020,
    breaks: { 'proactive/procurement/amount': '200' },
    holds: { 'proactive/procurement/amount': '200', 'proactive/procurement/items': '1' },
  },
  {
    rule: 'T2-20',
    breaks: { 'proactive/coercion/decisions': '/' },
    holds: { 'proactive/coercion/decisions': '0' },
  },
  {
    rule: 'T3-04',
    breaks: { 'requests/received/research': '-1' },
    holds: { 'requests/received/research': '1' },
  },
  {
    rule: 'T3-05',
    breaks: { 'requests/received/research': '——' },
    holds: { 'requests/received/research': '0' },
  },
  {
    rule: 'T3-07',
    breaks: { 'requests/granted/research': '1' },
    holds: { 'requests/granted/research': '1', 'requests/received/research': '1' },
  },
  {
    rule: 'T3-08',
    breaks: { 'requests/received/research': '1', 'requests/carriedOut/research': '2' },
    holds: { 'requests/received/research': '2', 'requests/carriedOut/research': '2' },
  },
  {
    rule: 'T3-09',
    breaks: { 'requests/carriedIn/research': '2', 'requests/carriedOut/research': '2' },
    holds: { 'requests/received/research': '2', 'requests/carriedOut/research': '2' },
  },
  {
    rule: 'T3-10',
    breaks: { 'requests/carriedIn/research': '2', 'requests/carriedOut/research': '2' },
    holds: { 'requests/carriedIn/research': '2', 'requests/granted/research': '2' },
  },
  {
    rule: 'T3-19',
    breaks: { 'requests/otherOutcome/research': '2' },
    holds: { 'requests/otherOutcome.other/research': '2' },
  },
  {
    rule: 'T3-20',
    breaks: { 'requests/withdrawn/research': '2' },
    holds: { 'requests/repeated/research': '' },
  },
  {
    rule: 'T4-04',
    breaks: { 'disputes/review/upheld': '一' },
    holds: { 'disputes/review/upheld': '1' },
  },
  {
    rule: 'T2-02',
    breaks: { 'proactive/rules/effective': '0' },
    holds: { 'proactive/rules/effective': '11' },
  },
  {
    rule: 'T2-08',
    type: 'department',
    breaks: { 'proactive/fees/amount': '100001' },
    holds: { 'proactive/fees/amount': '100000' },
  },
  {
    rule: 'T3-11',
    breaks: { 'requests/received/naturalPerson': '10', 'requests/carriedOut/naturalPerson': '3' },
    holds: { 'requests/received/naturalPerson': '10', 'requests/carriedOut/naturalPerson': '2' },
  },
  {
    rule: 'T3-13',
    breaks: {
      'requests/received/naturalPerson': '12',
      'requests/carriedIn/naturalPerson': '5',
      'requests/granted/naturalPerson': '71',
    },
    holds: {
      'requests/received/naturalPerson': '12',
      'requests/granted/naturalPerson': '12',
    },
  },
  {
    rule: 'T3-15',
    breaks: {
      'requests/received/naturalPerson': '9',
      'requests/notProcessed.excessive/naturalPerson': '1',
    },
    holds: {
      'requests/received/naturalPerson': '10',
      'requests/notProcessed.excessive/naturalPerson': '1',
    },
  },
  {
    rule: 'T3-15',
    breaks: {
      'requests/received/naturalPerson': '9',
      'requests/otherOutcome.feeUnpaid/naturalPerson': '1',
    },
    holds: {
      'requests/received/naturalPerson': '10',
      'requests/otherOutcome.feeUnpaid/naturalPerson': '1',
    },
  },
  {
    rule: 'T3-16',
    breaks: {
      'requests/granted/naturalPerson': '8',
      'requests/otherOutcome.other/naturalPerson': '2',
    },
    holds: {
      'requests/granted/naturalPerson': '9',
      'requests/otherOutcome.other/naturalPerson': '1',
    },
  },
  {
    rule: 'T3-17',
    breaks: {
      'requests/granted/naturalPerson': '4',
      'requests/unavailable.notHeld/naturalPerson': '6',
    },
    holds: {
      'requests/granted/naturalPerson': '5',
      'requests/unavailable.notHeld/naturalPerson': '5',
    },
  },
  {
    rule: 'T3-21',
    breaks: { 'requests/received/enterprise': '21' },
    holds: { 'requests/received/enterprise': '20' },
  },
];

describe.each(EXAMPLES)('$rule', ({ rule, year = 2025, type, breaks, holds }) => {
  const found = (cells: Readonly<Record<string, string>>) => {
    const raw = withCells(zeroReport(year, type), cells);
    return check(understood(raw), 'finished').filter((finding) => finding.rule === rule);
  };

  test('is told of figures that break it, with the cells that take part', () => {
    const findings = found(breaks);
    expect(findings.length).toBeGreaterThan(0);
    const broken = Object.keys(breaks).map((address) => address.split('/'));
    const onItsLine = (cell: string) => {
      const [, row, column] = cell.split('/');
      return broken.some(
        // A total takes part in what its addends break.
        ([, brokenRow, brokenColumn]) =>
          row === brokenRow || column === brokenColumn || column === 'total',
      );
    };
    expect(findings.some(({ cells }) => cells.every(onItsLine))).toBe(true);
  });

  test('is silent over figures that hold', () => {
    expect(found(holds)).toEqual([]);
  });
});

describe('rules on words', () => {
  const words = (change: Partial<ReturnType<typeof emptyReport>>, rule: string) =>
    check(understood({ ...SAMPLE_2021, ...change }), 'finished').filter((one) => one.rule === rule);
  const signed = (date: string) => ({ signature: { ...SAMPLE_2021.signature, date } });
  const narrative = (part: Readonly<Record<string, string>>) => ({
    narrative: { ...SAMPLE_2021.narrative, ...part },
  });

  test.each([
    ['F-01', narrative({ other: ' ' }), 'error'],
    ['F-09', narrative({ problems: '无。' }), 'error'],
    ['F-16', { title: '某局2020年政府信息公开工作年度报告' }, 'error'],
    ['F-18', { preface: '本报告统计期限为2020年1月1日至2020年12月31日。' }, 'error'],
    ['F-20', signed(`${SAMPLE_2021.year + 1}年12月1日`), 'reminder'],
    ['F-21', signed(`${SAMPLE_2021.year}年12月1日`), 'reminder'],
  ] as const)('%s is told', (rule, change, severity) => {
    expect(words(change, rule).map((one) => one.severity)).toEqual([severity]);
    expect(words({}, rule)).toEqual([]);
  });

  test('the title may begin with the year', () => {
    const { agency, year } = SAMPLE_2021;
    const title = `${year}年${agency.name}政府信息公开工作年度报告`;
    expect(words({ title }, 'F-16')).toEqual([]);
  });

  test('the title may say 年度 for 年', () => {
    const { agency, year } = SAMPLE_2021;
    const title = `${agency.name}${year}年度政府信息公开工作年度报告`;
    expect(words({ title }, 'F-16')).toEqual([]);
  });

  test('a date that is none is told as such', () => {
    expect(words(signed('开春'), 'F-20')[0]?.problem).toContain('开春');
  });
});

describe('a total a document stated', () => {
  const stated = (texts: Readonly<Record<string, string>>, cells = {}) =>
    check(understood({ ...withCells(zeroReport(2025), cells), stated: texts }), 'finished');

  test.each([
    ['T3-02', 'requests/concluded/naturalPerson'],
    ['T3-03', 'requests/received/total'],
    ['T4-01', 'disputes/review/total'],
    ['T4-02', 'disputes/litigationDirect/total'],
    ['T4-03', 'disputes/litigationAfterReview/total'],
  ])(
    'that is not the sum is told by %s, with both numbers, and nothing is repaired',
    (rule, address) => {
      const found = stated({ [address]: '7' }).filter((one) => one.rule === rule);
      expect(found).toHaveLength(1);
      expect(found[0]?.cells[0]).toBe(address);
      expect(found[0]?.problem).toMatch(/写的是 7，按各项相加是 0，相差 7$/);
      expect(stated({ [address]: '0' }).filter((one) => one.rule === rule)).toEqual([]);
    },
  );

  test('that two torn digits would make is told by T3-12', () => {
    const cells = { 'requests/received/naturalPerson': '1', 'requests/received/enterprise': '2' };
    const torn = (total: string) =>
      stated({ 'requests/received/total': total }, cells).filter(({ rule }) => rule === 'T3-12');
    expect(torn('12')[0]?.cells.slice(0, 2)).toEqual(Object.keys(cells));
    expect(torn('13')).toEqual([]);
  });

  test('beside blank applicants is told by T3-06', () => {
    const blank = { ...emptyReport(2025), stated: { 'requests/received/total': '0' } };
    const rules = check(understood(blank), 'finished').map(({ rule }) => rule);
    expect(rules).toContain('T3-06');
    expect(stated({ 'requests/received/total': '0' }).map(({ rule }) => rule)).not.toContain(
      'T3-06',
    );
  });
});

test('findings do not depend on the order in which cells were filled', () => {
  fc.assert(
    fc.property(reports(2025), fc.nat(), (raw, turn) => {
      const entries = Object.entries(raw.cells);
      const at = entries.length ? turn % entries.length : 0;
      const turned = Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse());
      const findings = check(understood(raw), 'finished');
      expect(check(understood({ ...raw, cells: turned }), 'finished')).toEqual(findings);
    }),
    { numRuns: 30 },
  );
});

test('every finding says where, what and what to do', () => {
  fc.assert(
    fc.property(reports(2019), (raw) => {
      for (const finding of check(understood(raw), 'finished')) {
        expect(finding.section).not.toBe('');
        expect(finding.problem).not.toMatch(/undefined|NaN|[。！]$/);
        expect(finding.advice).toMatch(/。$/);
      }
    }),
    { numRuns: 20 },
  );
});

/** Twice the text may be twice the work and a little more. */
const MOST_GROWTH = 2.6;

test('a long text without a stop is judged without trying every letter as the beginning of a sentence', async () => {
  const workFor = (letters: number) => {
    const narrative = { overview: '公开'.repeat(letters / 2) };
    return workOf(() => rulesOf({ ...emptyReport(2025), narrative }, 'drafting'));
  };
  const [half, whole] = [await workFor(40_000), await workFor(80_000)];
  expect(whole / half).toBeLessThan(MOST_GROWTH);
});
