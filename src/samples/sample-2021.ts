/**
 * The 2021 sample: a made-up body's whole report, balanced in every column and without a finding, to
 * show what a finished one looks like.
 */
import { cellsOf } from '../formats/cells.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import type { RawReport } from '../report/raw-report.ts';

/** Every entered cell that is not 0. */
const FIGURES: Readonly<Record<string, string>> = {
  'proactive/normativeDocuments/issued': '3',
  'proactive/normativeDocuments/repealed': '1',
  'proactive/normativeDocuments/effective': '14',
  'proactive/licensing/decisions': '126',
  'proactive/penalties/decisions': '9',
  'requests/received/naturalPerson': '21',
  'requests/received/enterprise': '6',
  'requests/received/legalService': '1',
  'requests/carriedIn/naturalPerson': '2',
  'requests/granted/naturalPerson': '12',
  'requests/granted/enterprise': '4',
  'requests/partlyGranted/naturalPerson': '3',
  'requests/partlyGranted/enterprise': '1',
  'requests/denied.thirdPartyRights/naturalPerson': '1',
  'requests/unavailable.notHeld/naturalPerson': '4',
  'requests/unavailable.notHeld/legalService': '1',
  'requests/notProcessed.repeated/naturalPerson': '1',
  'requests/otherOutcome.other/naturalPerson': '1',
  'requests/carriedOut/naturalPerson': '1',
  'requests/carriedOut/enterprise': '1',
  'disputes/review/upheld': '1',
};

export const SAMPLE_2021: RawReport = {
  format: '2021',
  year: 2025,
  agency: { name: '示例市数据资源管理局', type: 'department' },
  status: 'draft',
  title: '',
  preface:
    '根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号的要求编制本报告。本报告数据的统计期限为2025年1月1日至2025年12月31日。',
  narrative: {
    overview: [
      '（一）主动公开',
      '全年在政府网站公开信息312条，其中政策文件3件、解读材料6篇；办事指南随事项调整更新41次。',
      '（二）依申请公开',
      '全年新收申请28件，上年结转2件，办结28件，结转下年度2件，均在法定期限内答复。',
      '（三）政府信息管理',
      '制发文件时同步确定公开属性，对现行14件行政规范性文件逐件核对文本和效力状态。',
      '（四）政府信息公开平台建设',
      '公开专栏增设按主题检索，政务服务大厅设公开查阅点1处。',
      '（五）监督保障',
      '组织业务培训2次、参加87人次，政府信息公开纳入科室年度考核，全年未发生责任追究。',
    ].join('\n'),
    problems: [
      '（一）存在的主要问题',
      '一是数据开放目录更新不够及时，有5个目录超过半年没有更新；二是答复文书对不予公开理由的说明不够充分，1件被申请行政复议。',
      '（二）改进情况',
      '一是建立目录季度核对清单，年底前5个目录已全部更新；二是修订答复文书样式，由法规科逐件审核说理部分。',
    ].join('\n'),
    other: '本年度未收取信息处理费。无其他需要报告的事项。',
  },
  cells: Object.fromEntries(
    cellsOf(FORMAT_2021)
      .filter(({ addends }) => !addends)
      .map(({ address }) => [address, FIGURES[address] ?? '0']),
  ),
  stated: {},
  notes: [],
  explanations: [],
  remarks: [],
  signature: { name: '', date: '2026年1月16日' },
};
