/**
 * The three sections in words (一, 五, 六), which both statutory formats share: heading, what the
 * notice asks for, and scaffolds to begin from. Source: 条例 第五十条; 国办公开办函〔2021〕30号 （一）总体情况.
 */
import type { NarrativeSection } from './format.ts';

/** Section 一, 总体情况. */
export const OVERVIEW: NarrativeSection = {
  kind: 'narrative',
  id: 'overview',
  heading: '一、总体情况',
  guideLength: 1000,
  asks: [
    '概述本机关贯彻实施《中华人民共和国政府信息公开条例》的情况，主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。',
    '各级人民政府还要写明工作考核、社会评议和责任追究结果情况。',
    '聚焦主题、简明客观，篇幅原则上不超过一千字；内容既不遗漏，也不泛化。',
  ],
  scaffolds: [
    { heading: '（一）主动公开', prompt: '公开了哪些方面的信息、各多少条，通过哪些渠道。' },
    {
      heading: '（二）依申请公开',
      prompt: '本年新收、上年结转、办结、结转下年各多少件，与表三一致。',
    },
    { heading: '（三）政府信息管理', prompt: '公开属性确定、保密审查、规范性文件清理和动态调整。' },
    {
      heading: '（四）政府信息公开平台建设',
      prompt: '网站专栏、政务新媒体、公报、公开专区的建设和维护。',
    },
    { heading: '（五）监督保障', prompt: '机构人员、培训、工作考核、社会评议和责任追究结果。' },
  ],
};

/** Section 五, problems and improvements. */
export const PROBLEMS: NarrativeSection = {
  kind: 'narrative',
  id: 'problems',
  heading: '五、存在的主要问题及改进情况',
  aliases: ['五、政府信息公开工作存在的主要问题及改进情况'],
  asks: [
    '写明本年度存在的主要问题，以及已经采取或下一步的改进措施。',
    '问题要具体、有事实，措施与问题对应，避免笼统模糊、泛泛而谈。',
  ],
  scaffolds: [
    { heading: '（一）存在的主要问题', prompt: '一条一事，写清在哪个环节、表现是什么。' },
    { heading: '（二）改进情况', prompt: '与问题逐条对应：谁、做什么、到什么程度。' },
  ],
};

/** Section 六, other matters. */
export const OTHER_MATTERS: NarrativeSection = {
  kind: 'narrative',
  id: 'other',
  heading: '六、其他需要报告的事项',
  asks: [
    '报告收取信息处理费的情况：发出收费通知的件数和总金额、实际收取的总金额；没有收取的也要写明。',
    '没有其他事项时写“无其他需要报告的事项”，不要留空。',
  ],
  scaffolds: [
    {
      heading: '本年度未收取信息处理费。无其他需要报告的事项。',
      prompt: '全年没有收取信息处理费时，常用这一句。',
    },
    {
      heading: '本年度发出信息处理费收费通知【 】件，总金额【 】元，实际收取【 】元。',
      prompt: '收取了信息处理费时，用三个数换掉【 】。',
    },
  ],
};
