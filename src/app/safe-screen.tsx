/**
 * 安全模式: what lies in storage as files to take away, without opening, understanding or checking any
 * of it. Reached from the page that tells of a bug, so that a draft the program breaks on locks nobody
 * out of it, nor of the others.
 */

import { useState } from 'react';
import { writeBackup } from '../drafts/backup.ts';
import type { StoredDraft } from '../drafts/draft-repository.ts';
import { fitName } from '../export/file-name.ts';
import { DESK, hashOf } from '../ports/route.ts';
import type { Services } from '../ports/services.ts';
import { reportName } from '../report/raw-report.ts';
import { type Failure, failureText } from '../report/result.ts';
import styles from '../ui/failure-screen.module.css';
import { shownTime } from '../ui/shown-time.ts';

function idOf(stored: StoredDraft): string {
  return stored.state === 'readable' ? stored.draft.id : stored.id;
}

function nameOf(stored: StoredDraft): string {
  if (stored.state === 'unreadable') return `读不出来的草稿（${stored.reason}）`;
  return reportName(stored.draft.raw);
}

export function SafeScreen({ services }: { readonly services: Services }) {
  const { repository, saveFile, now } = services;
  const [stored, setStored] = useState(() => repository.list());
  const [failure, setFailure] = useState<Failure>();
  const download = (one: StoredDraft) => {
    const isReadable = one.state === 'readable';
    saveFile({
      name: isReadable ? fitName(`年报通备份_${nameOf(one)}`, '.json') : `草稿原文_${one.id}.txt`,
      mime: isReadable ? 'application/json' : 'text/plain',
      content: isReadable
        ? writeBackup({ drafts: [one.draft], bin: [] }, now())
        : (repository.rawText(one.id) ?? ''),
    });
  };
  const remove = (one: StoredDraft) => {
    const removed = repository.remove(idOf(one));
    setFailure(removed.ok ? undefined : removed.failure);
    setStored(repository.list());
  };
  return (
    <main className={styles.page}>
      <h1>安全模式</h1>
      <p>
        这里不打开草稿，只把存着的内容取出来。先下载每一份，再回首页；某一份一打开就出错，把它删除（还能恢复），别的草稿照常填写。
      </p>
      <div role="alert">{failure ? <p>{failureText(failure)}</p> : null}</div>
      {stored.length === 0 ? <p>这个浏览器里没有草稿。</p> : null}
      <ul>
        {stored.map((one) => (
          <li key={idOf(one)}>
            <span>
              {nameOf(one)}
              {one.state === 'readable' ? `，最后保存 ${shownTime(one.draft.savedAt)}` : ''}
            </span>
            <button type="button" data-quiet onClick={() => download(one)}>
              下载 {nameOf(one)}
            </button>
            <button type="button" data-quiet onClick={() => remove(one)}>
              删除 {nameOf(one)}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <a href={hashOf(DESK)}>回到首页</a>
      </p>
    </main>
  );
}
