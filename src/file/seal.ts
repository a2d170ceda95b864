/**
 * The seal of a report file from 定稿 on: the fingerprint of the whole and of each part, so that even
 * somebody who has nothing else can say which part was edited outside. No protection against intent:
 * whoever edits a file can seal it anew.
 */
import type { Format } from '../formats/format.ts';
import { canonicalJson, digestOf, sha256Of } from './digest.ts';

/** The fingerprint of every part by its name: `tables.requests`, `narrative.overview`, `basics`. */
export type Parts = Readonly<Record<string, string>>;

/** Members of a file that speak about it and belong to no part. */
const ABOUT_THE_FILE = new Set(['findings', 'digest', 'parts']);

/** The part a member of the file belongs to; what is not named here is 基本信息. */
const PART_OF: Readonly<Record<string, string>> = {
  asTyped: 'annexes',
  stated: 'annexes',
  unplaced: 'annexes',
  notes: 'annexes',
  explanations: 'explanations',
  remarks: 'remarks',
  status: 'steps',
  steps: 'steps',
};

const PART_NAMES: Readonly<Record<string, string>> = {
  basics: '基本信息（机关、标题、引言、落款）',
  annexes: '表格的原文和备注',
  explanations: '说明',
  remarks: '审核意见',
  steps: '状态和办理经过',
};

/** Members whose own members are parts each. */
const SPLIT = ['tables', 'narrative'];

function contentsByPart(file: object): ReadonlyMap<string, Record<string, unknown>> {
  const parts = new Map<string, Record<string, unknown>>();
  const put = (part: string, member: string, value: unknown) =>
    parts.set(part, { ...parts.get(part), [member]: value });
  for (const [member, value] of Object.entries(file)) {
    if (ABOUT_THE_FILE.has(member) || value === undefined) continue;
    if (SPLIT.includes(member) && typeof value === 'object' && value !== null) {
      for (const [id, content] of Object.entries(value)) put(`${member}.${id}`, id, content);
    } else put(PART_OF[member] ?? 'basics', member, value);
  }
  return parts;
}

/** The fingerprints of the parts of a file. */
export function partsOf(file: object): Parts {
  return Object.fromEntries(
    [...contentsByPart(file)].map(([part, content]) => [part, sha256Of(canonicalJson(content))]),
  );
}

/** A part as people call it. */
function partName(part: string, format: Format): string {
  const [, id] = part.split('.');
  return format.sections.find((section) => section.id === id)?.heading ?? PART_NAMES[part] ?? part;
}

interface SealedFile {
  readonly digest: string;
  readonly parts?: Parts | undefined;
}

/**
 * The parts of a file that are not what its seal says, by name. None where the whole fits; an empty
 * list would say that nothing is wrong, so an edited seal is named as such.
 */
export function editedParts(
  file: object,
  { digest, parts }: SealedFile,
  format: Format,
): readonly string[] {
  if (digestOf(file) === digest) return [];
  if (!parts) return ['内容（旧版文件没有各部分的指纹，说不出是哪一部分）'];
  const seen = partsOf(file);
  const names = [...new Set([...Object.keys(parts), ...Object.keys(seen)])];
  const edited = names.filter((part) => parts[part] !== seen[part]);
  return edited.length > 0 ? edited.map((part) => partName(part, format)) : ['指纹本身'];
}
