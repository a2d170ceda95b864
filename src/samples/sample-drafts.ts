/** The samples the desk offers, by the name their address has. */
import type { Draft } from '../drafts/draft.ts';
import type { RawReport } from '../report/raw-report.ts';
import { SAMPLE_2019 } from './sample-2019.ts';
import { SAMPLE_2021 } from './sample-2021.ts';

export interface Sample {
  readonly name: string;
  readonly label: string;
  readonly raw: RawReport;
}

export const SAMPLES: readonly Sample[] = [
  { name: '2021', label: '看示例（2021年格式）', raw: SAMPLE_2021 },
  { name: '2019', label: '看示例（2019年格式）', raw: SAMPLE_2019 },
];

/** A sample as a draft that is kept nowhere. */
export function sampleDraft(name: string): Draft | undefined {
  const sample = SAMPLES.find((one) => one.name === name);
  return sample && { id: name, revision: 0, savedAt: '', raw: sample.raw, place: '' };
}
