/**
 * The 2019 sample: a real body's figures in the trial format, with gaps and slips as they occur –
 * applicants left blank beside totals, section 六 missing, signed late. The words are our own.
 */
import { addressOf, cellsOf } from '../formats/cells.ts';
import { FORMAT_2019 } from '../formats/format-2019.ts';
import type { RawReport } from '../report/raw-report.ts';
import { DADUKOU_2019_PROACTIVE } from './dadukou-2019-figures.ts';

function proactiveCells(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(DADUKOU_2019_PROACTIVE).flatMap(([row, columns]) =>
      Object.entries(columns).map(
        ([column, text]) => [addressOf('proactive', row, column), text] as const,
      ),
    ),
  );
}

/** Every cell of a kind set to 0. */
function zeros(which: 'disputes entered' | 'requests totals'): Record<string, string> {
  const cells = cellsOf(FORMAT_2019).filter((cell) =>
    which === 'disputes entered'
      ? cell.table.id === 'disputes' && !cell.addends
      : cell.table.id === 'requests' && cell.column.id === 'total',
  );
  return Object.fromEntries(cells.map(({ address }) => [address, '0']));
}

export const SAMPLE_2019: RawReport = {
  format: '2019',
  year: 2019,
  agency: { name: '重庆市大渡口区经济和信息化委员会', type: 'department' },
  status: 'draft',
  title: '',
  preface: '',
  narrative: {
    overview: [
      '2019年，本委把政府信息公开列入年度工作安排，由办公室统一协调，配备1名兼职工作人员，各科室按职责提供信息。',
      '全年围绕工业经济运行、项目建设、园区发展和企业服务，通过门户网站公开信息28条；规范性文件和行政处罚在专栏集中发布。',
      '办公室负责发布前的审核，各科室对所提供信息的准确性负责。',
    ].join('\n'),
    problems: [
      '一是专职力量不足，信息员由科长兼任，投入的时间有限；二是科室主动报送的信息偏少；三是企业对公开渠道了解不够。',
      '下一步，明确各科室每月报送的信息目录，办公室按月通报；把燃气、安全生产等企业关心的事项做成问答在网站发布，并在企业走访时介绍查询办法。',
    ].join('\n'),
    other: '',
  },
  cells: { ...proactiveCells(), ...zeros('disputes entered') },
  stated: zeros('requests totals'),
  notes: [],
  explanations: [],
  remarks: [],
  signature: { name: '区经信委', date: '2020年3月3日' },
};
