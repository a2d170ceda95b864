/**
 * What is wrong in a table, each finding once and out of sight: the cells that take part name these
 * notes as their description. A finding's numbers change at every key; its notes stand in one place.
 */
import { memo } from 'react';
import { type Finding, messageOf } from '../checks/finding.ts';
import { noteId } from '../drafts/derived.ts';
import { useStore } from '../ui/store.ts';
import { useTableEntry } from './table-entry-context.ts';

export function FindingNotes({ section }: { readonly section: string }) {
  const { open } = useTableEntry();
  const findings = useStore(open, (state) => state.findings);
  const shown = findings.filter((one) => one.section === section && one.severity !== 'unfilled');
  return (
    <div hidden>
      {shown.map((finding) => (
        <Note key={finding.key} finding={finding} />
      ))}
    </div>
  );
}

const Note = memo(function Note({ finding }: { readonly finding: Finding }) {
  return <p id={noteId(finding)}>{messageOf(finding)}</p>;
});
