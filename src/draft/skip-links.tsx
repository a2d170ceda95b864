/** The first stops of the keyboard: past the bar and the guide, straight to the work. */
import styles from './skip-links.module.css';

export const MAIN_ID = 'page';
export const FINDINGS_ID = 'findings';

/** The address belongs to the route, so that these are buttons and not links to a fragment. */
export function SkipLinks({ hasFindings }: { readonly hasFindings: boolean }) {
  const go = (id: string) => document.getElementById(id)?.focus();
  return (
    <nav className={styles.skip} aria-label="跳转" data-screen-only>
      <button type="button" onClick={() => go(MAIN_ID)}>
        跳到填写区
      </button>
      {hasFindings ? (
        <button type="button" onClick={() => go(FINDINGS_ID)}>
          跳到核对结果
        </button>
      ) : null}
    </nav>
  );
}
