/** The command line's entry: runs `findings.ts` on the words behind it. */
import { runFindings } from './findings.ts';
import { runCommand } from './run-command.ts';

await runCommand(runFindings);
