/**
 * The rules on words that keep a report from 定稿 or date it: six sections, problems told, title,
 * period, signature. Few and cheap, they are judged with the figures; the others wait for
 * `check-all.ts`.
 */
import { AGENCY_TYPES } from '../../formats/agency.ts';
import { cellsOf, isEntered } from '../../formats/cells.ts';
import type { Section } from '../../formats/format.ts';
import type { Severity } from '../../formats/rule.ts';
import { agencyName, standardTitle, titleOf } from '../../report/raw-report.ts';
import { type Report, valueAt } from '../../report/report.ts';
import { dayOf, readDay, writtenDay } from '../dates.ts';
import { BASICS, type ReportStage } from '../finding.ts';
import type { Found, NamedRule, WordContext } from '../named-rule.ts';
import { type FieldText, placeIn, sectionText } from '../text/report-text.ts';

/** 2019: the notice only encouraged the format, so a missing part is a reminder at most. */
function gapSeverity({ raw, format }: Report, stage: ReportStage): Severity {
  if (format.encouragedOnly?.includes(raw.year)) return 'reminder';
  return stage === 'drafting' ? 'unfilled' : 'error';
}

function isSectionBlank(report: Report, section: Section): boolean {
  if (section.kind === 'narrative') return (report.raw.narrative[section.id] ?? '').trim() === '';
  return cellsOf(report.format)
    .filter((cell) => cell.section.id === section.id)
    .every((cell) =>
      isEntered(cell)
        ? valueAt(report, cell.address).state === 'blank'
        : (report.raw.stated[cell.address] ?? '').trim() === '',
    );
}

function everySectionPresent({ report, stage }: WordContext): readonly Found[] {
  return report.format.sections
    .filter((section) => section.kind === 'narrative' || stage === 'finished')
    .filter((section) => isSectionBlank(report, section))
    .map((section) => ({
      section: section.id,
      ...(section.kind === 'narrative' ? { field: `narrative.${section.id}` as const } : {}),
      severity: gapSeverity(report, stage),
      problem: `“${section.heading}”没有内容`,
    }));
}

const SHORTEST_PROBLEMS = 10;
const NOTHING = /^(?:无|没有|暂无|不存在)(?:问题)?[。.]?$/;

function problemsToldInWords({ text }: WordContext): readonly Found[] {
  const problems = sectionText(text, 'problems');
  const words = problems?.raw.replace(/\s/g, '') ?? '';
  if (!problems || (words.length >= SHORTEST_PROBLEMS && !NOTHING.test(words))) return [];
  return [
    {
      section: problems.section,
      field: problems.field,
      problem: `${problems.name}只写了“${words}”`,
      numbers: [{ label: '文中', value: words }],
    },
  ];
}

function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

function titleNamesBodyAndYear({ report: { raw } }: WordContext): readonly Found[] {
  const name = agencyName(raw);
  if (!name) {
    return [
      {
        section: BASICS,
        field: 'agency.name',
        severity: 'unfilled',
        problem: '没有填写机关名称',
        advice: '填写机关全称。',
      },
    ];
  }
  const expected = standardTitle(name, raw.year);
  const yearFirst = `${raw.year}年${name}政府信息公开工作年度报告`;
  const written = comparable(titleOf(raw)).replace(`${raw.year}年度`, `${raw.year}年`);
  if ([expected, yearFirst].some((title) => comparable(title) === written)) return [];
  return [
    {
      section: BASICS,
      field: 'title',
      problem: `标题是“${titleOf(raw)}”，应为“${expected}”`,
      numbers: [{ label: '标题', value: titleOf(raw) }],
      fix: { label: '改为规范标题', change: { kind: 'field', field: 'title', text: '' } },
    },
  ];
}

const CLAUSE = /[^。；\n]+/g;
const ON_THE_PERIOD = /统计期限|统计时限|统计时间|统计周期|数据期限/;
const PERIOD =
  /(\d{4})年(\d{1,2})月(\d{1,2})日(?:起)?(?:至|到|—+|-+|~)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/;

interface Period {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

function statedPeriods({ text }: FieldText): readonly Period[] {
  return [...text.matchAll(CLAUSE)].flatMap((clause) => {
    const match = ON_THE_PERIOD.test(clause[0]) ? PERIOD.exec(clause[0]) : null;
    if (!match) return [];
    const [from, month, day, to, endMonth, endDay] = match.slice(1).map(Number);
    const at = (clause.index ?? 0) + match.index;
    return [
      {
        text: `${from}-${month}-${day}/${to || from}-${endMonth}-${endDay}`,
        at,
        end: at + match[0].length,
      },
    ];
  });
}

function periodIsReportYear({ report: { raw }, text }: WordContext): readonly Found[] {
  const expected = `${raw.year}-1-1/${raw.year}-12-31`;
  return text.fields.flatMap((field) =>
    statedPeriods(field)
      .filter((period) => period.text !== expected)
      .slice(0, 1)
      .map((period) => ({
        section: field.section,
        field: field.field,
        places: [placeIn(field, period.at, period.end)],
        problem: `统计期限写的是 ${period.text.replace('/', ' 至 ')}`,
        advice: `应为${raw.year}年1月1日至${raw.year}年12月31日。`,
        numbers: [{ label: '统计期限', value: period.text }],
      })),
  );
}

function signedInTime({ report: { raw } }: WordContext): readonly Found[] {
  const written = raw.signature.date.trim();
  if (!written) return [];
  const signed = readDay(written);
  if (!signed) {
    return [
      {
        section: BASICS,
        field: 'signature.date',
        problem: `落款日期“${written}”不是完整的日期`,
        advice: '写成年月日，如 2026年1月20日。',
        numbers: [{ label: '落款日期', value: written }],
      },
    ];
  }
  const deadline = dayOf(raw.year + 1, AGENCY_TYPES[raw.agency.type].deadline);
  if (signed <= deadline) return [];
  return [
    {
      section: BASICS,
      field: 'signature.date',
      problem: `落款日期 ${writtenDay(signed)}，晚于公布时限 ${writtenDay(deadline)}`,
      numbers: [
        { label: '落款日期', value: signed },
        { label: '公布时限', value: deadline },
      ],
    },
  ];
}

function signedAfterYearEnd({ report: { raw } }: WordContext): readonly Found[] {
  const signed = readDay(raw.signature.date);
  if (!signed || signed >= `${raw.year + 1}-01-01`) return [];
  return [
    {
      section: BASICS,
      field: 'signature.date',
      problem: `落款日期 ${writtenDay(signed)}，早于${raw.year}年年底，统计期限还没有结束`,
      numbers: [{ label: '落款日期', value: signed }],
    },
  ];
}

/** Rules on what every report must have: its sections, title, signature and dates. */
export const BASIC_RULES: readonly NamedRule<WordContext>[] = [
  {
    id: 'F-01',
    severity: 'error',
    title: '六个部分齐全',
    advice: '年报六个部分都要有；没有事项的，写明“无”。',
    source: '统计格式',
    judge: everySectionPresent,
  },
  {
    id: 'F-09',
    severity: 'error',
    title: '第五部分写明问题和改进情况',
    advice: '写明具体问题和改进措施。',
    source: '条例第五十条',
    judge: problemsToldInWords,
  },
  {
    id: 'F-16',
    severity: 'error',
    title: '标题写机关全称和报告年度',
    advice: '标题写机关全称和报告年度。',
    source: '通行写法',
    judge: titleNamesBodyAndYear,
  },
  {
    id: 'F-18',
    severity: 'error',
    title: '统计期限是报告年度的1月1日至12月31日',
    advice: '改为报告年度的1月1日至12月31日。',
    source: '年度报告的统计期限',
    judge: periodIsReportYear,
  },
  {
    id: 'F-20',
    severity: 'reminder',
    title: '落款日期不晚于公布时限',
    advice: '核对日期；确已逾期的，尽快公布并说明原因。',
    source: '条例第四十九条',
    explanations: ['按主管部门统一安排的时间公布。'],
    judge: signedInTime,
  },
  {
    id: 'F-21',
    severity: 'reminder',
    title: '落款日期在报告年度结束之后',
    advice: '核对落款日期和各项数据的截止时间。',
    source: '统计期限推得',
    judge: signedAfterYearEnd,
  },
];
