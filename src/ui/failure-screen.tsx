/** One sentence of what is wrong, one of what to do, and the way back. */
import styles from './failure-screen.module.css';

interface FailureScreenProps {
  readonly failure: { readonly problem: string; readonly advice: string };
  readonly deskHref: string;
  /** 安全模式, where the draft itself may be what the program breaks on. */
  readonly safeHref?: string;
}

export function FailureScreen({ failure, deskHref, safeHref }: FailureScreenProps) {
  return (
    <main className={styles.page}>
      <h1>{failure.problem}</h1>
      <p>{failure.advice}</p>
      <p>
        <a href={deskHref}>回到首页</a>
        {safeHref ? (
          <>
            {' · '}
            <a href={safeHref}>安全模式</a>
          </>
        ) : null}
      </p>
    </main>
  );
}
