/**
 * What of a list of findings is laid out anew only where it differs: which findings there are, how
 * grave, what one can do about them. The words name figures, so they change with many a key; they are
 * written into the list as it lies.
 */
import { settling } from '../checks/decisions.ts';
import type { Finding } from '../checks/finding.ts';

/**
 * True where two findings differ in nothing but their words. Gaps are counted in words of the list
 * itself, so only the very same gap is alike.
 */
export function isLaidOutAlike(one: Finding, other: Finding | undefined): boolean {
  if (one === other) return true;
  return (
    one.key === other?.key &&
    one.severity === other.severity &&
    one.severity !== 'unfilled' &&
    one.section === other.section &&
    one.fix?.label === other.fix?.label &&
    settling(one) === settling(other)
  );
}

/** True where a list of findings can stay as it is laid out, but for the words. */
export function haveSameOutline(one: readonly Finding[], other: readonly Finding[]): boolean {
  return (
    one === other ||
    (one.length === other.length && one.every((finding, at) => isLaidOutAlike(finding, other[at])))
  );
}

const BY_KEY = new WeakMap<readonly Finding[], ReadonlyMap<string, Finding>>();

/** The finding as it stands now; the one given where it is no longer among them. */
export function asItStands(finding: Finding, findings: readonly Finding[]): Finding {
  const byKey = BY_KEY.get(findings) ?? new Map(findings.map((one) => [one.key, one]));
  BY_KEY.set(findings, byKey);
  return byKey.get(finding.key) ?? finding;
}
