/**
 * N-01 … N-12: figures that 总体情况 states against the cells that count the same. A stated figure is
 * wrong only where none of its readings fits; whole-area figures of a body that reports on itself,
 * and the body's own figures in a report on an area, are compared with nothing.
 */
import { AGENCY_TYPES } from '../../formats/agency.ts';
import type { Severity } from '../../formats/rule.ts';
import type { Found, TextContext, TextRule } from '../named-rule.ts';
import { type FigureReading, readingsOf } from '../text/readings.ts';
import type { Meaning, StatedFigure } from '../text/stated-figures.ts';

/** A government, or a committee that runs a zone, reports on all bodies below it. */
function reportsOnArea({ raw }: TextContext['report']): boolean {
  const { type, name } = raw.agency;
  return AGENCY_TYPES[type].government || /管委会|管理委员会/.test(name);
}

interface Compared {
  readonly figure: StatedFigure;
  readonly readings: readonly FigureReading[];
  readonly fits: boolean;
}

function isInScope({ report }: TextContext, { scope }: StatedFigure): boolean {
  if (scope === 'plain') return true;
  return scope === (reportsOnArea(report) ? 'area' : 'own');
}

function comparedFigures(context: TextContext): readonly Compared[] {
  return context.figures
    .filter((figure) => isInScope(context, figure))
    .map((figure) => {
      const readings = readingsOf(context.report, figure, context.stage);
      return { figure, readings, fits: readings.some(({ value }) => value.eq(figure.value)) };
    })
    .filter(({ readings }) => readings.length > 0);
}

/** Several figures on a whole area of which none fits are counted in another way, not mistaken. */
function isCountedOtherwise(all: readonly Compared[], { figure }: Compared): boolean {
  if (figure.scope !== 'area') return false;
  const alike = all.filter((other) => other.figure.scope === 'area');
  return alike.length > 1 && alike.every(({ fits }) => !fits);
}

function readingsText(readings: readonly FigureReading[]): string {
  const [first, ...others] = readings;
  const sums = others.map(({ value }) => value.toFixed());
  const different = [...new Set(sums)].filter((sum) => sum !== first?.value.toFixed());
  const also = different.length > 0 ? `（含结转或按办结计为 ${different.join('、')}）` : '';
  return `${first?.label} ${first?.value.toFixed()}${also}`;
}

function mismatch({ figure, readings }: Compared): Found {
  const [first] = readings;
  const table = first?.label ?? '';
  return {
    key: `${figure.meaning} ${figure.dispute ?? ''} ${figure.place.field}`,
    section: 'overview',
    field: figure.place.field,
    places: [figure.place],
    cells: first?.cells ?? [],
    problem: `文中写“${figure.quote}”，表中${readingsText(readings)}，不一致`,
    numbers: [
      { label: '文中', value: figure.value.toFixed() },
      ...readings.map(({ value }) => ({ label: table, value: value.toFixed() })),
    ],
  };
}

function mismatches(meanings: readonly Meaning[]): (context: TextContext) => readonly Found[] {
  return (context) => {
    const compared = comparedFigures(context);
    const keys = new Map<string, number>();
    return compared
      .filter((one) => meanings.includes(one.figure.meaning) && !one.fits)
      .filter((one) => !isCountedOtherwise(compared, one))
      .map(mismatch)
      .map((found) => {
        const times = (keys.get(found.key ?? '') ?? 0) + 1;
        keys.set(found.key ?? '', times);
        return { ...found, key: `${found.key} ${times}` };
      });
  };
}

const ADVICE = '核对文字和表格，改正错的一处；口径不同的写明口径。';
const SCOPE_EXPLANATION = '文中数字与表格口径不同，已在文中写明。';

function figureRule(
  id: string,
  severity: Severity,
  title: string,
  meanings: readonly Meaning[],
  explanations: readonly string[] = [SCOPE_EXPLANATION],
): TextRule {
  return {
    id,
    severity,
    title,
    advice: ADVICE,
    source: '文字与表格应当一致',
    explanations,
    judge: mismatches(meanings),
  };
}

/** Each keyed by its rule as findings are. */
export const FIGURE_RULES: readonly TextRule[] = [
  figureRule('N-01', 'reminder', '文中收到、受理的申请件数与表三一致', ['received', 'handled']),
  figureRule('N-02', 'reminder', '文中上年结转的件数与表三一致', ['carriedIn']),
  figureRule('N-03', 'reminder', '文中办结、答复的件数与表三（七）总计一致', ['concluded']),
  figureRule('N-04', 'reminder', '文中结转下年的件数与表三一致', ['carriedOut']),
  figureRule('N-05', 'reminder', '文中各类申请人的件数与表三一致', [
    'naturalPerson',
    'legalPerson',
    'enterprise',
    'research',
    'socialOrganization',
    'legalService',
  ]),
  figureRule('N-06', 'reminder', '文中各种办理结果的件数与表三一致', [
    'granted',
    'partlyGranted',
    'grantedOrPartly',
    'denied',
    'unavailable',
    'notProcessed',
    'otherOutcome',
  ]),
  figureRule(
    'N-10',
    'hint',
    '文中行政复议、行政诉讼的件数与表四一致',
    ['review', 'litigation', 'disputeUpheld', 'disputeCorrected', 'disputeOther', 'disputePending'],
    ['文中是本年新发生的案件，表四含往年未审结的案件。'],
  ),
  figureRule('N-11', 'reminder', '文中规范性文件的件数与表二一致', [
    'papersIssued',
    'papersRepealed',
    'papersEffective',
  ]),
  figureRule(
    'N-12',
    'hint',
    '文中规章的件数与表二一致',
    ['rulesIssued', 'rulesRepealed', 'rulesEffective'],
    ['文中含修改的规章，修改不计入本年制发。'],
  ),
];
