/** From problem to problem in the order of the paper: errors and reminders, round and round. */
import type { Finding } from '../checks/finding.ts';

function isProblem({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'reminder';
}

/**
 * The problem after (or before) the one last visited; the first one where none was visited or it is
 * solved, undefined where there is none.
 */
export function nextProblem(
  findings: readonly Finding[],
  visited: string | undefined,
  step: 1 | -1,
): Finding | undefined {
  const problems = findings.filter(isProblem);
  const at = problems.findIndex(({ key }) => key === visited);
  if (at < 0) return step > 0 ? problems[0] : problems[problems.length - 1];
  return problems[(at + step + problems.length) % problems.length];
}
