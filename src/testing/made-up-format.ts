/**
 * A format nobody has issued: two tables, labels and sums of its own. Proves that everything beyond
 * `formats/` is derived: a test fills, checks, prints, writes and re-reads it.
 */
import type { Format } from '../formats/format.ts';

export const MADE_UP_FORMAT: Format = {
  id: '2090',
  name: '2090年格式',
  notice: { title: '关于试用新格式的通知', number: '试〔2090〕1号', date: '2090-10-01' },
  years: { from: 2090 },
  sections: [
    {
      kind: 'table',
      id: 'visits',
      heading: '一、接待情况',
      table: {
        id: 'visits',
        caption: '接待情况',
        print: 'grid',
        widths: [2, 1, 1, 1],
        blocks: [
          {
            corner: '方式',
            columns: [
              {
                label: '人数',
                columns: [
                  { id: 'adults', label: '成人' },
                  { id: 'minors', label: '未成年人' },
                ],
              },
              { id: 'all', label: '合计', sumOf: ['adults', 'minors'] },
            ],
            rows: [
              { id: 'hall', label: '大厅', short: '大厅' },
              { id: 'phone', label: '电话', short: '电话' },
              { id: 'both', label: '总数', short: '总数', sumOf: ['hall', 'phone'] },
              { id: 'answered', label: '已答复', short: '已答复' },
              { id: 'waiting', label: '待答复', short: '待答复' },
            ],
          },
        ],
      },
    },
    {
      kind: 'table',
      id: 'costs',
      heading: '二、经费',
      table: {
        id: 'costs',
        caption: '经费',
        print: 'strip',
        widths: [1, 1],
        blocks: [
          {
            corner: '',
            columns: [
              { id: 'planned', label: '预算', kind: 'amount', unit: '万元' },
              { id: 'spent', label: '支出', kind: 'amount', unit: '万元' },
            ],
            rows: [{ id: 'year', label: '全年' }],
          },
        ],
      },
    },
    { kind: 'narrative', id: 'words', heading: '三、说明', asks: ['写明情况。'], scaffolds: [] },
  ],
  rules: [
    {
      id: 'M-01',
      kind: 'balance',
      severity: 'error',
      title: '总数等于已答复加待答复',
      at: { table: 'visits', along: 'column' },
      left: ['both'],
      right: ['answered', 'waiting'],
      advice: '核对待答复。',
      source: '试用',
    },
    {
      id: 'M-02',
      kind: 'comparison',
      severity: 'reminder',
      title: '支出不超过预算',
      at: { table: 'costs', along: 'row' },
      holds: { left: ['spent'], relation: '≤', right: ['planned'] },
      advice: '核对支出。',
      source: '试用',
    },
    {
      id: 'M-03',
      kind: 'statedTotal',
      severity: 'error',
      title: '合计等于各项之和',
      cells: { table: 'visits' },
      advice: '核对合计。',
      source: '试用',
    },
  ],
};
