/**
 * Wordings met in published reports for what the form prints otherwise: shortened or mistyped row
 * labels, renamed headings. Data only; the statutory wording itself stands in `formats/`.
 */

/** Other wordings of row labels, by row id. */
export const ROW_ALIASES: Readonly<Record<string, readonly string[]>> = {
  normativeDocuments: ['规范性档案', '规范文件'],
  otherServices: ['其他对外管理和服务事项', '其他对外服务管理事项'],
  fees: ['行政事业性收費'],
  received: ['本年新收', '本年度新收', '本年新收申请', '本年收到政府信息公开申请'],
  carriedIn: ['上年结转', '上年度结转', '上一年结转', '上一年度结转'],
  'denied.prohibitedByLaw': ['其他法律、行政法规', '法律行政法规禁止公开', '法律法规禁止公开'],
  'denied.securityAndStability': ['危及三安全', '危及国家安全', '三安全一稳定'],
  'denied.thirdPartyRights': ['涉及第三方合法权益'],
  'denied.internalAffairs': ['属于内部事务信息', '三类内部事务信息'],
  'denied.processInformation': ['属于过程性信息', '四类过程性信息'],
  'denied.enforcementFile': ['属于执法案卷', '行政执法案卷'],
  'denied.inquiryMatter': ['行政查询事项'],
  'unavailable.notHeld': ['本行政机关不掌握', '不掌握相关政府信息'],
  'unavailable.mustBeCreated': ['没有现成的信息', '需要另行制作', '需另行制作'],
  'unavailable.stillUnclear': ['补正后申请内容仍', '补正后内容仍不明确', '补正后仍不明确'],
  'notProcessed.petition': ['信访、举报、投诉类', '信访投诉举报类', '信访举报投诉'],
  'notProcessed.publication': ['要求提供公开出版', '公开出版物'],
  'notProcessed.excessive': ['无正当理由反复', '大量反复申请'],
  'notProcessed.confirmation': ['要求行政机关确认', '要求确认或重新出具', '重新出具已获取信息'],
  'otherOutcome.notCorrected': ['逾期不补正', '逾期未补正', '申请人逾期不补正'],
  'otherOutcome.feeUnpaid': ['逾期不缴费', '逾期未缴费', '逾期未按收费通知'],
  carriedOut: ['结转下年', '结转下一年', '结转到下年', '结转至下年', '转下年度继续办理', '转下一年度继续办理'],
};

/** Other wordings of column heads, by column id. */
export const COLUMN_ALIASES: Readonly<Record<string, readonly string[]>> = {
  issued: ['本年制发数量', '制发件数', '本年制作件数'],
  repealed: ['废止件数', '本年废止数量'],
  effective: ['现行有效数量', '现行有效'],
  decisions: ['本年处理决定数', '处理决定数', '处理决定数量'],
  produced: ['本年制作数量', '新制作数量', '本年新制发数量'],
  newlyDisclosed: ['新公开数量', '本年公开数量'],
  totalDisclosed: ['对外公开总数', '公开总数量'],
  lastYearItems: ['上年项目数量', '上一年度项目数量', '上一年项目数'],
  change: ['本年增减', '增/减', '本年度增/减', '本年增加/减少'],
  items: ['采购项目数'],
  amount: ['本年收费金额', '采购总金额', '采购金额', '收费金额'],
  naturalPerson: [],
  enterprise: ['企业'],
  research: ['科研'],
  socialOrganization: ['公益组织', '社会公益'],
  legalService: ['法律服务'],
  otherOrganization: [],
  total: ['合计'],
  upheld: ['维持'],
  corrected: ['纠正'],
  otherResult: ['其它结果'],
  pending: ['未审结'],
};

/** Other wordings of section headings, without their number, by section id. */
export const HEADING_ALIASES: Readonly<Record<string, readonly string[]>> = {
  overview: ['总体情况概述', '概述', '工作总体情况', '政府信息公开总体情况', '基本情况'],
  proactive: [
    '主动公开政府信息的情况',
    '主动公开政府政府情况',
    '政府信息主动公开情况',
    '主动公开情况',
    '主动公开信息情况',
  ],
  requests: [
    '收到和处理政府信息公开申请的情况',
    '收到和处理政府信息公开申请',
    '政府信息公开申请情况',
    '收到和处理政府信息申请情况',
  ],
  disputes: [
    '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '因政府信息公开工作被申请行政复议提起行政诉讼情况',
    '因政府信息公开工作被申请行政复议和提起行政诉讼情况',
    '因政府信息公开申请行政复议、提起行政诉讼情况',
    '因政府信息公开申请行政复议、提起行政诉讼的情况',
    '政府信息公开行政法复议、行政诉讼情况',
    '政府信息公开行政复议、行政诉讼的情况',
    '政府信息公开行政复议和行政诉讼情况',
    '政府信息公开行政复议、诉讼情况',
    '行政复议、行政诉讼情况',
  ],
  problems: [
    '存在的主要问题及改进',
    '存在的主要问题和改进',
    '存在主要问题及改进',
    '存在问题及改进',
    '存在的问题及改进',
    '存在的主要问题及下一步',
    '存在的问题及下一步',
    '存在问题和改进',
    '政府信息公开工作存在的主要问题及改进',
    '工作存在的主要问题及改进',
    '存在的主要问题',
    '主要问题及改进',
  ],
  other: ['其他需要报告的', '其他需要报告事项', '需要报告的其他事项', '其它需要报告的', '其他事项', '其他报告事项'],
};
