/** Tables as text taken from a PDF has them: labels broken round their figures or torn from them. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NODE_TOOLS } from '../../cli/node-tools.ts';
import { readAny } from '../read-any.ts';

const PAPER = '甲县教育局2023年政府信息公开工作年度报告';

/** What was read of a row, blanks and uncertain cells as ''; undefined for a row never seen. */
async function rowsOf(table: string, text: string) {
  const result = await readAny({ name: 'a.txt', bytes: strToU8(`${PAPER}\n${text}`) }, NODE_TOOLS);
  if (!result.ok) throw new Error(result.failure.problem);
  const rows: Record<string, string> = {};
  for (const [address, { text: figure, certainty }] of Object.entries(result.value.cells)) {
    const [own, row = ''] = address.split('/');
    if (own !== table) continue;
    const shown = certainty === 'uncertain' ? '?' : figure;
    rows[row] = rows[row] === undefined ? shown : `${rows[row]} ${shown}`;
  }
  return rows;
}

const REQUESTS =
  '三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况';
const PROACTIVE =
  '二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 7 8 9\n第二十条第（五）项\n信息内容 本年处理决定数量';

function column(...figures: readonly number[]): string {
  return figures.join('\n\n');
}

describe('a label broken round its figures', () => {
  it('speaks for the figures between its halves, whatever a group label puts there', async () => {
    const rows = await rowsOf(
      'requests',
      `${REQUESTS}\n\n（三）\n   4.保护第三\n        1 0 0 0 0 0 1\n不\n   方合法权益\n予公开\n   5.属于三类\n        2 0 0 0 0 0 2\n   内部事务信息`,
    );
    expect(rows['denied.thirdPartyRights']).toBe('1 0 0 0 0 0 1');
    expect(rows['denied.internalAffairs']).toBe('2 0 0 0 0 0 2');
  });

  it('speaks for no page number between its halves', async () => {
    const rows = await rowsOf('proactive', `${PROACTIVE}\n行政\n3\n许可\n2418\n行政处罚 7`);
    expect(rows.licensing ?? '').not.toMatch(/\d/);
    expect(rows.penalties).toBe('7');
  });
});

describe('figures printed one a line', () => {
  it('are not the second label’s where two labels stand before the figures of both', async () => {
    const torn = `${REQUESTS}\n（一）予以公开\n（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n\n`;
    const both = column(33, 0, 0, 0, 0, 0, 33, 38, 0, 0, 0, 0, 0, 38);
    const rows = await rowsOf(
      'requests',
      `${torn}${both}\n\n1.属于国家秘密\n\n${column(0, 0, 0, 0, 0, 0, 0)}`,
    );
    expect(rows.partlyGranted).not.toContain('33');
    const one = column(33, 0, 0, 0, 0, 0, 33);
    const lost = await rowsOf(
      'requests',
      `${torn}${one}\n\n1.属于国家秘密\n\n${column(0, 0, 0, 0, 0, 0, 0)}`,
    );
    expect(lost.partlyGranted ?? '').not.toContain('33');
  });

  it('are given to no row where they may stand column by column', async () => {
    const rows = await rowsOf(
      'proactive',
      `二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章\n行政规范性文件\n\n${column(1, 4, 2, 5, 3, 6)}`,
    );
    expect(Object.values(rows).join(' ')).not.toMatch(/\d/);
  });
});

describe('column heads broken over lines', () => {
  const row = '一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21';

  it('are known by their pieces', async () => {
    const heads =
      '自然人 法人或其他组织 总计\n社会\n科研 法律服务\n商业企业 公益 其他\n机构 机构\n组织';
    const rows = await rowsOf('requests', `${REQUESTS}\n${heads}\n${row}`);
    expect(rows.received).toBe('1 2 3 4 5 6 21');
  });

  it('are refused where the pieces stand in another order than the form’s', async () => {
    const heads = '自然人 法人或其他组织 总计\n法律服务 科研\n商业企业 公益 其他\n机构 机构\n组织';
    const rows = await rowsOf('requests', `${PROACTIVE}\n${REQUESTS}\n${heads}\n${row}`);
    expect(rows.received ?? '').not.toMatch(/\d/);
  });
});
