/** The command line's entry: runs `read.ts` on the words behind it. */
import { runRead } from './read.ts';
import { runCommand } from './run-command.ts';

await runCommand(runRead);
