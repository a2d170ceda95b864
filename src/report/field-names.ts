/** The fields of a report that are no cells and no sections, by the name the clerk reads. */
export const FIELD_NAMES = {
  'agency.name': '机关名称',
  title: '标题',
  preface: '引言',
  'signature.name': '落款单位',
  'signature.date': '落款日期',
} as const;

/** A text field outside the sections that has a name of its own. */
export type NamedField = keyof typeof FIELD_NAMES;
