/** What everybody who sees a report must know of its road, in words: it stands on every later screen. */
import type { RawReport } from './raw-report.ts';
import { overrideOf } from './review.ts';
import { correctionOf } from './status.ts';

/** Something everybody must know of the state of a report. */
export interface StateNote {
  readonly kind: 'override' | 'correction' | 'edited' | 'shut';
  readonly text: string;
}

/** The notes of a report; none for one that went the usual road. */
export function stateNotes(raw: RawReport): readonly StateNote[] {
  const notes: StateNote[] = [];
  const override = overrideOf(raw);
  if (override) {
    const { by, left, reason } = override;
    notes.push({
      kind: 'override',
      text: `${by} 同意带 ${left} 处错误或空格定稿，理由：${reason}`,
    });
  }
  const correction = correctionOf(raw);
  if (correction) {
    notes.push({
      kind: 'correction',
      text: `更正版：${correction.by} 公布以后开始更正，理由：${correction.reason}`,
    });
  }
  const copied = raw.steps?.find(({ status, reason }) => status === 'draft' && reason !== '');
  if (copied) notes.push({ kind: 'edited', text: copied.reason });
  if (raw.status === 'published') {
    const page = raw.steps?.[raw.steps.length - 1]?.page;
    const where = page ? `（${page.date}，${page.address}）` : '';
    notes.push({
      kind: 'shut',
      text: `已公布${where}，不能直接修改。要改就在“预览与导出”里开始更正。`,
    });
  }
  return notes;
}

/** The same in a few words, for a row of the desk. */
export function shortNotes(raw: RawReport): readonly string[] {
  return stateNotes(raw).flatMap(({ kind }) =>
    kind === 'override'
      ? [`授权定稿，尚有 ${overrideOf(raw)?.left ?? 0} 处`]
      : kind === 'edited'
        ? ['副本，原件被改动过']
        : [],
  );
}
