/** The command line's entry: runs `read.ts` on the words behind it. */
import { main } from './read.ts';

process.exitCode = await main(process.argv.slice(2));
