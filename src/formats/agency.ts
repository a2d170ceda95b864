/**
 * The types of body (机关类型) that write a report, with what the law ties to the type: who may make
 * 规章 (立法法) and by when the report must be out (条例 第四十九条). Facts only, no behaviour.
 */

export interface AgencyFacts {
  readonly label: string;
  readonly example: string;
  /** May issue 规章 (立法法: State Council departments, provinces, 设区的市, 自治州). */
  readonly makesRules: boolean;
  /** Last day to publish, month and day of the year after the report year (条例 第四十九条). */
  readonly deadline: { readonly month: number; readonly day: number };
  /** A people's government, whose section 一 also covers 工作考核、社会评议、责任追究 (条例 第五十条). */
  readonly government: boolean;
}

const JANUARY = { month: 1, day: 31 } as const;
const MARCH = { month: 3, day: 31 } as const;

/** The kinds of bodies that report, and what the notice asks of each. */
export const AGENCY_TYPES = {
  centralDepartment: {
    label: '国务院部门',
    example: '××部、××总局',
    makesRules: true,
    deadline: JANUARY,
    government: false,
  },
  provincialGovernment: {
    label: '省级人民政府',
    example: '××省（自治区、直辖市）人民政府',
    makesRules: true,
    deadline: MARCH,
    government: true,
  },
  municipalGovernment: {
    label: '设区的市、自治州人民政府',
    example: '××市人民政府',
    makesRules: true,
    deadline: MARCH,
    government: true,
  },
  countyGovernment: {
    label: '县（市、区）人民政府',
    example: '××县人民政府',
    makesRules: false,
    deadline: MARCH,
    government: true,
  },
  // 第四十九条 does not name townships; the government date is the one nobody can call wrong.
  township: {
    label: '乡镇人民政府、街道办事处',
    example: '××镇人民政府',
    makesRules: false,
    deadline: MARCH,
    government: true,
  },
  department: {
    label: '地方政府部门',
    example: '××市××局、××区××委员会',
    makesRules: false,
    deadline: JANUARY,
    government: false,
  },
  organization: {
    label: '法律、法规授权的组织及其他单位',
    example: '××管理中心、××开发区管委会',
    makesRules: false,
    deadline: JANUARY,
    government: false,
  },
} as const satisfies Record<string, AgencyFacts>;

/** The id of a kind of body. */
export type AgencyType = keyof typeof AGENCY_TYPES;

/** The ids of all kinds of bodies, in the order they are offered. */
export const AGENCY_TYPE_IDS = Object.keys(AGENCY_TYPES) as readonly AgencyType[];

/** Kinds of bodies that may not make 规章. */
export const AGENCY_TYPES_WITHOUT_RULES: readonly AgencyType[] = AGENCY_TYPE_IDS.filter(
  (type) => !AGENCY_TYPES[type].makesRules,
);
