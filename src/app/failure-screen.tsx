/** One sentence of what is wrong, one of what to do, and the way back. */
import type { Failure } from '../report/result.ts';
import styles from './failure-screen.module.css';
import { DESK, hashOf, SAFE_ROUTE } from './route.ts';

interface FailureScreenProps {
  readonly failure: Failure;
  /** The draft itself may be what the program breaks on. */
  readonly isSafeOffered?: boolean;
}

export function FailureScreen({ failure, isSafeOffered = false }: FailureScreenProps) {
  return (
    <main className={styles.page}>
      <h1>{failure.problem}</h1>
      <p>{failure.advice}</p>
      <p>
        <a href={hashOf(DESK)}>回到首页</a>
        {isSafeOffered ? (
          <>
            {' · '}
            <a href={hashOf(SAFE_ROUTE)}>安全模式</a>
          </>
        ) : null}
      </p>
    </main>
  );
}
