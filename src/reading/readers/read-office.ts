/** A zipped Office file as a document: what it is, its main part says, not its name. */
import type { Result } from '../../report/result.ts';
import type { ReportDocument } from './document.ts';
import { openOffice } from './office-parts.ts';
import { readWord } from './read-word.ts';
import { readWorkbook } from './read-workbook.ts';
import { orFailure, Unreadable } from './unreadable.ts';

/** The document of a Word or Excel file, or one sentence why there is none. */
export function readOffice(bytes: Uint8Array): Result<ReportDocument> {
  return orFailure(() => {
    const file = openOffice(bytes);
    const { name } = file.main.root;
    if (name === 'w:document') return readWord(file);
    if (name === 's:workbook') return readWorkbook(file);
    throw new Unreadable(
      '压缩包里没有可读的年报',
      '解压后选择其中的 Word、Excel、PDF 或网页文件。',
    );
  });
}
