/** The command line's entry: runs `findings.ts` on the words behind it. */
import { main } from './findings.ts';

process.exitCode = await main(process.argv.slice(2));
