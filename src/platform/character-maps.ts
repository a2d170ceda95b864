/**
 * The predefined character maps of Chinese fonts as the built page carries them: each as text in a script
 * of its own, loaded when a PDF names it, since the page may ask for nothing but its scripts.
 */
import type { CMapName } from '../reading/readers/cmap-names.ts';

type Packed = () => Promise<{ readonly default: string }>;

const MAPS: Readonly<Record<CMapName, Packed>> = {
  'UniGB-UCS2-H': () => import('pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap?inline'),
  'UniGB-UCS2-V': () => import('pdfjs-dist/cmaps/UniGB-UCS2-V.bcmap?inline'),
  'UniGB-UTF16-H': () => import('pdfjs-dist/cmaps/UniGB-UTF16-H.bcmap?inline'),
  'UniGB-UTF16-V': () => import('pdfjs-dist/cmaps/UniGB-UTF16-V.bcmap?inline'),
  'GBK-EUC-H': () => import('pdfjs-dist/cmaps/GBK-EUC-H.bcmap?inline'),
  'GBK-EUC-V': () => import('pdfjs-dist/cmaps/GBK-EUC-V.bcmap?inline'),
  'GBKp-EUC-H': () => import('pdfjs-dist/cmaps/GBKp-EUC-H.bcmap?inline'),
  'GBKp-EUC-V': () => import('pdfjs-dist/cmaps/GBKp-EUC-V.bcmap?inline'),
  'GBK2K-H': () => import('pdfjs-dist/cmaps/GBK2K-H.bcmap?inline'),
  'GBK2K-V': () => import('pdfjs-dist/cmaps/GBK2K-V.bcmap?inline'),
  'GB-EUC-H': () => import('pdfjs-dist/cmaps/GB-EUC-H.bcmap?inline'),
  'GB-EUC-V': () => import('pdfjs-dist/cmaps/GB-EUC-V.bcmap?inline'),
  'GBpc-EUC-H': () => import('pdfjs-dist/cmaps/GBpc-EUC-H.bcmap?inline'),
  'GBpc-EUC-V': () => import('pdfjs-dist/cmaps/GBpc-EUC-V.bcmap?inline'),
  'Adobe-GB1-UCS2': () => import('pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap?inline'),
};

/** The bytes of a map; undefined for one that is not carried. */
export async function loadCMap(name: string): Promise<Uint8Array | undefined> {
  const load = (MAPS as Readonly<Record<string, Packed | undefined>>)[name];
  if (!load) return undefined;
  const { default: address } = await load();
  const packed = atob(address.slice(address.indexOf(',') + 1));
  return Uint8Array.from(packed, (character) => character.charCodeAt(0));
}
