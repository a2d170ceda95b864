/** The screen of one section, chosen by the kind of the section. */
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { Format, Section } from '../formats/format.ts';
import type { ValueStore } from '../ui/store.ts';
import { NarrativeEditor } from './narrative-editor.tsx';
import { TableEditor } from './table-editor.tsx';

interface SectionEditorProps {
  readonly open: OpenDraft;
  readonly format: Format;
  readonly section: Section;
  readonly spotlight: ValueStore<readonly string[]>;
}

export function SectionEditor({ open, format, section, spotlight }: SectionEditorProps) {
  if (section.kind === 'narrative') return <NarrativeEditor open={open} section={section} />;
  return <TableEditor open={open} format={format} section={section} spotlight={spotlight} />;
}
