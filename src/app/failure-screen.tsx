/** One sentence of what is wrong, one of what to do, and the way back. */
import type { Failure } from '../report/result.ts';
import styles from './failure-screen.module.css';
import { DESK, hashOf } from './route.ts';

export function FailureScreen({ failure }: { readonly failure: Failure }) {
  return (
    <main className={styles.page}>
      <h1>{failure.problem}</h1>
      <p>{failure.advice}</p>
      <p>
        <a href={hashOf(DESK)}>回到首页</a>
      </p>
    </main>
  );
}
