/** The screen of one section, chosen by the kind of the section. */

import type { Format, Section } from '../formats/format.ts';
import type { ParseClipboardHtml } from '../paste/clipboard-table.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import type { ValueStore } from '../ui/store.ts';
import { NarrativeEditor } from './narrative-editor.tsx';
import { TableEditor } from './table-editor.tsx';

interface SectionEditorProps {
  readonly open: OpenDraft;
  readonly format: Format;
  readonly section: Section;
  readonly spotlight: ValueStore<readonly string[]>;
  readonly parsePage: ParseClipboardHtml;
}

export function SectionEditor({ section, ...shared }: SectionEditorProps) {
  if (section.kind === 'narrative') return <NarrativeEditor open={shared.open} section={section} />;
  return <TableEditor section={section} {...shared} />;
}
