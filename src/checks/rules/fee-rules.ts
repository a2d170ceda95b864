/**
 * What the words say of 信息处理费 and of 行政事业性收费, against the cells and the section that must
 * tell it.
 */

import type Big from 'big.js';
import { addressOf } from '../../formats/cells.ts';
import { builtPattern, forAllMatches } from '../../report/built-pattern.ts';
import type { Found, TextContext, TextRule } from '../named-rule.ts';
import { NUMERAL, readNumeral } from '../text/numerals.ts';
import { placeIn, sectionText } from '../text/report-text.ts';
import { figureFor, sumOf, total } from './counted.ts';
import { firstOf, isOnlyEncouraged, type Phrase, phraseFinding, phrasesIn } from './statement.ts';

const FEE = /信息处理费|处理费|公开收费|收取费用|收费/;
const NO_FEE =
  /(?:未|没有|无|不存在|未发生|未产生)[^，。；\d]{0,14}(?:收取|收费|处理费)|(?:收取|处理费)[^，。；\d]{0,12}(?:0|零)元/g;

function feeSentenceMissing({ report, text }: TextContext): readonly Found[] {
  const other = sectionText(text, 'other');
  // What is too long to be read may say it.
  if (!other || text.unread.length > 0) return [];
  if (text.fields.some((field) => FEE.test(field.text) && field.section !== 'basics')) return [];
  return [
    {
      section: 'other',
      field: other.field,
      problem: `${other.name}没有写收取信息处理费的情况`,
      ...(isOnlyEncouraged(report) ? { severity: 'hint' as const } : {}),
    },
  ];
}

const FEE_UNPAID = total('otherOutcome.feeUnpaid');

function unpaidButNoFee(context: TextContext): readonly Found[] {
  const unpaid = sumOf(context, [FEE_UNPAID]);
  if (unpaid.eq(0)) return [];
  return firstOf(
    phrasesIn(context, ['other'], NO_FEE).map((phrase) =>
      phraseFinding(
        phrase,
        `表三逾期未缴费有 ${unpaid.toFixed()} 件，文中却写“${phrase.text}”`,
        [FEE_UNPAID],
        [
          { label: '逾期未缴费', value: unpaid.toFixed() },
          { label: '文中', value: phrase.text },
        ],
      ),
    ),
  );
}

const NOTHING_ELSE =
  /^(?:本(?:年度|机关|单位))?(?:暂)?(?:无|没有)(?:其他(?:需要)?报告的?事项|其他事项)?[。.]?$/;

function nothingElseButUnpaid(context: TextContext): readonly Found[] {
  const other = sectionText(context.text, 'other');
  const unpaid = sumOf(context, [FEE_UNPAID]);
  if (!other || unpaid.eq(0) || !NOTHING_ELSE.test(other.text)) return [];
  return [
    {
      section: 'other',
      field: other.field,
      places: [placeIn(other, 0, other.text.length)],
      cells: [FEE_UNPAID],
      problem: `${other.name}只写“${other.raw.trim()}”，表三逾期未缴费却有 ${unpaid.toFixed()} 件`,
      numbers: [{ label: '逾期未缴费', value: unpaid.toFixed() }],
    },
  ];
}

const COLLECTED = builtPattern(
  `(?:收取|收到|收缴|实收)[^，。；\\d]{0,24}?信息处理费[^，。；\\d]{0,10}?(${NUMERAL})(万?)元`,
);
const FEES = addressOf('proactive', 'fees', 'amount');

/** The 信息处理费 a report says it collected, in 元. */
function collectedFees(context: TextContext): readonly { phrase: Phrase; yuan: Big }[] {
  return phrasesIn(context, ['other', 'overview'], forAllMatches(COLLECTED)).flatMap((phrase) => {
    const match = COLLECTED.exec(phrase.text);
    const value = match?.[1] && readNumeral(match[1]);
    return value ? [{ phrase, yuan: match?.[2] ? value.times(10_000) : value }] : [];
  });
}

function feesBelowCollected(context: TextContext): readonly Found[] {
  const charged = figureFor(context.report, FEES, context.stage);
  if (!charged) return [];
  return firstOf(
    collectedFees(context)
      .filter(({ yuan }) => charged.times(10_000).lt(yuan))
      .map(({ phrase, yuan }) =>
        phraseFinding(
          phrase,
          `文中收取信息处理费 ${yuan.toFixed()} 元，表二行政事业性收费只有 ${charged.toFixed()} 万元`,
          [FEES],
          [
            { label: '文中', value: yuan.toFixed() },
            { label: '行政事业性收费', value: charged.toFixed() },
          ],
        ),
      ),
  );
}

const CHARGED = builtPattern(
  `行政事业性收费(?!信息|目录|项目|事项|标准)[^，。；\\d]{0,10}?(${NUMERAL})(万?)元`,
);

function chargedInWords(context: TextContext): readonly Found[] {
  const charged = figureFor(context.report, FEES, context.stage);
  if (!charged) return [];
  return firstOf(
    phrasesIn(context, ['overview', 'other'], forAllMatches(CHARGED)).flatMap((phrase) => {
      const match = CHARGED.exec(phrase.text);
      const value = match?.[1] && readNumeral(match[1]);
      const yuan = value && (match?.[2] ? value.times(10_000) : value);
      if (!yuan || yuan.eq(charged.times(10_000))) return [];
      return [
        phraseFinding(
          phrase,
          `文中写“${phrase.text}”，表二是 ${charged.toFixed()} 万元`,
          [FEES],
          [
            { label: '文中', value: yuan.toFixed() },
            { label: '行政事业性收费', value: charged.toFixed() },
          ],
        ),
      ];
    }),
  );
}

const TEXT_SOURCE = '文字与表格应当一致';

/** Rules on what the text says of 信息处理费 and 行政事业性收费, beside the tables. */
export const FEE_RULES: readonly TextRule[] = [
  {
    id: 'T2-10',
    severity: 'reminder',
    title: '表二行政事业性收费不少于文中收取的信息处理费',
    advice: '信息处理费属于行政事业性收费，以万元计入表二。',
    source: '信息处理费管理的地方规定；表二所印单位',
    formats: ['2021'],
    explanations: ['信息处理费由财政部门统一收取，计入财政部门的报告。'],
    judge: feesBelowCollected,
  },
  {
    id: 'T3-14',
    severity: 'reminder',
    title: '有逾期未缴费，第六部分就要写发出收费通知的情况',
    advice: '写明发出收费通知的件数、金额和实际收取的金额。',
    source: '表三各行含义推得',
    formats: ['2021'],
    explanations: ['已发出收费通知，申请人逾期未缴费，没有实际收取。'],
    judge: unpaidButNoFee,
  },
  {
    id: 'N-17',
    severity: 'reminder',
    title: '文中行政事业性收费金额与表二一致',
    advice: '核对金额和单位。',
    source: TEXT_SOURCE,
    formats: ['2021'],
    judge: chargedInWords,
  },
  {
    id: 'N-18',
    severity: 'reminder',
    title: '第六部分写明信息处理费收取情况',
    advice: '写明发出收费通知的件数和金额、实际收取的金额；没有收取的写“未收取信息处理费”。',
    source: '各地通行写法',
    formats: ['2021'],
    judge: feeSentenceMissing,
  },
  {
    id: 'F-13',
    severity: 'reminder',
    title: '有逾期未缴费，第六部分不能只写“无”',
    advice: '写明发出收费通知的件数、金额和实际收取的金额。',
    source: '表三各行含义推得',
    formats: ['2021'],
    silences: ['N-18', 'T3-14'],
    judge: nothingElseButUnpaid,
  },
];
