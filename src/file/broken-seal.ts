/** A sealed file that was edited outside: refused, but told apart and at hand for a copy. */
import type { RawReport } from '../report/raw-report.ts';
import type { Failure } from '../report/result.ts';

/** The failure of a sealed report that was edited afterwards, with what it now says. */
export interface BrokenSeal extends Failure {
  readonly edited: {
    /** What the file says now. */
    readonly raw: RawReport;
    /** What was edited, by name. */
    readonly parts: readonly string[];
    /** The fingerprint the file still carries, and the version it was made for, where it tells. */
    readonly sealed?: { readonly digest: string; readonly version: 1 | 2 } | undefined;
  };
}

/** The refusal of a sealed file of which some parts were edited. */
export function brokenSeal(
  raw: RawReport,
  parts: readonly string[],
  sealed?: BrokenSeal['edited']['sealed'],
): { readonly ok: false; readonly failure: BrokenSeal } {
  const failure: BrokenSeal = {
    problem: `文件在定稿以后被改动过，内容与指纹不符：${parts.join('、')}`,
    advice: '向出具文件的单位核实，或重新导出。现有草稿没有改动。',
    edited: { raw, parts, sealed },
  };
  return { ok: false, failure };
}

/** True for the failure of a sealed file that was edited outside. */
export function isBrokenSeal(failure: Failure): failure is BrokenSeal {
  return 'edited' in failure;
}
