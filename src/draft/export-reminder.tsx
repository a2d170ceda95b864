/**
 * Reminds of a file once changes have lain in the browser alone for half an hour: a browser that is
 * cleared, or a machine that breaks, takes them along. Calm, and put off for as long again by a click.
 */
import { useEffect, useState } from 'react';
import { PREVIEW_PAGE } from '../ports/page-of-place.ts';
import type { Services } from '../ports/services.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import styles from './export-reminder.module.css';

const HALF_AN_HOUR = 30 * 60 * 1000;

interface ExportReminderProps {
  readonly open: OpenDraft;
  readonly services: Pick<Services, 'now' | 'later'>;
  readonly onGo: (place: string) => void;
}

export function ExportReminder({ open, services, onGo }: ExportReminderProps) {
  const since = useStore(open, ({ draft, isWriting, saving }) =>
    isWriting && saving.state !== 'unkept' ? draft.unexportedSince : undefined,
  );
  const [putOff, setPutOff] = useState('');
  const [due, setDue] = useState('');
  // The later of both: ISO times compare as texts do.
  const from = since !== undefined && putOff > since ? putOff : since;
  useEffect(() => {
    if (from === undefined) return undefined;
    const left = Date.parse(from) + HALF_AN_HOUR - Date.parse(services.now());
    return services.later(() => setDue(from), Math.max(left, 0));
  }, [from, services]);
  if (from === undefined || due !== from) return null;
  return (
    <p className={styles.reminder} role="status" data-screen-only>
      半小时以来的修改只存在这个浏览器里，还没有导出成文件。导出一份存到别处，浏览器清理、电脑出故障也不怕。
      <button type="button" onClick={() => onGo(PREVIEW_PAGE)}>
        去导出
      </button>
      <button type="button" data-quiet onClick={() => setPutOff(services.now())}>
        稍后再说
      </button>
    </p>
  );
}
