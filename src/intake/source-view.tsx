/** The document as it was read – words and grids, no styles of its own – with one block lit. */
import { memo, useEffect, useRef } from 'react';
import { cellsInRow, type DocumentGrid, type ReportDocument } from '../reading/readers/document.ts';
import styles from './intake-page.module.css';

interface SourceViewProps {
  readonly document: ReportDocument;
  /** The block to show. */
  readonly lit: number | undefined;
}

export const SourceView = memo(function SourceView({ document, lit }: SourceViewProps) {
  const litBlock = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lit !== undefined) litBlock.current?.scrollIntoView({ block: 'center' });
  }, [lit]);
  return (
    <>
      {document.blocks.map((block, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a document never change
          key={at}
          ref={at === lit ? litBlock : undefined}
          className={styles.block}
          data-lit={at === lit || undefined}
        >
          {block.kind === 'paragraph' ? <p>{block.text}</p> : <SourceGrid grid={block} />}
        </div>
      ))}
    </>
  );
});

function SourceGrid({ grid }: { readonly grid: DocumentGrid }) {
  return (
    <table className={styles.sourceTable}>
      <tbody>
        {grid.rows.map((_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a document never change
          <tr key={row}>
            {cellsInRow(grid, row)
              .filter((cell) => cell.row === row)
              .map((cell) => (
                <td
                  key={cell.column}
                  rowSpan={cell.rowEnd - cell.row}
                  colSpan={cell.columnEnd - cell.column}
                >
                  {cell.text}
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
