/**
 * `npm test`: every check in order, stopping at the first that fails, and one closing line that
 * counts unit and end-to-end tests together.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { provide } from './find-chromium.mjs';

const RESULTS = 'test-results';
// Not among the results: the browser run empties that folder when it starts.
const UNIT = '.cache/unit.json';
const E2E = `${RESULTS}/e2e.json`;

const STEPS = [
  ['npm', 'run', 'types'],
  ['npm', 'run', 'lint'],
  ['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`],
  ['npm', 'run', 'build'],
  ['npm', 'run', 'size'],
  ['npm', 'run', 'e2e'],
];

function counted(file, read) {
  return existsSync(file)
    ? read(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
}

const unitCounts = (json) => ({
  passed: json.numPassedTests,
  failed: json.numFailedTests + (json.numFailedTests === 0 && !json.success ? 1 : 0),
  skipped: json.numPendingTests + json.numTodoTests,
});

const e2eCounts = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});

rmSync(RESULTS, { recursive: true, force: true });
rmSync(UNIT, { force: true });
provide();

const failedStep = STEPS.find(([command, ...rest]) => {
  console.log(`\n> ${command} ${rest.join(' ')}`);
  return (
    spawnSync(command, rest, { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0
  );
});

const counts = [counted(UNIT, unitCounts), counted(E2E, e2eCounts)];
const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
// A step that is no test – types, lint, size – counts as one failure, so that the line cannot lie.
const failed = Math.max(total('failed'), failedStep ? 1 : 0);
if (failedStep) console.log(`\nfailed: ${failedStep.join(' ')}`);
console.log(`\n${total('passed')} passed, ${failed} failed, ${total('skipped')} skipped`);
process.exit(failed > 0 ? 1 : 0);
