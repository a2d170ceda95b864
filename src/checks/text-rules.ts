/**
 * Rules on words, names and dates: each a named function over the report, listed at the end as data.
 * They read text with care and stay silent where they are not sure.
 */
import { AGENCY_TYPES } from '../formats/agency.ts';
import { cellsOf, isEntered } from '../formats/cells.ts';
import type { NarrativeSection, Section } from '../formats/format.ts';
import type { Severity } from '../formats/rule.ts';
import type { FieldId } from '../report/change.ts';
import { standardTitle, titleOf } from '../report/raw-report.ts';
import { type Report, valueAt } from '../report/report.ts';
import { dayOf, readDay, writtenDay } from './dates.ts';
import { BASICS, type Finding, type Stage } from './finding.ts';

export interface TextRule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly source: string;
  readonly judge: (report: Report, stage: Stage) => readonly Finding[];
}

type Part = Pick<Finding, 'problem' | 'advice'> & Partial<Finding>;

function textFinding(
  rule: string,
  section: string,
  field: FieldId | undefined,
  part: Part,
): Finding {
  return {
    key: `${rule} ${field ?? section}`,
    rule,
    severity: 'error',
    section,
    cells: [],
    ...(field ? { field } : {}),
    numbers: [],
    ...part,
  };
}

function narrativeSections({ format }: Report): readonly NarrativeSection[] {
  return format.sections.filter((section) => section.kind === 'narrative');
}

function narrativeText({ raw }: Report, section: NarrativeSection): string {
  return (raw.narrative[section.id] ?? '').trim();
}

/** 2019: the notice only encouraged the format, so a missing part is a reminder at most. */
function gapSeverity({ raw, format }: Report, stage: Stage): Severity {
  if (format.encouragedOnly?.includes(raw.year)) return 'reminder';
  return stage === 'drafting' ? 'unfilled' : 'error';
}

function isSectionBlank(report: Report, section: Section): boolean {
  if (section.kind === 'narrative') return narrativeText(report, section) === '';
  return cellsOf(report.format)
    .filter((cell) => cell.section.id === section.id && isEntered(cell))
    .every((cell) => valueAt(report, cell.address).state === 'blank');
}

function everySectionPresent(report: Report, stage: Stage): readonly Finding[] {
  return report.format.sections
    .filter((section) => section.kind === 'narrative' || stage === 'finished')
    .filter((section) => isSectionBlank(report, section))
    .map((section) =>
      textFinding(
        'F-01',
        section.id,
        section.kind === 'narrative' ? `narrative.${section.id}` : undefined,
        {
          severity: gapSeverity(report, stage),
          problem: `“${section.heading}”没有内容`,
          advice: '年报六个部分都要有；没有事项的，写明“无”。',
        },
      ),
    );
}

const SHORTEST_PROBLEMS = 10;
const NOTHING = /^(?:无|没有|暂无|不存在)(?:问题)?[。.]?$/;

function problemsToldInWords(report: Report): readonly Finding[] {
  const section = narrativeSections(report).find(({ id }) => id === 'problems');
  const text = section && narrativeText(report, section).replace(/\s/g, '');
  if (!section || !text) return [];
  if (text.length >= SHORTEST_PROBLEMS && !NOTHING.test(text)) return [];
  return [
    textFinding('F-09', section.id, `narrative.${section.id}`, {
      problem: `“${section.heading}”只写了“${text}”`,
      advice: '写明具体问题和改进措施。',
    }),
  ];
}

function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

function titleNamesBodyAndYear({ raw }: Report): readonly Finding[] {
  const name = raw.agency.name.trim();
  if (!name) {
    return [
      textFinding('F-16', BASICS, 'agency.name', {
        severity: 'unfilled',
        problem: '没有填写机关名称',
        advice: '填写机关全称。',
      }),
    ];
  }
  const expected = standardTitle(name, raw.year);
  const written = comparable(titleOf(raw)).replace(`${raw.year}年度`, `${raw.year}年`);
  if (written === comparable(expected)) return [];
  return [
    textFinding('F-16', BASICS, 'title', {
      problem: `标题是“${titleOf(raw)}”，应为“${expected}”`,
      advice: '标题写机关全称和报告年度。',
      fix: { label: '改为规范标题', change: { kind: 'field', field: 'title', text: '' } },
    }),
  ];
}

const PERIOD_SENTENCE = /[^。；\n]*(?:统计期限|统计时限|统计时间|统计周期|数据期限)[^。；\n]*/g;
const PERIOD =
  /(\d{4})年(\d{1,2})月(\d{1,2})日(?:起)?(?:至|到|—+|-+|~)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/;

function statedPeriods(text: string): readonly string[] {
  return (text.normalize('NFKC').match(PERIOD_SENTENCE) ?? []).flatMap((sentence) => {
    const match = PERIOD.exec(sentence.replace(/\s/g, ''));
    if (!match) return [];
    const [from, month, day, to, endMonth, endDay] = match.slice(1).map(Number);
    return [`${from}-${month}-${day}/${to || from}-${endMonth}-${endDay}`];
  });
}

function periodIsReportYear(report: Report): readonly Finding[] {
  const { raw } = report;
  const texts: readonly (readonly [FieldId, string, string])[] = [
    ['preface', BASICS, raw.preface],
    ...narrativeSections(report).map(
      (section) => [`narrative.${section.id}`, section.id, narrativeText(report, section)] as const,
    ),
  ];
  const expected = `${raw.year}-1-1/${raw.year}-12-31`;
  return texts.flatMap(([field, section, text]) =>
    statedPeriods(text)
      .filter((period) => period !== expected)
      .slice(0, 1)
      .map((period) =>
        textFinding('F-18', section, field, {
          problem: `统计期限写的是 ${period.replace('/', ' 至 ')}`,
          advice: `应为${raw.year}年1月1日至${raw.year}年12月31日。`,
        }),
      ),
  );
}

function signedInTime({ raw }: Report): readonly Finding[] {
  const written = raw.signature.date.trim();
  if (!written) return [];
  const signed = readDay(written);
  if (!signed) {
    return [
      textFinding('F-20', BASICS, 'signature.date', {
        severity: 'reminder',
        problem: `落款日期“${written}”不是完整的日期`,
        advice: '写成年月日，如 2026年1月20日。',
      }),
    ];
  }
  const deadline = dayOf(raw.year + 1, AGENCY_TYPES[raw.agency.type].deadline);
  if (signed <= deadline) return [];
  return [
    textFinding('F-20', BASICS, 'signature.date', {
      severity: 'reminder',
      problem: `落款日期 ${writtenDay(signed)}，晚于公布时限 ${writtenDay(deadline)}`,
      advice: '核对日期；确已逾期的，尽快公布并说明原因。',
      numbers: [
        { label: '落款日期', value: signed },
        { label: '公布时限', value: deadline },
      ],
    }),
  ];
}

function signedAfterYearEnd({ raw }: Report): readonly Finding[] {
  const signed = readDay(raw.signature.date);
  if (!signed || signed >= `${raw.year + 1}-01-01`) return [];
  return [
    textFinding('F-21', BASICS, 'signature.date', {
      severity: 'reminder',
      problem: `落款日期 ${writtenDay(signed)}，早于${raw.year}年年底，统计期限还没有结束`,
      advice: '核对落款日期和各项数据的截止时间。',
      numbers: [{ label: '落款日期', value: signed }],
    }),
  ];
}

export const TEXT_RULES: readonly TextRule[] = [
  {
    id: 'F-01',
    severity: 'error',
    title: '六个部分齐全',
    source: '统计格式',
    judge: everySectionPresent,
  },
  {
    id: 'F-09',
    severity: 'error',
    title: '第五部分写明问题和改进情况',
    source: '条例第五十条',
    judge: problemsToldInWords,
  },
  {
    id: 'F-16',
    severity: 'error',
    title: '标题写机关全称和报告年度',
    source: '通行写法',
    judge: titleNamesBodyAndYear,
  },
  {
    id: 'F-18',
    severity: 'error',
    title: '统计期限是报告年度的1月1日至12月31日',
    source: '年度报告的统计期限',
    judge: periodIsReportYear,
  },
  {
    id: 'F-20',
    severity: 'reminder',
    title: '落款日期不晚于公布时限',
    source: '条例第四十九条',
    judge: signedInTime,
  },
  {
    id: 'F-21',
    severity: 'reminder',
    title: '落款日期在报告年度结束之后',
    source: '统计期限推得',
    judge: signedAfterYearEnd,
  },
];
