/** The last resort of a command: whatever goes wrong ends in one line and exit code 2, never in a trace. */
import { UNREADABLE } from './read-files.ts';

type Main = (words: readonly string[]) => Promise<number>;

/** Runs a command on the words behind it and sets the exit code. */
export async function runCommand(main: Main): Promise<void> {
  // A promise a library leaves alone must not end the files that follow.
  process.on('unhandledRejection', () => {
    process.exitCode = UNREADABLE;
  });
  try {
    const code = await main(process.argv.slice(2));
    process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
  } catch {
    process.stderr.write('程序出错，没有做完。请换一个文件再试。\n');
    process.exitCode = UNREADABLE;
  }
}
