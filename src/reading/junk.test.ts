import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { cellsOf, isEntered } from '../formats/cells.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { inTimeLater } from '../testing/fuzzing.ts';
import { LAYOUTS, withTotals } from './layouts.fixture.ts';
import { readAny } from './read-any.ts';
import { LARGEST_SOURCE } from './read-failure.ts';
import { wordFile } from './readers/office-files.fixture.ts';

const FIGURES = withTotals(
  FORMAT_2021,
  Object.fromEntries(
    cellsOf(FORMAT_2021)
      .filter(isEntered)
      .map(({ address }, at) => [address, String(at % 7)]),
  ),
);

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const result = await readAny({ name, bytes }, NODE_TOOLS);
  return result.ok ? '' : result.failure.problem;
}

const HOLIDAY =
  '关于2025年国庆节放假的通知\n各科室：\n根据国务院办公厅通知精神，现将放假安排通知如下。10月1日至8日放假调休，共8天。';
const BUDGET =
  '甲县教育局2024年部门预算公开\n目录\n一、部门概况\n二、收支预算总表\n收入 支出\n一般公共预算 1200.5 1200.5\n三、政府采购情况说明\n政府采购预算总额 35 万元。';
const NOTICE =
  '关于做好2024年政府信息公开工作年度报告编制工作的通知\n各镇街、各部门：请于1月20日前报送。\n甲县政务公开领导小组办公室';

describe('a file that is no report', () => {
  it.each([
    ['a holiday notice', 'a.txt', strToU8(HOLIDAY), '没有找到'],
    ['a budget report', 'a.txt', strToU8(BUDGET), '没有找到'],
    ['a notice about annual reports', 'a.txt', strToU8(NOTICE), '没有找到'],
    ['an empty file', 'a.txt', new Uint8Array(), '空文件'],
    ['a picture', 'a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), '图片'],
    ['an old Word file', 'a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), '旧版 Office'],
    ['a broken PDF', 'a.pdf', strToU8('%PDF-1.7 nothing'), 'PDF'],
    ['a broken zip', 'a.docx', strToU8('PK\u0003\u0004word/document.xml'), '损坏'],
    ['a zip of something else', 'a.zip', zipSync({ 'a.txt': strToU8('x') }), '压缩包'],
    ['a Word file without words', 'a.docx', wordFile(''), '没有找到'],
    [
      'random bytes',
      'a.bin',
      Uint8Array.from({ length: 4000 }, (_, at) => ((at * 7919) % 251) & 0x1f),
      '格式读不了',
    ],
  ])('is told in one sentence: %s', async (_, name, bytes, problem) => {
    expect(await refusal(name, bytes)).toContain(problem);
  });

  it('is refused before it is read when it is larger than 50 MB', async () => {
    expect(await refusal('a.xlsx', new Uint8Array(LARGEST_SOURCE + 1))).toContain('50 MB');
  });

  it('is refused unopened when it would unpack to hundreds of megabytes', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(130 * 1024 * 1024) }, { level: 1 });
    expect(await inTimeLater(() => refusal('a.docx', bomb))).toContain('太大');
  }, 20_000);
});

const WORDS = fc.constantFrom(
  '第二十条第（一）项',
  '信息内容',
  '本年制发件数',
  '规章',
  '行政许可',
  '（本列数据的勾稽关系为',
  '一、本年新收政府信息公开申请数量',
  '3.其他',
  '（七）总计',
  '四、结转下年度继续办理',
  '行政复议',
  '未经复议直接起诉',
  '复议后起诉',
  '结果维持',
  '一、总体情况',
  '。',
  '\n',
  '\t',
  '|',
  ' ',
  '0',
  '12',
  '-3',
  '/',
  '000000000',
  '1,2,3',
  '(',
  '）',
  '甲局2024年政府信息公开工作年度报告',
);

describe('any text', () => {
  it('is read or refused, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(WORDS, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 120 }),
        async (parts) => {
          const bytes = strToU8(parts.join(''));
          expect(await readAny({ name: 'a.txt', bytes }, NODE_TOOLS)).toHaveProperty('ok');
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it.each(LAYOUTS)(
    'is read or refused when a report is damaged: $name',
    async ({ file, print }) => {
      const whole = print(FORMAT_2021, FIGURES);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 40 }),
          fc.nat(),
          async (hits, cut) => {
            const bytes = whole.slice(0, whole.length - (cut % Math.max(1, whole.length >> 1)));
            for (const [at, byte] of hits) bytes[at % bytes.length] = byte;
            expect(await readAny({ name: file, bytes }, NODE_TOOLS)).toHaveProperty('ok');
          },
        ),
        { numRuns: 12 },
      );
    },
    60_000,
  );

  it.each([
    ['digits', '行政许可'.repeat(3) + '1234567890'.repeat(3000)],
    ['blanks', `信息内容${' '.repeat(300_000)}规章`],
    ['line ends', `信息内容${'\n'.repeat(300_000)}规章`],
    ['pipes', `信息内容${'|'.repeat(100_000)}规章`],
    ['labels', `勾稽关系${'1.属于国家秘密0000000'.repeat(3000)}`],
    ['open brackets', `勾稽关系${'（'.repeat(50_000)}`],
    ['nested elements', `${'<div>'.repeat(3000)}信息内容${'</div>'.repeat(3000)}`],
    ['ruled lines', `${'| --- '.repeat(20_000)}`],
  ])(
    'is settled within a second, whatever it repeats: %s',
    async (_, text) => {
      await inTimeLater(() => readAny({ name: 'a.txt', bytes: strToU8(text) }, NODE_TOOLS));
    },
    30_000,
  );
});
