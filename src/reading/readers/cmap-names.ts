/**
 * The predefined character maps of the PDF standard that Chinese office programs use without embedding
 * them, and the one from their glyphs to letters. Any other is told to be lacking.
 */
export const CMAP_NAMES = [
  'UniGB-UCS2-H',
  'UniGB-UCS2-V',
  'UniGB-UTF16-H',
  'UniGB-UTF16-V',
  'GBK-EUC-H',
  'GBK-EUC-V',
  'GBKp-EUC-H',
  'GBKp-EUC-V',
  'GBK2K-H',
  'GBK2K-V',
  'GB-EUC-H',
  'GB-EUC-V',
  'GBpc-EUC-H',
  'GBpc-EUC-V',
  'Adobe-GB1-UCS2',
] as const;

export type CMapName = (typeof CMAP_NAMES)[number];
