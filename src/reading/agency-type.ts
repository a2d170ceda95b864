/**
 * The type of body its name speaks of. Only a proposal: the person who opens a report confirms it.
 */
import type { AgencyType } from '../formats/agency.ts';

const MUNICIPALITIES = /^(?:北京|上海|天津|重庆)市人民政府/;

const BY_NAME: readonly (readonly [RegExp, AgencyType])[] = [
  [MUNICIPALITIES, 'provincialGovernment'],
  [/(?:省|自治区)人民政府(?:办公[厅室])?$/, 'provincialGovernment'],
  [/(?:镇|乡|街道)(?:人民政府|办事处)?(?:办公室)?$/, 'township'],
  [/(?:县|区|旗)(?:人民政府)(?:办公室)?$/, 'countyGovernment'],
  [/(?:市|自治州|盟|州)人民政府(?:办公[厅室])?$/, 'municipalGovernment'],
  [/(?:管委会|管理委员会|开发区|试验区|中心|公司|学校|学院|大学|医院)$/, 'organization'],
];

/** The type a name speaks of; a department where it speaks of none. */
export function agencyTypeOf(name: string): AgencyType {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'department';
}
