/** Findings in one sentence of truth, and grouped by section as the panel shows them. */
import {
  BASICS,
  countFindings,
  type Finding,
  type FindingCounts,
  findingsBySection,
} from '../checks/finding.ts';
import type { Format } from '../formats/format.ts';

/** 还有 2 处错误、3 处提醒待说明，6 格未填。 */
function summarySentence(counts: FindingCounts): string {
  const open = [
    counts.error > 0 ? `${counts.error} 处错误` : '',
    counts.reminder > 0 ? `${counts.reminder} 处提醒` : '',
    counts.hint > 0 ? `${counts.hint} 处提示` : '',
  ].filter(Boolean);
  const gaps = counts.unfilled > 0 ? `${counts.unfilled} 处未填` : '';
  if (open.length === 0 && !gaps) return '没有发现问题。';
  return `还有 ${[open.join('、'), gaps].filter(Boolean).join('，')}。`;
}

/** The sentence of a draft as it stands. */
export function summaryNow({ findings }: { readonly findings: readonly Finding[] }): string {
  return summarySentence(countFindings(findings));
}

export interface FindingGroup {
  readonly section: string;
  readonly heading: string;
  readonly counts: FindingCounts;
}

export const BASICS_HEADING = '基本信息';

/** Findings by section in the order of the paper; sections without findings are left out. */
export function groupFindings(
  format: Format,
  findings: readonly Finding[],
): readonly FindingGroup[] {
  const sections = [
    { id: BASICS, heading: BASICS_HEADING },
    ...format.sections.map(({ id, heading }) => ({ id, heading })),
  ];
  const found = findingsBySection(findings);
  return sections.flatMap(({ id, heading }) => {
    const own = found.get(id);
    return own ? [{ section: id, heading, counts: countFindings(own) }] : [];
  });
}
