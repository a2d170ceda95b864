/**
 * What passes between clerk and supervisor: remarks with their answers, and the steps that were
 * taken (`status.ts` says which there are). They travel in the file and are never taken out of it
 * again.
 *
 * 1. A remark is pinned to a place – a cell, a section, the basics – and may quote the sentence meant.
 * 2. A final step without a reason follows the rules; one with a reason was authorised against them.
 */
import type { RawReport, Remark, RemarkAnswer, ReviewStep } from './raw-report.ts';
import { mayBecome } from './status.ts';

/** A change of the review of a report: of its remarks or its state. */
export type ReviewChange =
  | { readonly kind: 'remark'; readonly remark: Remark }
  /** `at` is the place of the remark in the list. */
  | { readonly kind: 'answer'; readonly at: number; readonly answer: RemarkAnswer }
  | { readonly kind: 'settle'; readonly at: number; readonly settled: boolean }
  | { readonly kind: 'step'; readonly step: ReviewStep };

function replaced(raw: RawReport, at: number, edit: (remark: Remark) => Remark): RawReport {
  const known = raw.remarks[at];
  if (!known) return raw;
  return { ...raw, remarks: raw.remarks.map((one, place) => (place === at ? edit(one) : one)) };
}

/** The report after a change of its review; nothing of what it says is touched. */
export function writeReview(raw: RawReport, change: ReviewChange): RawReport {
  switch (change.kind) {
    case 'remark':
      return { ...raw, remarks: [...raw.remarks, change.remark] };
    case 'answer':
      return replaced(raw, change.at, (remark) => ({
        ...remark,
        answers: [...(remark.answers ?? []), change.answer],
      }));
    case 'settle':
      return replaced(raw, change.at, (remark) => ({ ...remark, settled: change.settled }));
    case 'step':
      if (!mayBecome(raw, change.step.status)) return raw;
      return {
        ...raw,
        status: change.step.status,
        steps: [...(raw.steps ?? []), change.step],
      };
  }
}

/** The step that gave the report its state; undefined where nobody took one. */
export function currentStep({ steps = [], status }: RawReport): ReviewStep | undefined {
  const last = steps[steps.length - 1];
  return last?.status === status ? last : undefined;
}

/** The authorisation of a 定稿 that still has errors, also once published; undefined where none was needed. */
export function overrideOf(raw: RawReport): ReviewStep | undefined {
  const step = currentStep(raw);
  const isPublished = step?.status === 'published';
  const finals = (raw.steps ?? []).filter(({ status }) => status === 'final');
  const final = isPublished ? finals[finals.length - 1] : step;
  return final?.status === 'final' && final.reason !== '' ? final : undefined;
}

/** Remarks that still wait, each with its place in the list. */
export function openRemarks({ remarks }: RawReport): readonly (readonly [number, Remark])[] {
  return remarks.map((remark, at) => [at, remark] as const).filter(([, { settled }]) => !settled);
}

/** True for the same step, told by state, time and name. */
export function isSameStep(one: ReviewStep | undefined, other: ReviewStep): boolean {
  return one?.status === other.status && one.at === other.at && one.by === other.by;
}

/** True where one road is the beginning of the other. */
export function isPrefixOf(one: RawReport, other: RawReport): boolean {
  const steps = one.steps ?? [];
  return steps.every((step, at) => isSameStep(other.steps?.[at], step));
}
