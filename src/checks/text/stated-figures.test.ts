import { describe, expect, test } from 'vitest';
import type { RawReport } from '../../report/raw-report.ts';
import { emptyReport, understood } from '../../testing/reports.ts';
import { reportText, sectionText } from './report-text.ts';
import { statedFigures } from './stated-figures.ts';

function read(overview: string): readonly string[] {
  const raw: RawReport = { ...emptyReport(2025), narrative: { overview } };
  const field = sectionText(reportText(understood(raw)), 'overview')!;
  return statedFigures(field, raw.year).map(({ meaning, value, place, dispute }) => {
    const words = overview.slice(place.start, place.end);
    return `${meaning}${dispute ? `/${dispute}` : ''} ${value.toFixed()} ${words}`;
  });
}

describe('figures in words', () => {
  test.each([
    [
      '全年共收到政府信息公开申请70件，办结69件，1件结转下年度继续办理。',
      [
        'received 70 收到政府信息公开申请70件',
        'concluded 69 办结69件',
        'carriedOut 1 1件结转下年度',
      ],
    ],
    [
      '共受理政府信息公开申请 3,119 件，答复３０５０件（含上年度结转申请34件，另有103件顺延到下年度答复）。',
      [
        'handled 3119 受理政府信息公开申请 3,119 件',
        'concluded 3050 答复３０５０件',
        'carriedIn 34 上年度结转申请34件',
        'carriedOut 103 103件顺延到下年度',
      ],
    ],
    ['全年收到依申请公开一件，收到信息公开申请一百零五件。', ['received 1 收到依申请公开一件']],
    [
      '收到公开申请十二件，结转至2026年两件。',
      ['received 12 收到公开申请十二件', 'carriedOut 2 结转至2026年两件'],
    ],
    [
      '收办信息公开申请案件9件，其中，自然人申请7件，法人或其他组织申请2件；予以公开4件、部分公开1件、不予公开1件、无法提供2件、不予处理0件、作其他处理（含撤回）1件。',
      [
        'handled 9 收办信息公开申请案件9件',
        'naturalPerson 7 自然人申请7件',
        'legalPerson 2 法人或其他组织申请2件',
        'granted 4 予以公开4件',
        'partlyGranted 1 部分公开1件',
        'denied 1 不予公开1件',
        'unavailable 2 无法提供2件',
        'notProcessed 0 不予处理0件',
        'otherOutcome 1 作其他处理（含撤回）1件',
      ],
    ],
    [
      '行政复议351件，其中结果维持72件，结果纠正64件；行政诉讼46件，其中尚未审结7件。',
      [
        'review 351 行政复议351件',
        'disputeUpheld/review 72 结果维持72件',
        'disputeCorrected/review 64 结果纠正64件',
        'litigation 46 行政诉讼46件',
        'disputePending/litigation 7 尚未审结7件',
      ],
    ],
    ['有1件涉及政府信息公开工作的行政复议。', ['review 1 1件涉及政府信息公开工作的行政复议']],
    [
      '集中公开现行有效行政规范性文件698件，动态更新本年度制发的规范性文件88件，废止规范性文件5件。',
      [
        'papersEffective 698 现行有效行政规范性文件698件',
        'papersIssued 88 制发的规范性文件88件',
        'papersRepealed 5 废止规范性文件5件',
      ],
    ],
  ])('of “%s” are read with their meaning', (overview, expected) => {
    expect(read(overview)).toEqual(expected);
  });

  test.each([
    ['inexact ones', '收到政府信息公开申请100余件，答复近90件。'],
    ['other years', '2023年收到政府信息公开申请100件。'],
    ['several years', '条例施行以来共收到政府信息公开申请100件。'],
    ['part of a year', '上半年收到政府信息公开申请100件。'],
    ['one channel', '其中通过网络收到公开申请3件。'],
    ['other matters', '办理人大代表建议12件，受理群众投诉5件，答复咨询8件。'],
    ['other matters after applications', '规范信息公开申请办理，受理热线诉求500件，办结500件。'],
    ['documents published', '公开规范性文件12件，解读规范性文件3件。'],
    ['cases filed elsewhere', '备案行政复议案件134件。'],
    ['headings', '（二）依申请公开。四、政府信息公开申请情况。'],
    ['document numbers', '按照国办公开办函〔2021〕30号和第711号令办理信息公开申请。'],
  ])('are left alone: %s', (_, overview) => {
    expect(read(overview)).toEqual([]);
  });
});
