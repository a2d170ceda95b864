/**
 * What the words claim without giving a figure: nothing was received, no case arose, all was upheld,
 * everything is answered, no fee was charged – against the cells that say otherwise. And what the
 * words leave out or break off: the count of applications, the fee sentence, a missing number.
 */

import { addressOf, type CellAddress, cellAt } from '../../formats/cells.ts';
import { builtPattern, forAllMatches } from '../../report/built-pattern.ts';
import type { Report } from '../../report/report.ts';
import type { Found, TextContext, TextRule } from '../named-rule.ts';
import { NUMERAL, readNumeral } from '../text/numerals.ts';
import { findAll, headingsOf, placeIn, sectionText } from '../text/report-text.ts';
import { dispute, figureFor, LITIGATION, sumOf, total } from './counted.ts';
import { quoted, unitsWithoutNumber } from './open-fields.ts';
import { firstOf, isOnlyEncouraged, phraseFinding, phrasesIn } from './statement.ts';

const NOTHING_RECEIVED =
  /(?:未|没有|无)(?:收到|接到|受理|接收|新收|人|公民)[^，。；：、\d]{0,18}申请(?!人)(?:公开)?/g;
const OTHER_APPLICATIONS = /复议|诉讼|更正|减免|投诉|举报|许可|延期|不予|第三方/;
const SOME_ONLY = /部分|个别|有的|\d个|其余|其他单位|季度|上半年|下半年/;

function nothingReceived(context: TextContext): readonly Found[] {
  const received = sumOf(context, [total('received')]);
  if (received.eq(0)) return [];
  const phrases = phrasesIn(context, ['overview'], NOTHING_RECEIVED).filter(
    ({ text, sentence }) => !OTHER_APPLICATIONS.test(text) && !SOME_ONLY.test(sentence.text),
  );
  return firstOf(
    phrases.map((phrase) =>
      phraseFinding(
        phrase,
        `文中写“${phrase.text}”，表三本年新收却有 ${received.toFixed()} 件`,
        [total('received')],
        [
          { label: '文中', value: phrase.text },
          { label: '本年新收', value: received.toFixed() },
        ],
      ),
    ),
  );
}

const NO_DISPUTE =
  /(?:未|没有|无)(?:发生|产生|出现|收到|引发|引起|涉及|因)?[^，。；：\d]{0,24}?(?:行政)?(?:复议|诉讼)(?:[^，。；：\d]{0,10}(?:复议|诉讼))?/g;
const JUDGED =
  /败诉|纠错|纠正|撤销|未经|无需|维持|违法|变更|不服|无正当|未尽|责令|被确认|应诉.{0,4}未/;

function noDispute(context: TextContext): readonly Found[] {
  const phrases = phrasesIn(context, ['overview'], NO_DISPUTE).filter(
    ({ text, sentence, at }) =>
      !JUDGED.test(sentence.text.slice(at - sentence.start, at - sentence.start + text.length + 8)),
  );
  const found = phrases.flatMap((phrase) => {
    const rows = [
      ...(/复议/.test(phrase.text) ? ['review'] : []),
      ...(/诉讼/.test(phrase.text) ? LITIGATION : []),
    ];
    const cells = rows.map((row) => dispute(row)).filter((cell) => !sumOf(context, [cell]).eq(0));
    if (cells.length === 0) return [];
    const count = sumOf(context, cells).toFixed();
    return [
      phraseFinding(phrase, `文中写“${phrase.text}”，表四却有 ${count} 件`, cells, [
        { label: '文中', value: phrase.text },
        { label: '表四', value: count },
      ]),
    ];
  });
  return firstOf(found);
}

const ALL_UPHELD =
  /零败诉|零纠错|(?:均|全部|全)(?:获|被|予以|得到)?(?:维持|胜诉)|(?:无|未发生|没有)[^，。；\d]{0,8}(?:败诉|被纠错|纠错|被纠正|被撤销)/g;

function allUpheld(context: TextContext): readonly Found[] {
  const rows = ['review', ...LITIGATION];
  const phrases = phrasesIn(context, ['overview'], ALL_UPHELD).filter(({ sentence }) =>
    /复议|诉讼|信息公开/.test(sentence.text),
  );
  const found = phrases.flatMap((phrase) => {
    const against = /维持|胜诉/.test(phrase.text)
      ? ['corrected', 'otherResult', 'pending']
      : ['corrected'];
    const onlyCourt = /败诉|胜诉/.test(phrase.text);
    const cells = rows
      .filter((row) => !onlyCourt || row !== 'review')
      .flatMap((row) => against.map((column) => dispute(row, column)))
      .filter((cell) => !sumOf(context, [cell]).eq(0));
    if (cells.length === 0) return [];
    const count = sumOf(context, cells).toFixed();
    return [
      phraseFinding(phrase, `文中写“${phrase.text}”，表四却有 ${count} 件不是结果维持`, cells, [
        { label: '文中', value: phrase.text },
        { label: '表四', value: count },
      ]),
    ];
  });
  return firstOf(found);
}

const ALL_ANSWERED =
  /(?:办结率|答复率|办复率)(?:均|都)?(?:为|达|达到|保持)?100%|(?:申请|申请件)[^，。；\d]{0,4}(?:均已|全部|已全部|均)(?:按[^，。；\d]{0,6})?(?:办结|办理完成|办理完毕|答复完毕)/g;

function allAnswered(context: TextContext): readonly Found[] {
  const carried = sumOf(context, [total('carriedOut')]);
  if (carried.eq(0)) return [];
  const phrases = phrasesIn(context, ['overview'], ALL_ANSWERED).filter(
    ({ sentence, text, at }) =>
      /申请/.test(sentence.text) &&
      !/按时|按期|及时/.test(
        sentence.text.slice(Math.max(0, at - sentence.start - 4), at - sentence.start) + text,
      ),
  );
  return firstOf(
    phrases.map((phrase) =>
      phraseFinding(
        phrase,
        `文中写“${phrase.text}”，表三却有 ${carried.toFixed()} 件结转下年`,
        [total('carriedOut')],
        [
          { label: '文中', value: phrase.text },
          { label: '结转下年', value: carried.toFixed() },
        ],
      ),
    ),
  );
}

function deniedCells({ format }: Report): readonly CellAddress[] {
  const rows = [
    'stateSecret',
    'prohibitedByLaw',
    'securityAndStability',
    'thirdPartyRights',
    'internalAffairs',
    'processInformation',
    'enforcementFile',
    'inquiryMatter',
  ];
  return rows
    .map((row) => total(`denied.${row}`))
    .filter((address) => cellAt(format, address) !== undefined);
}

function refusedInWords(context: TextContext): readonly Found[] {
  const cells = deniedCells(context.report);
  const refused = context.figures.find(({ meaning, value }) => meaning === 'denied' && value.gt(0));
  if (!refused || !sumOf(context, cells).eq(0)) return [];
  return [
    {
      section: 'overview',
      field: refused.place.field,
      places: [refused.place],
      cells,
      problem: `文中写“${refused.quote}”，表三（三）不予公开各行却都是 0`,
      numbers: [{ label: '文中', value: refused.value.toFixed() }],
    },
  ];
}

const SHORTEST_OVERVIEW = 150;
const COUNTED_AFTER = builtPattern(`申请[^。；\\d]{0,14}${NUMERAL}(?:余|多)?[件条宗起份]`);
const COUNTED_BEFORE = builtPattern(`${NUMERAL}(?:余|多)?[件条宗起份][^。；\\d]{0,14}申请`);
const COUNTS_REQUESTS = new Set(['received', 'handled', 'concluded']);

function requestsUncounted(context: TextContext): readonly Found[] {
  const overview = sectionText(context.text, 'overview');
  if (!overview || overview.text.length < SHORTEST_OVERVIEW) return [];
  if (!/依申请|公开申请/.test(overview.text)) return [];
  const isCounted =
    context.figures.some(({ meaning }) => COUNTS_REQUESTS.has(meaning)) ||
    findAll(overview, NOTHING_RECEIVED).length > 0 ||
    COUNTED_AFTER.test(overview.text) ||
    COUNTED_BEFORE.test(overview.text) ||
    /未(?:收到|接到|产生|发生)[^，。；]{0,10}依申请/.test(overview.text);
  if (isCounted) return [];
  const heading = headingsOf(overview).find(({ text }) => /依申请/.test(text));
  return [
    {
      section: 'overview',
      field: overview.field,
      ...(heading
        ? { places: [placeIn(overview, heading.at, heading.at + heading.text.length)] }
        : {}),
      problem: '依申请公开部分没有写收到多少件申请',
      ...(isOnlyEncouraged(context.report) ? { severity: 'hint' as const } : {}),
    },
  ];
}

const MISSING_NUMBERS: readonly RegExp[] = [
  /(?<!公)(?:共|共计|累计|总计)(?:有)?[条件篇期份次起](?=[，。；、）])/,
  /(?:信息|资质|许可证|消息|新闻|动态|文章)[条篇](?=[，。；、）])/,
  /(?:全年|本年度?|共|总计|其中|自然人|组织|结转)[^，。；（）\d]{0,16}申请件(?=[，。；、）])/,
  /(?:规范性文件|规章)(?:共|共计|为)?件(?=[，。；、）])/,
  /(?:^|[，。；\n])(?:(?:本年|全年|目前)?(?:共)?(?:有)?)现行有效的?(?:行政)?规范性文件(?=。)/,
  /(?:收到|受理|办结|公开|发布|制发)(?:了)?(?:_{2,}|＿+|[xX×]+)(?=[件条篇份])/,
];

function missingNumber({ text }: TextContext): readonly Found[] {
  return text.fields
    .filter(({ section }) => section !== 'basics')
    .flatMap((field) => {
      const known = MISSING_NUMBERS.flatMap((pattern) => findAll(field, pattern));
      const [first] = known;
      const places = known.map(({ place }) => place);
      const units = unitsWithoutNumber(field).filter(
        ({ start, end }) => !places.some((one) => one.start < end && start < one.end),
      );
      if (!first && units.length === 0) return [];
      const around = first
        ? field.text.slice(Math.max(0, first.at - 6), first.at + first.text.length + 1)
        : quoted(field, units);
      return [
        {
          section: field.section,
          field: field.field,
          places: [...places, ...units],
          problem: `${field.name}中“${around.trim()}”缺数字`,
        },
      ];
    });
}

const PUBLISHED = builtPattern(
  `(?:公开|公示|发布|上网)[^，。；\\d]{0,10}?行政(许可|处罚|强制)[^，。；\\d]{0,8}?(${NUMERAL})[条件项]`,
);
const ALL_PUBLISHED = forAllMatches(PUBLISHED);
const DECISION_ROWS: Readonly<Record<string, string>> = {
  许可: 'licensing',
  处罚: 'penalties',
  强制: 'coercion',
};

function onlyPublishedCounted(context: TextContext): readonly Found[] {
  return phrasesIn(context, ['overview'], ALL_PUBLISHED).flatMap((phrase) => {
    const [, kind = '', numeral = ''] = PUBLISHED.exec(phrase.text) ?? [];
    const published = readNumeral(numeral);
    const cell = addressOf('proactive', DECISION_ROWS[kind] ?? '', 'decisions');
    const decisions = figureFor(context.report, cell, context.stage);
    if (!published || !decisions || published.eq(0) || !decisions.eq(published)) return [];
    const problem = `行政${kind}处理决定 ${decisions.toFixed()} 件，与文中公开的件数相同`;
    return [
      {
        ...phraseFinding(
          phrase,
          problem,
          [cell],
          [{ label: `行政${kind}`, value: decisions.toFixed() }],
        ),
        key: kind,
        section: 'proactive',
      },
    ];
  });
}

const LESSON = /复议|诉讼|败诉|纠错|纠正|答复质量|依申请|规范答复|法律|法治/;

function correctionWithoutLesson(context: TextContext): readonly Found[] {
  const problems = sectionText(context.text, 'problems');
  const cells = ['review', ...LITIGATION].map((row) => dispute(row, 'corrected'));
  const corrected = sumOf(context, cells);
  if (!problems || corrected.eq(0) || LESSON.test(problems.text)) return [];
  return [
    {
      section: 'problems',
      field: problems.field,
      cells: cells.filter((cell) => !sumOf(context, [cell]).eq(0)),
      problem: `表四结果纠正有 ${corrected.toFixed()} 件，${problems.name}没有写到依申请公开或复议诉讼方面的问题`,
      numbers: [{ label: '结果纠正', value: corrected.toFixed() }],
    },
  ];
}

const TEXT_SOURCE = '文字与表格应当一致';

/** Rules on what a text states of the tables in words. */
export const STATEMENT_RULES: readonly TextRule[] = [
  {
    id: 'T2-13',
    severity: 'hint',
    title: '处理决定数量是全部决定，不只是公开了的',
    advice: '核对是否只填了已公开的决定；依法不公开的也要计入。',
    source: '地方填报说明',
    explanations: ['本年作出的决定全部公开。'],
    judge: onlyPublishedCounted,
  },
  {
    id: 'T3-18',
    severity: 'reminder',
    title: '文中写有不予公开，表三不能全是 0',
    advice: '核对表三（三）不予公开各行。',
    source: TEXT_SOURCE,
    silences: ['N-06'],
    judge: refusedInWords,
  },
  {
    id: 'T4-09',
    severity: 'hint',
    title: '有被纠正的案件，第五部分应写到这方面的问题',
    advice: '补写被纠正的原因和改进措施。',
    source: '第五部分含义推得',
    judge: correctionWithoutLesson,
  },
  {
    id: 'T4-10',
    severity: 'reminder',
    title: '文中写全部维持或零败诉，与表四一致',
    advice: '核对表四的结果，或改写文字。',
    source: TEXT_SOURCE,
    explanations: ['文中指已审结的案件。'],
    judge: allUpheld,
  },
  {
    id: 'N-08',
    severity: 'reminder',
    title: '文中写未收到申请，表三新收就是 0',
    advice: '核对文字和表三本年新收。',
    source: TEXT_SOURCE,
    judge: nothingReceived,
  },
  {
    id: 'N-09',
    severity: 'reminder',
    title: '文中写没有复议诉讼，表四就是 0',
    advice: '核对文字和表四。',
    source: TEXT_SOURCE,
    explanations: ['文中指本年新发生的案件，表四含往年未审结的案件。'],
    judge: noDispute,
  },
  {
    id: 'N-14',
    severity: 'reminder',
    title: '依申请公开部分写明申请件数',
    advice: '补写本年新收、上年结转、办结和结转下年的件数；没有收到的写明未收到。',
    source: '第一部分含义推得',
    judge: requestsUncounted,
  },
  {
    id: 'N-16',
    severity: 'error',
    title: '该有数字的地方不缺数字',
    advice: '补上数字，或删去这句。',
    source: '实际年报中常见的缺漏',
    judge: missingNumber,
  },
  {
    id: 'N-19',
    severity: 'hint',
    title: '文中写全部办结，表三就没有结转下年',
    advice: '核对文字和结转下年的件数。',
    source: TEXT_SOURCE,
    explanations: ['结转的申请尚在法定期限内。'],
    judge: allAnswered,
  },
];
