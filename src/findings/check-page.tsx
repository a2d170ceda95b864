/** 核对: everything that is open, section by section, on one page that can be printed. */
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import styles from './check-page.module.css';
import { type FindingActions, FindingList } from './finding-list.tsx';
import { groupFindings, summaryNow } from './findings-summary.ts';
import { SettledList } from './settled-list.tsx';

interface CheckPageProps {
  readonly actions: FindingActions;
  readonly rulesHref: string;
  readonly open: OpenDraft;
}

export function CheckPage({ open, actions, rulesHref }: CheckPageProps) {
  const settled = useStore(open, (state) => state.settled);
  const findings = useStore(open, (state) => state.findings);
  const format = useStore(open, (state) => state.report.format);
  return (
    <div className={styles.page}>
      <p className={styles.summary}>{summaryNow({ findings })}</p>
      <p className={styles.legend}>
        错误必须改正才能定稿；提醒可能没错，要核对；提示供参考；未填的补上就会消失。
      </p>
      {groupFindings(format, findings).map((group) => (
        <section key={group.section} className={styles.group}>
          <h2>{group.heading}</h2>
          <FindingList open={open} section={group.section} actions={actions} />
        </section>
      ))}
      <SettledList settled={settled} onReopen={actions.onReopen} isOpen />
      <p className={styles.legend} data-screen-only>
        <a href={rulesHref}>检查了哪些规则，哪些没有检查</a>
      </p>
    </div>
  );
}
